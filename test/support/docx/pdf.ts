// Pages as LibreOffice lays them out, and every line's place on them.
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { chineseFonts, requireTool } from '../tools.ts';

const run = promisify(execFile);

/** Places in points from the paper's upper left corner. */
export interface PdfLine {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly text: string;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PdfLine[];
}

/** Converts the files in one run of LibreOffice; gives the PDFs' paths in the same order. */
export async function toPdf(paths: readonly string[], folder: string): Promise<readonly string[]> {
  const profile = mkdtempSync(join(tmpdir(), 'report-writer-soffice-'));
  const { stderr } = await run(
    requireTool('soffice'),
    [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths],
    { env: { ...process.env, FONTCONFIG_FILE: chineseFonts() }, maxBuffer: 1e8 },
  );
  if (/Error/.test(stderr)) throw new Error(`LibreOffice: ${stderr}`);
  return paths.map((path) => join(folder, basename(path).replace(/\.docx$/, '.pdf')));
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** The pages of a PDF with their lines from top to bottom; words that stand on one height are one line. */
export async function pagesOf(pdf: string): Promise<readonly PdfPage[]> {
  const { stdout } = await run(requireTool('pdftotext'), ['-bbox-layout', pdf, '-'], { maxBuffer: 1e9 });
  return [...stdout.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map((page) => ({
    width: Number(page[1]),
    height: Number(page[2]),
    lines: linesOf(page[3] ?? ''),
  }));
}

function linesOf(page: string): readonly PdfLine[] {
  const words = [...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<\/word>/g)].map(
    (word) => ({
      left: Number(word[1]),
      top: Number(word[2]),
      right: Number(word[3]),
      bottom: Number(word[4]),
      text: (word[5] ?? '').replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity),
    }),
  );
  words.sort((a, b) => a.top + a.bottom - b.top - b.bottom || a.left - b.left);
  const lines: PdfLine[] = [];
  for (const word of words) {
    const last = lines[lines.length - 1];
    if (last !== undefined && Math.abs((last.top + last.bottom - word.top - word.bottom) / 2) < 5) {
      const [first, second] = last.left <= word.left ? [last, word] : [word, last];
      lines[lines.length - 1] = {
        left: first.left,
        right: Math.max(last.right, word.right),
        top: Math.min(last.top, word.top),
        bottom: Math.max(last.bottom, word.bottom),
        text: `${first.text}${second.text}`,
      };
    } else lines.push(word);
  }
  return lines;
}
