import type { Seal } from '../../engine/model/frontMatter.ts';
import type { Inline } from '../../engine/model/report.ts';
import type { Form } from './forms.ts';
import { signatureIndents } from './signatureIndents.ts';

/** Empty lines of the grid above a signature that is sealed: the seal's upper edge lies within one line of the text (GB/T 9704-2012, 7.3.5.1). */
const linesBeforeSealed = 2;
/** Empty lines above a signature stamp, and between it and the date (7.3.5.3). */
const linesBeforeStamp = 2;
const linesBeforeStampedDate = 1;
/** Characters that a sealed date, a stamp and its date stay away from the right edge. */
const sealedRight = 4;
/** Characters between an official's post and the stamp. */
const postGap = 2;
/** Room for a stamp where no name is written, in characters. */
const stampRoom = 4;
/** A seal of 42 mm takes this much of a line, with a little air; seals in a row must not touch, nor leave the type area. */
const sealChars = 7.8;
/** Lines between two rows of seals: a seal is some four lines high. */
const linesBetweenSeals = 4;

/** Where a text of the signature begins, in characters from the left edge of the type area. */
export interface SignaturePlace {
  /** The organ, or an official's post, or the name that a stamp shows, or the date. */
  readonly what: 'organ' | 'stamp' | 'date';
  /** Of the organ. 0 for the date. */
  readonly index: number;
  readonly left: number;
}

export interface SignatureRow {
  /** Empty lines of the grid above it. */
  readonly linesBefore: number;
  /** From left to right. */
  readonly places: readonly SignaturePlace[];
}

/** A line of the signature: with a stamp an official's post and the name, else all in `organ`. */
export interface SignedLine<Words> {
  readonly organ: Words;
  readonly stamp?: Words;
}

/** What the layout says about signatures. */
export interface SignatureRules {
  /** How wide the type area is, in characters. */
  readonly chars: number;
  /** From the right edge to a signature without seal, in characters. */
  readonly rightChars: number;
  /** Empty lines above a signature without seal. */
  readonly linesBefore: number;
}

/** How a report is signed: as its front matter says; an order by its signer's stamp, if post and name are written (10.2). */
export function sealOf(seal: Seal | undefined, form: Form, organs: readonly (readonly Inline[])[]): Seal {
  return seal ?? (form === 'order' && organs.some((inlines) => splitPost(inlines) !== undefined) ? 'stamp' : 'none');
}

/** `市长　李明` as post and name; `undefined` for a line that is one word. */
function splitPost(inlines: readonly Inline[]): SignedLine<readonly Inline[]> | undefined {
  const last = inlines.at(-1);
  if (last?.kind !== 'text') return undefined;
  const match = /^(.*\S)[ \u3000]+(\S{1,12})$/.exec(last.text);
  const [, post, name] = match ?? [];
  if (post === undefined || name === undefined) return undefined;
  const start = last.start + last.text.length - name.length;
  return { organ: [...inlines.slice(0, -1), { ...last, text: post }], stamp: [{ ...last, text: name, start }] };
}

/** The words of a signature's lines, with a stamp parted into post and name. */
export const signedLines = (organs: readonly (readonly Inline[])[], seal: Seal): readonly SignedLine<readonly Inline[]>[] =>
  organs.map((organ) => (seal === 'stamp' ? splitPost(organ) : undefined) ?? { organ });

/**
 * Where 署名 and 成文日期 stand: with a seal (GB/T 9704-2012, 7.3.5.1), without one (7.3.5.2), with a signature stamp (7.3.5.3). Widths in
 * characters of the grid. No rows for a signature without words.
 */
export function signaturePlan(
  lines: readonly SignedLine<number>[],
  date: number | undefined,
  seal: Seal,
  rules: SignatureRules,
): readonly SignatureRow[] {
  const rows = plans[seal](lines, date, rules);
  return rows.map(({ linesBefore, places }) => ({
    linesBefore,
    places: places.map((place) => ({ ...place, left: Math.max(0, place.left) })),
  }));
}

type Plan = (lines: readonly SignedLine<number>[], date: number | undefined, rules: SignatureRules) => readonly SignatureRow[];

const plans: Readonly<Record<Seal, Plan>> = { none: unsealed, seal: sealed, stamp: stamped };

function unsealed(
  lines: readonly SignedLine<number>[],
  date: number | undefined,
  { chars, rightChars, linesBefore }: SignatureRules,
): SignatureRow[] {
  const widths = lines.map(({ organ }) => organ);
  const indents = signatureIndents(widths, date, rightChars);
  const rows = widths.map((width, index): readonly SignaturePlace[] => [
    { what: 'organ', index, left: chars - (indents.organs[index] ?? 0) - width },
  ]);
  if (date !== undefined) rows.push([{ what: 'date', index: 0, left: chars - indents.date - date }]);
  return rows.map((places, index) => ({ linesBefore: index === 0 ? linesBefore : 0, places }));
}

/** The date four characters from the edge, the signature centred above it; several organs in rows, each with room for its seal. */
function sealed(lines: readonly SignedLine<number>[], date: number | undefined, { chars }: SignatureRules): SignatureRow[] {
  const widths = lines.map(({ organ }) => organ);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const last = widths.at(-1) ?? 0;
  // A signature too long to be centred above a date there pushes both to the left.
  const centre = Math.min(chars - sealedRight - (date ?? last) / 2, chars - last / 2);
  const step = Math.max(sealChars, widest + 1);
  const columns = Math.max(1, Math.min(widths.length, 1 + Math.floor((centre - Math.max(widest, sealChars) / 2) / step)));
  const rows: SignatureRow[] = [];
  for (let start = 0; start < widths.length; start += columns) {
    const row = widths.slice(start, start + columns);
    // The last organ stands above the date; a row that is not full leans to it.
    const isLast = start + columns >= widths.length;
    const places = row.map((width, place): SignaturePlace => {
      const fromRight = (isLast ? row.length : columns) - 1 - place;
      return { what: 'organ', index: start + place, left: centre - fromRight * step - width / 2 };
    });
    rows.push({ linesBefore: start === 0 ? linesBeforeSealed : linesBetweenSeals, places });
  }
  if (date !== undefined)
    rows.push({ linesBefore: rows.length === 0 ? linesBeforeSealed : 0, places: [{ what: 'date', index: 0, left: centre - date / 2 }] });
  return rows;
}

/** Post and stamp on one row, two characters apart, the stamp four characters from the edge; further organs below, aligned. */
function stamped(lines: readonly SignedLine<number>[], date: number | undefined, { chars }: SignatureRules): SignatureRow[] {
  const widest = lines.reduce((most, { stamp }) => Math.max(most, stamp ?? stampRoom), 0);
  const stampAt = chars - sealedRight - widest;
  const rows = lines.map(
    ({ organ, stamp }, index): SignatureRow => ({
      linesBefore: index === 0 ? linesBeforeStamp : 1,
      places: [
        { what: 'organ', index, left: stampAt - postGap - organ },
        ...(stamp === undefined ? [] : [{ what: 'stamp', index, left: stampAt } as const]),
      ],
    }),
  );
  if (date !== undefined)
    rows.push({
      linesBefore: rows.length === 0 ? linesBeforeStamp : linesBeforeStampedDate,
      places: [{ what: 'date', index: 0, left: chars - sealedRight - date }],
    });
  return rows;
}
