// Type-checks everything: `npm run types`. Besides the whole, the pure folders without Node and DOM types, and what runs in a
// browser with the types of its place.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const projects = ['tsconfig.json', 'tsconfig.pure.json', 'tsconfig.web.json', 'tsconfig.webview.json'];
const failed = projects.filter((project) => {
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], { cwd: root, stdio: 'inherit' });
  return status !== 0;
});
if (failed.length > 0) {
  console.error(`Type errors: ${failed.join(', ')}`);
  process.exit(1);
}
