// Runs test/vscode/ in a real VS Code: `node scripts/vscode/runSuite.mjs [node|web|package]`.
//   node     the desktop extension host (the extension's `main`)
//   web      the web worker extension host (its `browser`)
//   package  as `node`, but the packaged .vsix is installed, and nothing comes from the source folder
// VSCODE_EXECUTABLE: the VS Code to use. Unset, Linux takes VS Code's server in Chromium (codeBrowser.mjs), which needs no
// display; anything else, or VSCODE_EXECUTABLE=download, the desktop VS Code that @vscode/test-electron downloads.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { buildSuite } from './buildSuite.mjs';
import { getServer } from './getServer.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const host = process.argv[2] ?? 'node';
const { VSCODE_EXECUTABLE: wanted } = process.env;
const standIn = join(here, 'codeBrowser.mjs');
const executable = wanted ?? (process.platform === 'linux' || host !== 'node' ? standIn : 'download');
const out = join(root, 'out/vscode');

await buildSuite(host === 'web' ? 'web' : 'node');
const extensionDevelopmentPath = host === 'package' ? emptyExtension() : root;
const launchArgs = [join(root, 'test/vscode/workspace'), ...(host === 'web' ? ['--web'] : [])];
if (host === 'package') launchArgs.push(`--extensions-dir=${installPackage()}`);
if (executable !== standIn) launchArgs.push('--disable-extensions');
try {
  await runTests({
    ...(executable === 'download' ? {} : { vscodeExecutablePath: executable }),
    extensionDevelopmentPath,
    extensionTestsPath: join(out, host === 'web' ? 'index.web.js' : 'index.js'),
    launchArgs,
    extensionTestsEnv: { REPORT_WRITER_TEST: '1' },
  });
} catch (error) {
  console.error(String(error));
  process.exit(1);
}

/** VS Code takes a suite only beside an extension under development. */
function emptyExtension() {
  const folder = join(out, 'empty-extension');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'empty', publisher: 'test', version: '0.0.1', engines: { vscode: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

/** Packs the extension and installs it as a writer would; gives the folder it is in. */
function installPackage() {
  const extensions = join(out, 'extensions');
  rmSync(extensions, { recursive: true, force: true });
  const run = (command, ...args) => execFileSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  run(process.execPath, 'scripts/package.mjs');
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const server = getServer();
  const serverMain = join(server.directory, 'out/server-main.js');
  const serverData = join(out, 'server-data');
  run(
    server.node,
    serverMain,
    '--accept-server-license-terms',
    '--server-data-dir',
    serverData,
    '--extensions-dir',
    extensions,
    '--install-extension',
    `${name}-${version}.vsix`,
  );
  return extensions;
}
