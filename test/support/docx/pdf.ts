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

/**
 * The pages of a PDF with their lines from top to bottom; words that stand on one height are one line. `edge`: what stands left of it on a sheet on its side,
 * in points, is left out: its page number is turned, and would be in the way of lines.
 */
export async function pagesOf(pdf: string, edge = 0): Promise<readonly PdfPage[]> {
  const { stdout } = await run(requireTool('pdftotext'), ['-bbox-layout', pdf, '-'], { maxBuffer: 1e9 });
  return [...stdout.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map((page) => {
    const width = Number(page[1]);
    const height = Number(page[2]);
    return { width, height, lines: linesOf(page[3] ?? '', width > height ? edge : 0) };
  });
}

/** The words of each page, one by one: what is turned has no lines. */
export async function wordsOfPages(pdf: string): Promise<readonly (readonly PdfLine[])[]> {
  const { stdout } = await run(requireTool('pdftotext'), ['-bbox', pdf, '-'], { maxBuffer: 1e9 });
  return [...stdout.matchAll(/<page [^>]*>(.*?)<\/page>/gs)].map((page) => wordsOf(page[1] ?? ''));
}

const wordsOf = (page: string): PdfLine[] =>
  [...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<\/word>/g)].map((word) => ({
    left: Number(word[1]),
    top: Number(word[2]),
    right: Number(word[3]),
    bottom: Number(word[4]),
    text: (word[5] ?? '').replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity),
  }));

function linesOf(page: string, edge: number): readonly PdfLine[] {
  const words = wordsOf(page).filter(({ left }) => left >= edge);
  const middle = ({ top, bottom }: PdfLine): number => (top + bottom) / 2;
  words.sort((a, b) => middle(a) - middle(b));
  const rows: PdfLine[][] = [];
  for (const word of words) {
    const row = rows[rows.length - 1];
    if (row?.[0] !== undefined && Math.abs(middle(row[0]) - middle(word)) < 6) row.push(word);
    else rows.push([word]);
  }
  return rows.map((row) => {
    row.sort((a, b) => a.left - b.left);
    return {
      left: Math.min(...row.map(({ left }) => left)),
      right: Math.max(...row.map(({ right }) => right)),
      top: Math.min(...row.map(({ top }) => top)),
      bottom: Math.max(...row.map(({ bottom }) => bottom)),
      text: row.map(({ text }) => text).join(''),
    };
  });
}
