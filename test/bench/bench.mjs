// `npm run bench`: every bench of this folder, or those named: `npm run bench -- engine lsp`. Prints figures and their ratios.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const all = readdirSync(here)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3));
const wanted = process.argv.length > 2 ? process.argv.slice(2) : all;
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  process.exit(2);
}
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
// What benches of the server start is the built product.
spawnSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: 'inherit' });
const outdir = join(root, 'out', `bench-${process.pid}`);
mkdirSync(outdir, { recursive: true });
let failed = false;
for (const name of wanted) {
  const outfile = join(outdir, `${name}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [join('test/bench', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    packages: 'external',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  console.log(`\n${name}`);
  failed = spawnSync(process.execPath, ['--expose-gc', outfile], { cwd: root, stdio: 'inherit' }).status !== 0 || failed;
}
rmSync(outdir, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
