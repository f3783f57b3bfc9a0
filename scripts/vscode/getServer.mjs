// Gives a real VS Code that runs in a browser, for machines without the desktop one: VS Code's server as the npm package
// code-server brings it, and the Node it wants. No native builds. Kept in .cache/vscode-server/. Imports node: modules only.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, '../../.cache/vscode-server');

/** The version of code-server (its minor version is VS Code's) and the major version of Node it runs on. */
const releases = {
  newest: { version: '4.139.1', nodeMajor: '24' },
  /** As old as code-server lets us go back; package.json promises some more. */
  oldest: { version: '4.100.3', nodeMajor: '20' },
};
/** VSCODE_SERVER=oldest runs the tests in the oldest. */
const { version, nodeMajor } = releases[process.env.VSCODE_SERVER ?? 'newest'];

/**
 * Downloads once and gives `{ directory, node, vscode }`: the folder with `out/server-main.js`, the path of Node, VS Code's
 * version. `tell` is told when there is something to wait for.
 */
export function getServer(tell = console.log) {
  const target = join(cache, version);
  if (!existsSync(join(target, 'done'))) {
    tell(`Getting VS Code for the browser (code-server ${version}, some 150 MB, once) …`);
    download(target);
  }
  const directory = join(target, 'vscode');
  // Its native part would have to be compiled; without it there are no logs.
  copyFileSync(join(here, 'spdlogStub.js'), join(directory, 'node_modules/@vscode/spdlog/index.js'));
  const { version: vscode } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  return { directory, node: join(target, 'node_modules', nodePackage(), 'bin/node'), vscode };
}

function nodePackage() {
  if (!['linux', 'darwin'].includes(process.platform)) throw new Error('Install VS Code (the `code` command) and try again.');
  return `node-${process.platform}-${process.arch}`;
}

function download(target) {
  mkdirSync(cache, { recursive: true });
  // Made beside the target and renamed at the end: a broken download is never taken for a whole one.
  const folder = mkdtempSync(join(cache, 'new-'));
  const npm = (cwd, ...args) =>
    execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
    npm(folder, 'install', '--no-save', '--ignore-scripts', `${nodePackage()}@${nodeMajor}`);
    npm(folder, 'pack', `code-server@${version}`);
    const archive = `code-server-${version}.tgz`;
    const vscode = join(folder, 'vscode');
    mkdirSync(vscode);
    execFileSync('tar', ['xzf', archive, '-C', 'vscode', '--strip-components=3', 'package/lib/vscode'], { cwd: folder });
    rmSync(join(folder, archive));
    npm(vscode, 'install', '--omit=dev', '--ignore-scripts');
    writeFileSync(join(folder, 'done'), '');
    rmSync(target, { recursive: true, force: true });
    renameSync(folder, target);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
