import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PdfProgram } from './pdfProgram.ts';

/** In milliseconds: an office suite that asks something on a screen nobody sees would wait for ever. */
const longest = 180_000;

/**
 * The PDF that `program` makes of `source`: a Word file for an office suite, HTML for a browser. Both run with a profile of their own, so one that is
 * open is not disturbed, and leave nothing behind. Rejects when the program fails (with what it said) or `signal` is aborted; then it is ended.
 */
export async function makePdf(program: PdfProgram, source: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
  signal.throwIfAborted();
  const folder = await mkdtemp(join(tmpdir(), 'report-writer-pdf-'));
  try {
    const input = join(folder, program.kind === 'office' ? 'report.docx' : 'report.html');
    const output = join(folder, 'report.pdf');
    await writeFile(input, source);
    const said = await run(program.path, argumentsOf(program, folder, input, output), signal);
    return await readFile(output).catch(() => Promise.reject(new Error(said || `${program.path}: no PDF`)));
  } finally {
    // A browser that was ended may still write for a moment.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => undefined);
  }
}

function argumentsOf(program: PdfProgram, folder: string, input: string, output: string): readonly string[] {
  const profile = join(folder, 'profile');
  if (program.kind === 'office') {
    return [
      `-env:UserInstallation=${pathToFileURL(profile)}`,
      '--headless',
      '--norestore',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      input,
    ];
  }
  // Chromium refuses its sandbox to root, as whom containers run; the page has no scripts and loads nothing.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [
    ...sandbox,
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    `--user-data-dir=${profile}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${output}`,
    pathToFileURL(input).toString(),
  ];
}

/** Gives the last line of what it said. Rejects when it ends with an error, takes too long or is aborted. */
function run(path: string, args: readonly string[], signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    // A group of its own where the system has groups: an office suite is a script that starts the real program.
    const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32', windowsHide: true });
    let said = '';
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    const stop = () => end(child);
    const timer = setTimeout(stop, longest);
    signal.addEventListener('abort', stop);
    const settle = (conclude: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      conclude();
    };
    child.on('error', (error) => settle(() => reject(error)));
    child.on('close', (code) => {
      const last = said.trim().split('\n').at(-1) ?? '';
      settle(() => {
        if (signal.aborted) reject(signal.reason);
        else if (code === 0) resolve(last);
        else reject(new Error(last || `${path}: ${code}`));
      });
    });
  });
}

function end(child: ChildProcess): void {
  if (process.platform === 'win32' || child.pid === undefined) {
    child.kill('SIGKILL');
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
