// One exported report as LibreOffice prints it, with the questions that a clause asks of it.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { PdfLine, PdfPage } from '../docx/pdf.ts';
import { pagesOf } from '../docx/pdf.ts';
import { type Rule, rulesOf } from '../docx/raster.ts';
import { requireTool } from '../tools.ts';
import { type Box, type Color, PageInk } from './ink.ts';

const run = promisify(execFile);
const mmOfPoints = (points: number): number => (points * 25.4) / 72;
/** Glyphs reach out of a line's box by less than this, in mm. */
const overhang = 1.5;

/** A piece of text in one look, as it is printed. */
export interface Printed {
  readonly text: string;
  /** The font that stands in for the one asked for. */
  readonly family: string;
  /** In points. */
  readonly size: number;
  readonly color: string;
}

/** Which font asked for is printed in which free one (test/support/tools.ts). */
const standIns: Readonly<Record<string, string>> = {
  FandolFang: '仿宋',
  FandolKai: '楷体',
  FandolHei: '黑体',
  FandolSong: '宋体',
  NotoSerifCJK: '小标宋',
  LiberationSerif: 'Times New Roman',
};

export class Sheet {
  readonly #pdf: string;
  readonly pages: readonly PdfPage[];
  readonly #printed: readonly (readonly Printed[])[];
  readonly #inks = new Map<number, Promise<PageInk>>();

  private constructor(pdf: string, pages: readonly PdfPage[], printed: readonly (readonly Printed[])[]) {
    this.#pdf = pdf;
    this.pages = pages;
    this.#printed = printed;
  }

  static async of(pdf: string): Promise<Sheet> {
    return new Sheet(pdf, await pagesOf(pdf), await printedOf(pdf));
  }

  /** The lines of a page (from 1), places in millimetres. Page numbers are lines too. */
  lines(page: number): readonly PdfLine[] {
    return (this.pages[page - 1]?.lines ?? []).map(inMm);
  }

  /** The page (from 1) that has a line beginning so; 0 if there is none. */
  pageWith(start: string): number {
    return this.pages.findIndex(({ lines }) => lines.some((line) => squeezed(line).startsWith(start))) + 1;
  }

  /** A line by how it begins, blanks left out. */
  line(start: string, page = this.pageWith(start)): PdfLine {
    const found = this.lines(page).find((line) => squeezed(line).startsWith(start));
    if (found === undefined) throw new Error(`No line begins with ${start} on page ${page}.`);
    return found;
  }

  /** The last line of the report that begins so: a signature has the words of the title. */
  lastLine(start: string): { readonly line: PdfLine; readonly page: number } {
    for (let page = this.pages.length; page > 0; page -= 1) {
      const line = this.lines(page).findLast((one) => squeezed(one).startsWith(start));
      if (line !== undefined) return { line, page };
    }
    throw new Error(`No line begins with ${start}.`);
  }

  indexOf(start: string, page = this.pageWith(start)): number {
    return this.lines(page).findIndex((line) => squeezed(line).startsWith(start));
  }

  /** The page number's line. */
  number(page: number): PdfLine | undefined {
    return this.lines(page).find((line) => /^—\d+—$/.test(squeezed(line)));
  }

  /** The edges of a line's ink. */
  async ink(start: string, page = this.pageWith(start), color?: Color): Promise<Box> {
    return this.edges(this.line(start, page), page, color);
  }

  async edges(line: Box, page: number, color?: Color): Promise<Box> {
    const within = { left: line.left - overhang, top: line.top, right: line.right + overhang, bottom: line.bottom };
    const found = (await this.picture(page)).edges(within, color);
    if (found === undefined) throw new Error(`No ink at ${JSON.stringify(within)} on page ${page}.`);
    return found;
  }

  picture(page: number): Promise<PageInk> {
    const known = this.#inks.get(page) ?? PageInk.of(this.#pdf, page);
    this.#inks.set(page, known);
    return known;
  }

  rules(page: number): Promise<readonly Rule[]> {
    return rulesOf(this.#pdf, page);
  }

  /** Font (as asked for), size and colour of the piece that holds `text`. */
  font(text: string, page = 0, color?: string): string {
    const pieces = page === 0 ? this.#printed.flat() : (this.#printed[page - 1] ?? []);
    const piece = pieces.find((one) => one.text.replace(/\s/g, '').includes(text) && (color === undefined || one.color === color));
    if (piece === undefined) return 'not printed';
    const family = Object.entries(standIns).find(([standIn]) => piece.family.includes(standIn))?.[1] ?? piece.family;
    return `${family} ${piece.size} pt${piece.color === '#000000' ? '' : piece.color === '#ff0000' ? ' red' : ` ${piece.color}`}`;
  }

  /** Everything printed, blanks left out. */
  text(): string {
    return this.pages.flatMap(({ lines }) => lines.map(squeezed)).join('\n');
  }

  /** Sheets that are not needed any more hold pictures of many megabytes. */
  forget(): void {
    this.#inks.clear();
  }
}

const squeezed = ({ text }: PdfLine): string => text.replace(/\s/g, '');

const inMm = ({ left, top, right, bottom, text }: PdfLine): PdfLine => ({
  left: mmOfPoints(left),
  top: mmOfPoints(top),
  right: mmOfPoints(right),
  bottom: mmOfPoints(bottom),
  text,
});

const zoom = 3;
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

async function printedOf(pdf: string): Promise<readonly (readonly Printed[])[]> {
  const { stdout } = await run(requireTool('pdftohtml'), ['-xml', '-i', '-stdout', '-zoom', String(zoom), '-fontfullname', pdf], {
    maxBuffer: 1e9,
  });
  const fonts = new Map<string, Omit<Printed, 'text'>>();
  return [...stdout.matchAll(/<page [^>]*>(.*?)<\/page>/gs)].map(([, page = '']) => {
    for (const [, id = '', size, family = '', color = ''] of page.matchAll(
      /<fontspec id="(\d+)" size="(-?\d+)" family="([^"]*)" color="([^"]*)"/g,
    ))
      fonts.set(id, { size: Number(size) / zoom, family, color });
    return [...page.matchAll(/<text [^>]*font="(\d+)">(.*?)<\/text>/gs)].map(([, id = '', words = '']) => ({
      text: words.replace(/<[^>]+>/g, '').replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity),
      ...(fonts.get(id) ?? { size: 0, family: '', color: '' }),
    }));
  });
}
