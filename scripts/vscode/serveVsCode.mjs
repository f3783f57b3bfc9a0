// Starts the VS Code server of getServer.mjs on this machine only, with a profile of its own. Imports node: modules only.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Nothing that reaches out or pops up; edits are saved only when the writer saves. */
const settings = {
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.enabled': false,
  'chat.disableAIFeatures': true,
};

/**
 * `profile`: a folder for everything this VS Code keeps. `token`: what a browser must know to come in. `extraSettings` are
 * added to the user's. Gives `{ origin, log(), stop() }` when it answers; throws with its log when it does not start.
 */
export async function serveVsCode({ server, profile, extensions = join(profile, 'extensions'), token, extraSettings = {} }) {
  const userData = join(profile, 'user-data');
  for (const kind of ['Machine', 'User']) {
    mkdirSync(join(userData, kind), { recursive: true });
    writeFileSync(join(userData, kind, 'settings.json'), JSON.stringify({ ...settings, ...extraSettings }));
  }
  const port = await freePort();
  const args = [
    ...[
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
      '--disable-workspace-trust',
    ],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    // Without it VS Code for the web takes no extension from its address.
    '--enable-smoke-test-driver',
    ...['--server-data-dir', join(profile, 'server-data'), '--user-data-dir', userData, '--extensions-dir', extensions],
  ];
  const { ELECTRON_RUN_AS_NODE: _1, VSCODE_IPC_HOOK_CLI: _2, PORT: _3, PASSWORD: _4, ...env } = process.env;
  // No shop to look for updates in.
  env.EXTENSIONS_GALLERY = '{}';
  const child = spawn(server.node, [join(server.directory, 'out/server-main.js'), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (log = (log + data).slice(-20_000)));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 300) throw new Error(`The VS Code server did not start.\n${log}`);
    if (
      await fetch(`${origin}/version`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const stop = async () => {
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(kill);
  };
  return { origin, log: () => log, ended, stop };
}

/** The address that opens `folder`, with extensions under development, and a file or a test suite. All are paths. */
export function workbenchAddress({ origin, token, folder, extensions = [], file, tests }) {
  const remote = (path) => `vscode-remote://${new URL(origin).host}${encodeURI(path)}`;
  const payload = [
    ...extensions.map((path) => ['extensionDevelopmentPath', remote(path)]),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(file ? [['openFile', remote(file)]] : []),
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({
    ...(token ? { tkn: token } : {}),
    ...(folder ? { folder } : { ew: 'true' }),
    payload: JSON.stringify(payload),
  });
  return `${origin}/?${query}`;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
