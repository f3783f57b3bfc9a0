import type { ReportDocument } from '../engine/document.ts';
import type { Scheme } from '../engine/syntax/lineState.ts';
import type { HeadingLevel } from '../engine/syntax/lineSyntax.ts';
import { toChineseNumber } from '../engine/syntax/numerals.ts';
import type { Numbering } from './documentType.ts';
import { type HeadingLine, headingOf, landmarksFrom } from './headings.ts';

/** What is written before a heading's words: 一、 is `before` '', numerals chinese, `after` 、. */
interface HeadingForm {
  readonly before: string;
  /** `none`: only `before`, as in `## Title`. `path`: 1.2.3, all levels. */
  readonly numerals: 'chinese' | 'arabic' | 'fullWidth' | 'path' | 'none';
  readonly after: string;
}

/** GB/T 9704-2012, 7.3.3, and the forms of other long reports; levels 1 to 4. */
const forms: Readonly<Record<Numbering, readonly HeadingForm[]>> = {
  chinese: [
    { before: '', numerals: 'chinese', after: '、' },
    { before: '（', numerals: 'chinese', after: '）' },
    { before: '', numerals: 'arabic', after: '.' },
    { before: '（', numerals: 'arabic', after: '）' },
  ],
  ordinal: [
    { before: '第', numerals: 'chinese', after: '章　' },
    { before: '第', numerals: 'chinese', after: '节　' },
    { before: '第', numerals: 'chinese', after: '条　' },
    { before: '（', numerals: 'chinese', after: '）' },
  ],
  hashes: [2, 3, 4, 5].map((depth) => ({ before: `${'#'.repeat(depth)} `, numerals: 'none', after: '' })),
  decimal: [
    { before: '', numerals: 'arabic', after: '. ' },
    { before: '', numerals: 'path', after: ' ' },
    { before: '', numerals: 'path', after: ' ' },
    { before: '', numerals: 'path', after: ' ' },
  ],
};

/** Headings to look through for the form of a level that the current part does not have. */
const furthest = 2000;

const levels = [1, 2, 3, 4] as const;

/** Gives heading after heading its number, as they follow one another in a text that is inserted at one place. */
export class HeadingNumberer {
  private readonly form: HeadingForm[];
  private readonly value: number[];

  /** `forms` and the values that the last headings before the place have (0: none), for levels 1 to 4. */
  constructor(headingForms: readonly HeadingForm[], values: readonly number[]) {
    this.form = [...headingForms];
    this.value = [...values];
  }

  copy(): HeadingNumberer {
    return new HeadingNumberer(this.form, this.value);
  }

  /** All that stands before the words of the next heading of this level: `三、`, `（二）`, `## `, `2.1 `. */
  next(level: HeadingLevel): string {
    const own = level - 1;
    this.value[own] = (this.value[own] ?? 0) + 1;
    for (let deeper = level; deeper < 4; deeper++) {
      // Articles (条) count through all chapters.
      if (!this.countsThrough(deeper)) {
        this.value[deeper] = 0;
      }
    }
    const { before, numerals, after } = this.form[own] as HeadingForm;
    return before + this.numeral(numerals, own) + after;
  }

  private countsThrough(index: number): boolean {
    return this.form[index]?.after.startsWith('条') === true;
  }

  private numeral(numerals: HeadingForm['numerals'], own: number): string {
    const value = this.value[own] as number;
    switch (numerals) {
      case 'none':
        return '';
      case 'chinese':
        return toChineseNumber(value);
      case 'arabic':
        return String(value);
      case 'fullWidth':
        return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
      case 'path':
        return this.value
          .slice(0, own + 1)
          .map((part) => Math.max(1, part))
          .join('.');
    }
  }
}

/** Numbers from 一 on, for a skeleton. */
export const newNumberer = (numbering: Numbering): HeadingNumberer => new HeadingNumberer(forms[numbering], [0, 0, 0, 0]);

/**
 * Numbers for new headings on `line`: `三、`, `（二）`, `2.`, `（1）` or `## `, each counted on from the last heading of its level under the
 * same parent, in the forms that the document uses, else in those of `preferred`. Looks back to the nearest heading of the
 * top level only, and a bounded way further for the form of a level that is not there.
 */
