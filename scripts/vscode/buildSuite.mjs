// Bundles test/vscode/ for the desktop's or the browser's extension host into out/vscode/.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Mocha says `"type": "module"`, so esbuild takes its browser build for ESM and lets it overwrite the exports of the bundle; as a
 * function of its own it sets `globalThis.mocha` and nothing else.
 */
const mochaAsGlobal = {
  name: 'mocha-as-global',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `(function (module, exports, define) {${await readFile(path, 'utf8')}\n}).call(globalThis);`,
      loader: 'js',
    }));
  },
};

const outputs = {
  node: { platform: 'node', entryPoints: ['test/vscode/index.ts'], external: ['vscode', 'mocha'] },
  web: {
    platform: 'browser',
    entryPoints: ['test/vscode/index.web.ts'],
    // What the browser has not is not reached there either.
    external: ['vscode', 'node:child_process', 'node:fs'],
    plugins: [mochaAsGlobal],
    alias: { 'node:assert/strict': join(root, 'test/vscode/support/webAssert.ts') },
    define: { global: 'globalThis' },
    banner: { js: 'globalThis.process ??= { env: {}, platform: "browser", stdout: {}, version: "" };' },
  },
};

/** `host`: node or web. */
export async function buildSuite(host) {
  await build({
    absWorkingDir: root,
    outdir: 'out/vscode',
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'warning',
    ...outputs[host],
  });
}
