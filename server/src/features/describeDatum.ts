import type { FieldValue } from '../data/bind.ts';
import { describePlace } from '../data/describeSheetProblem.ts';
import type { Localize } from '../wording/localize.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';

/** A value with its unit: `320 亩`; empty where there is none yet. */
export function valueText({ value, unit }: FieldValue): string {
  if (value === undefined) return '';
  return unit === undefined || value.endsWith(unit) ? value : `${value} ${unit}`;
}

/** All that a sheet says about a datum, in Markdown. */
export function describeDatum(datum: FieldValue, t: Localize): string {
  const { row, sheet, failure } = datum;
  const value = valueText(datum);
  const head = failure !== undefined ? t(failure.message, ...failure.args) : value === '' ? t('No value is given yet.') : value;
  const facts: readonly (readonly [name: string, text: string | undefined])[] = [
    [t('Formula'), row.formula === undefined ? undefined : `=${row.formula}`],
    [t('Period'), row.period],
    [t('Last year'), row.lastYear],
    [t('Source'), row.source],
    [t('Owner'), row.owner],
    [t('Due'), row.due],
    [t('Checked'), row.checked],
    [t('Note'), row.note],
    [t('Sheet'), `${sheet.path}, ${describePlace(row.place, t)}`],
  ];
  const lines = facts.flatMap(([name, text]) => (text === undefined ? [] : [`- ${name}: ${escapeMarkdown(text)}`]));
  return `**${escapeMarkdown(datum.key)}** ${escapeMarkdown(head)}\n\n${lines.join('\n')}`;
}
