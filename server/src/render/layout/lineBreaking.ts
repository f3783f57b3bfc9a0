import { advanceOf, isFullWidth } from './characterWidths.ts';

/** Words of one look, to be broken into lines. */
export interface Run {
  readonly text: string;
  /** Type size in points. */
  readonly size: number;
  readonly style: 'regular' | 'bold' | 'monospace';
  /** Added to every character, in points. */
  readonly spacing: number;
  /** What else makes its look: where it changes, a new stretch of text begins. */
  readonly role?: string;
  /** Quotation marks, dashes and ellipses have the widths of the Latin font. */
  readonly latinMarks?: boolean;
  /** The run takes exactly so many points: a number or a bullet and the tab after it, or a blank up to a tab stop. No seam is behind it. */
  readonly fill?: number;
  /** The number of a note: it stays with the word before it, and no seam is between them. */
  readonly raised?: true;
}

/** A stretch of a run on one line: `run` is its index, `start` and `end` are UTF-16 offsets in its text. */
export interface Slice {
  readonly run: number;
  readonly start: number;
  readonly end: number;
}

export interface BrokenLine {
  readonly slices: readonly Slice[];
  /** In points, trailing blanks and a hanging mark not counted. */
  readonly width: number;
  /** The last character hangs over the end. */
  readonly hangs: boolean;
}

/** Lengths in points. */
export interface Measure {
  /** From the first cell of a line to its end. */
  readonly width: number;
  /** What the first line begins later; negative for a hanging indent. */
  readonly firstLineIndent: number;
  /** Space between Han characters and Latin letters or digits, in em. */
  readonly mixedSpacing: number;
  /** Whether 。 and ， may hang over the end of a line; only where the last letter or digit before them is a Han character, as in LibreOffice. */
  readonly hangingPunctuation: boolean;
}

// What may not begin or end a line in Chinese text: the lists of Word for 简体中文.
const notAtStart = new Set(
  [...'!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠'].map(
    (c) => c.codePointAt(0) ?? 0,
  ),
);
const notAtEnd = new Set([...'$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥'].map((c) => c.codePointAt(0) ?? 0));
const mayHang = new Set([...'、。，．！：；？!,.:;?'].map((c) => c.codePointAt(0) ?? 0));

const space = 0x20;
const emDash = 0x2014;
const percent = 0x25;
const star = 0x2a;
const underscore = 0x5f;

/** Whether a line may end between the two characters. Han text breaks anywhere but around its marks; a Latin word or a number never breaks. */
export function mayBreakBetween(before: number, after: number): boolean {
  if (after === space) return false;
  const { wide } = traits;
  const afterTraits = traitsOf(after);
  // LibreOffice breaks text of the Latin script by the rules of Unicode of old, which part a sign and the % behind it.
  if (after === percent && (before === star || before === underscore)) return true;
  if ((afterTraits & traits.notAtStart) !== 0) return false;
  if (before === space) return true;
  const beforeTraits = traitsOf(before);
  if ((beforeTraits & traits.notAtEnd) !== 0) return false;
  if (before === emDash && after === emDash) return false;
  if (((beforeTraits | afterTraits) & wide) !== 0) return (afterTraits & wide) !== 0 || advanceOf(after) > 0;
  // Within a Latin word: only after a hyphen between letters.
  return before === 0x2d && after > 0x40;
}

/** The mention of a caption at the end of a text: a field in the DOCX, which LibreOffice takes for no letter or digit. */
const captionMention = /[图圖表] ?\d{1,4}$/;
const longestMention = 6;

/** What the scan asks of a character, as bits. */
const traits = { wide: 1, notAtStart: 2, notAtEnd: 4, mayHang: 8, han: 16, letterOrDigit: 32, weak: 64, known: 128 } as const;
/** Traits of the characters of the basic plane that were met: the first page does not wait for all the others. */
const table = new Uint8Array(0x10000);

function traitsOf(codePoint: number): number {
  if (codePoint > 0xffff) return computeTraits(codePoint);
  const known = table[codePoint] ?? 0;
  if (known !== 0) return known;
  const found = computeTraits(codePoint) | traits.known;
  table[codePoint] = found;
  return found;
}

function computeTraits(codePoint: number): number {
  return (
    (isFullWidth(codePoint) ? traits.wide : 0) |
    (notAtStart.has(codePoint) ? traits.notAtStart : 0) |
    (notAtEnd.has(codePoint) ? traits.notAtEnd : 0) |
    (mayHang.has(codePoint) ? traits.mayHang : 0) |
    (isHan(codePoint) ? traits.han : 0) |
    (isWeak(codePoint) ? traits.weak : 0) |
    (isLetterOrDigit(codePoint) ? traits.letterOrDigit : 0)
  );
}

const isLetterOrDigit = (codePoint: number) =>
  (codePoint >= 0x30 && codePoint <= 0x39) || (codePoint >= 0x41 && codePoint <= 0x5a) || (codePoint >= 0x61 && codePoint <= 0x7a);
/** Word and LibreOffice widen the seam between a Han character and a letter or digit; marks have no seam. */
const isHan = (codePoint: number) => codePoint >= 0x3400 && codePoint <= 0x9fff;
/** Dashes, quotation marks, ellipses: of the script of what stands before them. */
const isWeak = (codePoint: number) => codePoint >= 0x2010 && codePoint <= 0x2027;
const seamTraits = traits.han | traits.letterOrDigit;
const isSeam = (before: number, after: number): boolean => ((before | after) & seamTraits) === seamTraits;

