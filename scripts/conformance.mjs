// `npm run conformance`: measures our Word files against GB/T 9704-2012 and writes docs/conformance.md. Needs LibreOffice and poppler.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const folder = join(root, 'out', `conformance-${process.pid}`);
mkdirSync(folder, { recursive: true });
const outfile = join(folder, 'table.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['test/support/conformance/table.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  packages: 'external',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});
const { conformance, conformanceText } = await import(pathToFileURL(outfile).href);
const rows = await conformance();
rmSync(folder, { recursive: true, force: true });
writeFileSync('docs/conformance.md', conformanceText(rows));
const failed = rows.filter(({ passes }) => !passes);
for (const { clause, demand, measured, tolerance } of failed) console.error(`FAIL ${clause} ${demand}: ${measured} (${tolerance})`);
console.log(`docs/conformance.md: ${rows.length - failed.length} of ${rows.length} pass.`);
process.exitCode = failed.length > 0 ? 1 : 0;
