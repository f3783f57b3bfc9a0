// Runs the tests under test/ that need no VS Code: `node scripts/unit.mjs [FOLDER …]`, e.g. `node scripts/unit.mjs engine render/docx`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Folders under test/ with no tests of this kind. */
const others = ['bench', 'fixtures', 'support', 'vscode'];
const wanted = process.argv.slice(2);
const isWanted = (file) =>
  wanted.length > 0 ? wanted.some((folder) => file.startsWith(`${folder}/`)) : !others.some((folder) => file.startsWith(`${folder}/`));
const entryPoints = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.test.ts') && isWanted(file))
  .sort()
  .map((file) => `test/${file}`);
if (entryPoints.length === 0) {
  console.error(`No test files under ${wanted.join(', ') || 'test/'}.`);
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
  [
    '--enable-source-maps',
    join(root, 'node_modules/mocha/bin/mocha.js'),
    ...['--parallel', '--jobs', String(Math.max(2, availableParallelism()))],
    // An end for what hangs; no measure of speed.
    '--timeout',
    '300000',
    '--require',
    join(root, 'test/support/fixedSeed.mjs'),
    `${outdir}/**/*.test.mjs`,
  ],
  { cwd: root, stdio: 'inherit' },
);
rmSync(outdir, { recursive: true, force: true });
process.exit(status ?? 1);