/**
 * Breaks a paragraph into lines: as many characters a line as fit, never a line that begins with a closing mark or ends with an opening one.
 * Gives at least one line, an empty one for no words.
 */
export function breakLines(runs: readonly Run[], measure: Measure): readonly BrokenLine[] {
  const lines: BrokenLine[] = [];
  let lineRun = 0;
  let lineOffset = 0;
  let limit = measure.width - measure.firstLineIndent + 0.01;
  /** Width of the line up to the scan, and without its trailing blanks. */
  let width = 0;
  let solid = 0;
  // The last place where the line may end: run (-1: none) and offset, the width of the line up to it, the width of what goes to the next line from
  // there on, and whether a mark hangs there. Kept apart: an object for every character would cost more than all the rest.
  let breakRun = -1;
  let breakOffset = 0;
  let breakWidth = 0;
  let breakConsumed = 0;
  let breakHangs = false;
  let breakSeam = 0;
  let before = -1;
  /** The stretch of one script and one look that the scan is in. Its last character has no spacing behind it: so LibreOffice sets it. */
  let isWideScript = true;
  let spacingBefore = 0;
  /** The last letter or digit, signs and numbers of notes left out, is none of the Latin script. */
  let isAfterHan = true;
  /** The character before the scan hangs. */
  let isHanging = false;

  const endLine = (run: number, offset: number, lineWidth: number, hangs = false) => {
    lines.push({ slices: slicesBetween(runs, lineRun, lineOffset, run, offset), width: lineWidth, hangs });
    lineRun = run;
    lineOffset = offset;
    limit = measure.width + 0.01;
    breakRun = -1;
  };

  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    if (!run) break;
    const { text, size, style, spacing, latinMarks, raised } = run;
    const last = runs[index - 1];
    const isBesideNote = (raised ?? last?.raised) === true;
    const isBehindTab = last?.fill !== undefined;
    let isNewLook = last !== undefined && (last.style !== style || last.size !== size || last.role !== run.role);
    for (let offset = 0; offset < text.length; ) {
      const codePoint = text.codePointAt(offset) ?? 0;
      const next = offset + (codePoint > 0xffff ? 2 : 1);
      const em = codePoint >= 0x4e00 && codePoint <= 0x9fff ? 1 : advanceOf(codePoint, style, latinMarks);
      let advance = em === 0 ? 0 : em * size + spacing;
      const own: number = traitsOf(codePoint);
      const isWideNow: boolean = (own & traits.weak) !== 0 ? isWideScript : (own & traits.wide) !== 0;
      // What is added at the border of two stretches; none of it where a line begins.
      let seam = 0;
      if (before >= 0 && (isNewLook || isWideNow !== isWideScript) && codePoint !== space && !(isBehindTab && offset === 0)) {
        seam = -spacingBefore;
        if (measure.mixedSpacing > 0 && !(isBesideNote && offset === 0) && isSeam(traitsOf(before), own))
          seam += measure.mixedSpacing * size;
      }
      isNewLook = false;
      isWideScript = isWideNow;
      spacingBefore = em === 0 ? spacingBefore : spacing;
      advance += seam;
      if (before >= 0 && width > 0 && !(raised && offset === 0) && mayBreakBetween(before, codePoint)) {
        breakRun = index;
        breakOffset = offset;
        breakWidth = solid;
        breakConsumed = width;
        breakHangs = isHanging;
        breakSeam = seam;
      }
      // The last character of a line has no spacing behind it either.
      const fits = width + advance - spacing <= limit;
      const hangs =
        !fits &&
        (codePoint === space ||
          (measure.hangingPunctuation &&
            width <= limit &&
            (own & traits.mayHang) !== 0 &&
            (isAfterHan || captionMention.test(text.slice(Math.max(0, offset - longestMention), offset)))));
      if ((own & traits.han) !== 0) isAfterHan = true;
      else if ((own & traits.letterOrDigit) !== 0 && !raised) isAfterHan = false;
      if (!fits && !hangs && width > 0) {
        if (breakRun >= 0) {
          const isHere = breakRun === index && breakOffset === offset;
          endLine(breakRun, breakOffset, breakWidth, breakHangs);
          width -= breakConsumed + (isHere ? 0 : breakSeam);
          if (isHere) advance -= seam;
          solid = width;
          if (width + advance - spacing > limit && width > 0) {
            endLine(index, offset, width);
            width = 0;
          }
        } else {
          endLine(index, offset, solid);
          width = 0;
        }
      }
      width += advance;
      isHanging = !fits && hangs && codePoint !== space;
      if (codePoint !== space && !isHanging) solid = width;
      before = codePoint;
      offset = next;
    }
  }
  lines.push({ slices: slicesBetween(runs, lineRun, lineOffset, runs.length, 0), width: solid, hangs: isHanging });
  return lines;
}

function slicesBetween(runs: readonly Run[], fromRun: number, fromOffset: number, toRun: number, toOffset: number): readonly Slice[] {
  const slices: Slice[] = [];
  for (let run = fromRun; run <= toRun && run < runs.length; run++) {
    const start = run === fromRun ? fromOffset : 0;
    const end = run === toRun ? toOffset : (runs[run]?.text.length ?? 0);
    if (end > start) slices.push({ run, start, end });
  }
  return slices;
}
