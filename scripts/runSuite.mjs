// Runs one suite, shows its output, and counts what mocha says passed and failed.
import { spawn } from 'node:child_process';

/**
 * Gives `{ name, passed, failed }`. A program without mocha counts as one test. A suite that ran nothing, or that ended
 * badly without a failed test, counts as one failed.
 */
export async function runSuite(name, command, args, { mocha = true, env = {} } = {}) {
  console.log(`\n=== ${name}`);
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } });
  let output = '';
  child.stdout.on('data', (data) => {
    process.stdout.write(data);
    output += data;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (!mocha) return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  const count = (word) =>
    [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'gm'))].reduce((sum, match) => sum + Number(match[1]), 0);
  const passed = count('passing');
  const failed = count('failing');
  if (failed === 0 && (code !== 0 || passed === 0)) {
    console.error(passed === 0 ? `${name}: no test ran.` : `${name}: ended with exit code ${code}.`);
    return { name, passed, failed: 1 };
  }
  return { name, passed, failed };
}
