// Compares our pages with those that LibreOffice makes of our DOCX: `npm run agreement [-- DOCUMENT … --verbose]`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outdir = join(root, 'out', `agreement-${process.pid}`);
mkdirSync(outdir, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: ['test/support/agreementCommand.ts'],
  outdir,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [join(outdir, 'agreementCommand.mjs'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
rmSync(outdir, { recursive: true, force: true });
process.exit(status ?? 1);
