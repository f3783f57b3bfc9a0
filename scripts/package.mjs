// Makes report-writer-VERSION.vsix: `npm run package`. Prints its path.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const file = `${name}-${version}.vsix`;
const run = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });

run('esbuild.mjs', '--production');
// Everything is bundled, so no node_modules. There is no public repository that links could lead to.
run(
  'node_modules/@vscode/vsce/vsce',
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '-o',
  file,
);
console.log(join(root, file));
