import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All TypeScript code under a folder of the project, one file after the other. */
export function sourcesUnder(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}
