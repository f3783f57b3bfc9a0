// Runs `npm ci` where node_modules is missing or older than package-lock.json. Imports node: modules only.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Makes sure that the dependencies of package-lock.json are there; ends the process when they cannot be installed. */
export function ensureDependencies() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`Node 20 or newer is needed; this is ${process.version}.`);
    process.exit(2);
  }
  if (installed()) return;
  console.log('Installing the dependencies (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci failed. Is the network there?');
    process.exit(2);
  }
}

/** Whether what npm wrote down in node_modules has the versions of package-lock.json; a package for another platform may be absent. */
function installed() {
  const wanted = packagesIn('package-lock.json');
  const there = packagesIn('node_modules/.package-lock.json');
  return (
    there !== undefined &&
    Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional || there[path]?.version === version)
  );
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
