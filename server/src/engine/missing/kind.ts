import { type Around, lookAround, type Meaning, type Test } from './kinds/around.ts';
import { captioned, english, labelled, nouned, words } from './kinds/labels.ts';
import { actor, document, name, period, personOrOrgan, place, quotedName } from './kinds/names.ts';
import { compared, currency, documentNumber, measured, ordinal, ratio, reference, unit, weekday } from './kinds/values.ts';
import type { Mark } from './mark.ts';

/** Tells the kind of the value a mark stands for: the tests in order, the first that answers wins. */
export function meaningOf(text: string, start: number, end: number, mark: Mark): Meaning {
  const around = lookAround(text, start, end, mark);
  for (const test of tests) {
    const meaning = test(around);
    if (meaning) return meaning;
  }
  return { kind: 'text' };
}

const tests: readonly Test[] = [
  known,
  words,
  reference,
  ratio,
  documentNumber,
  currency,
  unit,
  measured,
  weekday,
  ordinal,
  compared,
  captioned,
  labelled,
  personOrOrgan,
  actor,
  document,
  place,
  name,
  period,
  english,
  nouned,
  quotedName,
];

function known({ mark, text, start }: Around): Meaning | undefined {
  if (mark.kind === undefined) return undefined;
  if (mark.kind === 'date' && /(?:编号|文号|案号|合同号|备案号)[：:]?$/.test(text.slice(Math.max(start, mark.start - 6), mark.start)))
    return { kind: 'document' };
  if (mark.kind === 'date') return { kind: 'date', ...(text[mark.end] === '年' ? { unit: '年' } : {}) };
  if (mark.kind === 'count') return { kind: 'count', unit: text.slice(Math.max(start, mark.end - 2), mark.end) };
  return { kind: mark.kind };
}
