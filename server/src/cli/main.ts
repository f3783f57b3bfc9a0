import { join } from 'node:path';
import { makeLocalize } from '../lsp/makeLocalize.ts';
import { run } from './run.ts';

// Which language: as other programs of a terminal do (POSIX: LC_ALL, then LC_MESSAGES, then LANG).
const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG;

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  t: makeLocalize(locale),
  locale,
  workerFile: join(__dirname, 'server.js'),
}).then((code) => {
  process.exitCode = code;
});