export function numbererAt(document: ReportDocument, line: number, preferred: Numbering): HeadingNumberer {
  const last: (HeadingLine | undefined)[] = [undefined, undefined, undefined, undefined];
  const example: (HeadingLine | undefined)[] = [undefined, undefined, undefined, undefined];
  let parent = 5;
  let looked = 0;
  // A long section may have to be walked back whole to its heading, so this loop makes no objects but the few that it keeps.
  for (const [at, record] of document.structuralLinesBefore(line)) {
    const { syntax } = record;
    if (syntax.kind === 'attachmentStart') {
      parent = 0;
    } else if (syntax.kind === 'heading' || syntax.kind === 'numbered') {
      const index = syntax.level - 1;
      const known = example[index];
      // A heading shows the form better than a numbered paragraph.
      const isBetter = known === undefined || (!known.isHeading && syntax.kind === 'heading');
      if (isBetter || syntax.level < parent) {
        const heading = headingOf(at, record);
        example[index] = isBetter ? heading : known;
        if (syntax.level < parent) {
          last[index] = heading;
          parent = syntax.level;
        }
      }
    }
    if (parent <= 1 && (++looked > furthest || example.every((one) => one !== undefined))) {
      break;
    }
  }
  if (example.some((one) => one === undefined)) {
    looked = 0;
    for (const heading of landmarksFrom(document, line + 1)) {
      if (heading !== 'attachment') {
        example[heading.level - 1] ??= heading;
      }
      if (++looked > furthest / 10) {
        break;
      }
    }
  }
  const fallback = forms[numberingOf(document, line, example, preferred)];
  const found = levels.map((level) => {
    const source = last[level - 1] ?? example[level - 1];
    return source === undefined ? (fallback[level - 1] as HeadingForm) : formOf(source);
  });
  const values = levels.map((level) => {
    const articles = found[level - 1]?.after.startsWith('条') ? example[level - 1] : undefined;
    return (last[level - 1] ?? articles)?.marker?.value ?? 0;
  });
  return new HeadingNumberer(found, values);
}

function numberingOf(
  document: ReportDocument,
  line: number,
  examples: readonly (HeadingLine | undefined)[],
  preferred: Numbering,
): Numbering {
  const example = examples.find((one) => one !== undefined);
  if (example !== undefined) {
    if (example.marker === undefined || /^\s*[#＃]/.test(example.text)) {
      return 'hashes';
    }
    if (example.marker.style === 'decimal' || (example.level === 1 && example.marker.style === 'arabic')) {
      return 'decimal';
    }
    if (example.marker.style === 'ordinal') {
      return 'ordinal';
    }
    return preferred === 'hashes' || preferred === 'decimal' ? 'chinese' : preferred;
  }
  const scheme = document.line(Math.min(line, document.lineCount - 1)).stateIn.scheme;
  return bySchemes[scheme] ?? preferred;
}

const bySchemes: Readonly<Partial<Record<Scheme, Numbering>>> = { decimal: 'decimal', hashes: 'hashes' };

const chineseDigits = /[〇零一二三四五六七八九十百]+/;
const digits = /[0-9]+|[０-９]+/;

/** The form of a heading as the writer typed it, without leading blanks. */
function formOf({ text, marker, contentStart }: HeadingLine): HeadingForm {
  const typed = text.slice(0, contentStart);
  if (marker === undefined) {
    return { before: typed.trimStart(), numerals: 'none', after: '' };
  }
  const number = text.slice(marker.start, marker.end);
  const before = text.slice(0, marker.start).trimStart();
  const gap = text.slice(marker.end, contentStart);
  if (marker.style === 'decimal') {
    const path = /^[0-9０-９]+(?:[.．][0-9０-９]+)*/.exec(number)?.[0].length ?? number.length;
    return { before, numerals: 'path', after: number.slice(path) + gap };
  }
  const found = chineseDigits.exec(number) ?? digits.exec(number);
  if (found === null) {
    return { before: typed.trimStart(), numerals: 'none', after: '' };
  }
  const numerals = /[0-9]/.test(found[0]) ? 'arabic' : /[０-９]/.test(found[0]) ? 'fullWidth' : 'chinese';
  return { before: before + number.slice(0, found.index), numerals, after: number.slice(found.index + found[0].length) + gap };
}
