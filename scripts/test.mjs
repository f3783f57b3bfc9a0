// Runs every test: `npm test`. Ends with the line `N passed, N failed`; exit code 1 if any failed or any suite ran nothing.
// Imports node: modules only, so that it runs before `npm ci`.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './install.mjs';
import { runSuite } from './runSuite.mjs';
import { ensureChromium } from './vscode/chromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
ensureDependencies();
// Some suites drive a browser, wherever VS Code itself comes from.
const env = { CHROMIUM: ensureChromium() };
const node = (name, args, options) => () => runSuite(name, process.execPath, args, { env, ...options });
const inVsCode = (name, host) => node(`VS Code: ${name}`, ['scripts/vscode/runSuite.mjs', host]);

const suites = [
  node('Lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'], { mocha: false }),
  node('Types', ['scripts/types.mjs'], { mocha: false }),
  node('Build', ['esbuild.mjs', '--production'], { mocha: false }),
  node('Tests without VS Code', ['scripts/unit.mjs']),
  inVsCode('Node extension host', 'node'),
  inVsCode('web extension host', 'web'),
  inVsCode('installed package', 'package'),
  // VS Code's server in a browser, which is on Linux only what the others take as well.
  ...(process.platform === 'linux' ? [node('A report by keyboard alone', ['scripts/vscode/writeByKeyboard.mjs'], { mocha: false })] : []),
];

const results = [];
for (const suite of suites) results.push(await suite());

// What failed, once more at the end, where it is looked for.
for (const { name, why } of results.filter(({ failed }) => failed > 0)) console.log(`\n=== What failed in “${name}”\n${why}`);
console.log();
for (const { name, passed, failed } of results)
  console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed`);
const sum = (count) => results.reduce((total, result) => total + result[count], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 ? 1 : 0);
