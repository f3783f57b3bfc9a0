// Runs one suite, shows its output, and counts what mocha says passed and failed.
import { spawn } from 'node:child_process';

/**
 * Gives `{ name, passed, failed, why }`, `why` being what it said of its failures. A program without mocha counts as one
 * test. A suite that ran nothing, or that ended badly without a failed test, counts as one failed.
 */
export async function runSuite(name, command, args, { mocha = true, env = {} } = {}) {
  console.log(`\n=== ${name}`);
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let output = '';
  for (const stream of ['stdout', 'stderr']) {
    child[stream].setEncoding('utf8').on('data', (data) => {
      process[stream].write(data);
      output += data;
    });
  }
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (!mocha) return resultOf(code === 0 ? 1 : 0, code === 0 ? 0 : 1);
  const count = (word) =>
    [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'gm'))].reduce((sum, match) => sum + Number(match[1]), 0);
  const passed = count('passing');
  const failed = count('failing');
  if (failed > 0 || (code === 0 && passed > 0)) return resultOf(passed, failed);
  console.error(passed === 0 ? `${name}: no test ran.` : `${name}: ended with exit code ${code}.`);
  return resultOf(passed, 1);

  function resultOf(passed, failed) {
    const said = output.slice(Math.max(output.search(/^\s*\d+ failing$/m), 0));
    return { name, passed, failed, why: failed === 0 ? '' : said.slice(-6000).trim() };
  }
}
