import type { ReportDocument } from '../engine/document.ts';
import type { DatumKind, MissingDatum } from '../engine/missing/missingDatum.ts';
import { scanLine } from '../engine/syntax/scanLine.ts';
import type { Position } from '../engine/text/position.ts';
import type { Localize } from '../wording/localize.ts';
import { datumAt, replacedSpan, valueFor } from './fillMissing.ts';
import { checkDate } from './values/checkDate.ts';
import { checkCount, checkMoney, checkMultiple, checkPercent, checkRatio } from './values/checkNumber.ts';
import { checkReference } from './values/checkReference.ts';
import type { ValueCheck, ValuePlace } from './values/place.ts';

/** 国发〔2025〕3号: the year in six-cornered brackets, no 第, no leading zero (GB/T 9704-2012, 7.2.5). */
const checkDocument: ValueCheck = (value, { mark, t }) => {
  if (!/[〔［[（(].*号/.test(mark)) return undefined;
  return /^[^〔]+〔(?:19|20)\d{2}〕[1-9]\d*号$/.test(value.trim())
    ? undefined
    : t('A document number like {0} is expected here.', '×政发〔2025〕3号');
};

/** Names, places and free text are what the writer says they are. */
const checks: Readonly<Partial<Record<DatumKind, ValueCheck>>> = {
  count: checkCount,
  money: checkMoney,
  percent: checkPercent,
  ratio: checkRatio,
  multiple: checkMultiple,
  date: checkDate,
  reference: checkReference,
  document: checkDocument,
};

/**
 * What is doubtful about a value for the datum that begins at `position`, in the writer's language; `undefined` when nothing is, when no
 * datum begins there, or when nothing is typed. It is advice: any value may be filled in.
 */
export function checkValue(document: ReportDocument, position: Position, value: string, t: Localize): string | undefined {
  const datum = datumAt(document, position);
  if (datum === undefined || value.trim() === '') return undefined;
  const { text } = document.line(position.line);
  const { start, end } = replacedSpan(text, datum);
  const place: ValuePlace = { document, datum, left: text.slice(0, start), right: text.slice(end), mark: text.slice(start, end), t };
  const plain = valueFor(text, datum, value);
  if (staysMissing(document, position.line, datum, plain)) return t('“{0}” would still be missing data.', plain);
  return checks[datum.kind]?.(plain, place);
}

/** With the value in its place, does the line still have a gap there? */
function staysMissing(document: ReportDocument, number: number, datum: MissingDatum, value: string): boolean {
  const { text, eol, stateIn } = document.line(number);
  const { start, end } = replacedSpan(text, datum);
  const { missing } = scanLine(`${text.slice(0, start)}${value}${text.slice(end)}`, eol, stateIn);
  const after = start + value.length;
  return missing.some((found) => !found.masking && found.start < after && found.end > start);
}
