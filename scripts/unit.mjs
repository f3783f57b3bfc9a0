// Runs the tests under test/ that need no VS Code: `node scripts/unit.mjs [FOLDER …]`, e.g. `node scripts/unit.mjs engine render/docx`.
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folders = process.argv.slice(2);
const patterns = (folders.length > 0 ? folders : ['{engine,sections,features,render,cli,lsp,property}']).map(
  (folder) => `test/${folder}/**/*.test.ts`,
);
const entryPoints = globSync(patterns, { cwd: root }).sort();
if (entryPoints.length === 0) {
  console.error(`No test files match ${patterns.join(' ')}.`);
  process.exit(1);
}
// One folder a run, so that two runs never mix.
const outdir = join(root, 'out', `unit-${process.pid}`);
mkdirSync(outdir, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints,
  outdir,
  outbase: 'test',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
});
const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', join(root, 'node_modules/mocha/bin/mocha.js'), '--timeout', '60000', `${outdir}/**/*.test.mjs`],
  { cwd: root, stdio: 'inherit' },
);
rmSync(outdir, { recursive: true, force: true });
process.exit(status ?? 1);
