// Builds everything that runs into dist/: `node esbuild.mjs [--production] [--watch]`. `--production` minifies and leaves out source maps.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const common = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  // The desktop and the browser load the extension by `require`.
  format: 'cjs',
  external: ['vscode'],
  logLevel: 'warning',
};
const node = { platform: 'node', target: 'node20' };
const browser = { platform: 'browser' };

const outputs = [
  { ...common, ...node, entryPoints: { extension: 'client/src/extension.ts', server: 'server/src/node.ts' } },
  { ...common, ...node, entryPoints: { cli: 'server/src/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
  { ...common, ...browser, entryPoints: { 'extension.web': 'client/src/extension.web.ts' } },
  { ...common, ...browser, format: 'iife', entryPoints: { 'server.web': 'server/src/web.ts', preview: 'client/webview/preview.ts' } },
  { ...common, ...browser, entryPoints: { preview: 'client/webview/preview.css' } },
];

for (const output of outputs) {
  const building = await context(output);
  await building.rebuild();
  if (watch) await building.watch();
  else await building.dispose();
}
