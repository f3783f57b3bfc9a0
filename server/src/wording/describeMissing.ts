import type { DatumKind, MissingDatum } from '../engine/missing/missingDatum.ts';
import type { Localize } from './localize.ts';

/** What a kind of value is called in a sentence. */
const kindNames: Readonly<Record<DatumKind, string>> = {
  count: 'number',
  money: 'money',
  percent: 'percentage',
  ratio: 'ratio',
  multiple: 'multiple',
  date: 'date',
  org: 'organisation',
  person: 'person',
  document: 'document',
  reference: 'reference',
  place: 'place',
  name: 'name',
  text: 'text',
};

/** What a kind of value is called: money, 金额. */
export function nameOfKind(kind: DatumKind, t: Localize): string {
  return t(kindNames[kind]);
}

const saidByUnit: ReadonlySet<DatumKind> = new Set(['count', 'percent', 'multiple']);

/**
 * What is missing, as a colleague would say it: `Missing: 公务接待费 (money, 元)`, 缺：公务接待费（金额，元）.
 * Without a field the kind stands for it: `Missing: number (次, 每月)`.
 */
export function describeMissing(datum: MissingDatum, t: Localize): string {
  if (datum.masking) return t('Missing, or hidden on purpose: a name');
  const kind = nameOfKind(datum.kind, t);
  const details: string[] = [];
  // The unit says it already: 党员大会次数（次）; and so does a field like 单位名称.
  const said = datum.field === undefined || datum.field.includes(kind) || (datum.unit !== undefined && saidByUnit.has(datum.kind));
  if (!said) details.push(kind);
  if (datum.unit !== undefined) details.push(datum.approximate ? t('some {0}', datum.unit) : datum.unit);
  else if (datum.approximate) details.push(t('approximate'));
  if (datum.period !== undefined) details.push(datum.period);
  const name = datum.field ?? kind;
  return details.length === 0 ? t('Missing: {0}', name) : t('Missing: {0} ({1})', name, details.join(t(', ')));
}
