// Shows Report Writer at work: `npm start [-- FILE] [-- --once]`. Installs what is missing, builds, checks and exports FILE (or
// the sample report) with the command line, then opens it in VS Code; `--once` stops before VS Code.
// Imports node: modules only, so that it runs before `npm ci`.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './install.mjs';
import { getServer } from './vscode/getServer.mjs';
import { serveVsCode, workbenchAddress } from './vscode/serveVsCode.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { INIT_CWD: calledFrom = process.cwd() } = process.env;
const once = process.argv.includes('--once');
const given = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const report = given ? resolve(calledFrom, given) : join(root, 'samples/self-inspection.report');
if (!existsSync(report)) {
  console.error(`There is no file ${report}.`);
  process.exit(2);
}

ensureDependencies();
console.log('Building …');
if (run(process.execPath, 'esbuild.mjs', '--production') !== 0) process.exit(2);
checkAndExport();
if (!once) await openEditor();

/** What the command line says about the report, and the Word file it makes of it. */
function checkAndExport() {
  console.log(`\nWhat is missing in ${report}:\n`);
  const checked = run(process.execPath, 'dist/cli.js', 'check', report);
  if (checked > 1) process.exit(2);
  const folder = join(root, 'out/start');
  mkdirSync(folder, { recursive: true });
  const docx = join(folder, `${basename(report).replace(/(?:\.report)?\.[^.]*$/, '')}.docx`);
  if (run(process.execPath, 'dist/cli.js', 'export', report, '-o', docx) !== 0) process.exit(2);
  console.log(`\nThe Word file: ${docx}`);
}

async function openEditor() {
  if (hasDesktop() && commandExists('code')) {
    console.log('\nOpening VS Code …');
    if (!/\.report(?:\.md)?$/.test(report)) console.log('In the editor, choose “Report Writer: Treat This File as a Report” (F1).');
    if (run('code', '--new-window', `--extensionDevelopmentPath=${root}`, dirname(report), report) === 0) return;
    console.log('The VS Code that is installed did not start; taking the one for the browser.');
  }
  const server = getServer();
  const token = randomBytes(16).toString('hex');
  const profile = join(root, '.cache/vscode-profile');
  // Said here too, as the file opens before the extension is read.
  const extraSettings = { 'files.associations': { [basename(report)]: 'report' }, 'files.autoGuessEncoding': true };
  const { origin, ended, stop } = await serveVsCode({ server, profile, token, extraSettings });
  const address = workbenchAddress({ origin, token, folder: dirname(report), extensions: [root], file: report });
  console.log(`\nVS Code ${server.vscode} with Report Writer is here (Ctrl+C ends it):\n\n  ${address}\n`);
  if (hasDesktop() && commandExists('xdg-open')) spawn('xdg-open', [address], { stdio: 'ignore', detached: true }).unref();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());
  await ended;
}

/** Runs a program in the project's folder, its output on this terminal; gives its exit code. */
function run(command, ...args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' && command === 'code' });
  return status ?? 2;
}

function hasDesktop() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function commandExists(name) {
  const path = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
  const endings = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  return path.some((folder) => endings.some((ending) => existsSync(join(folder, name + ending))));
}
