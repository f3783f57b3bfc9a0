import type { ReportDocument } from '../engine/document.ts';
import type { Range } from '../engine/text/position.ts';
import type { FieldValue, FieldValues } from './bind.ts';
import { type FieldUse, fieldsOf } from './fields.ts';
import { type FormatProblemCode, formatValue, unitConflict } from './format.ts';
import { nearestName } from './nearest.ts';

export type FieldProblemCode = 'unknown-key' | 'empty-value' | 'format' | 'unit' | 'formula';

/** What is wrong with a field in the text. `message` is English; `{0}` stands for the first of `args`. */
export interface FieldProblem {
  readonly code: FieldProblemCode;
  readonly message: string;
  readonly args: readonly (string | number)[];
  /** In the report. */
  readonly range: Range;
  readonly use: FieldUse;
  /** For an unknown key: the known one that was probably meant. */
  readonly suggestion?: string;
}

export interface FieldCheck {
  readonly problems: readonly FieldProblem[];
  /** Data of the sheets that neither the report nor a formula names. */
  readonly unused: readonly FieldValue[];
}

/** Unknown keys that get a suggestion: looking for one costs a look at every key. */
const mostSuggestions = 50;

/** Compares the fields of a report with its data: keys nobody knows, values still to come, units that do not fit, keys never used. */
export function checkFields(document: ReportDocument, values: FieldValues): FieldCheck {
  const problems: FieldProblem[] = [];
  const used = new Set<string>();
  const suggestions = new Map<string, string | undefined>();
  for (const use of fieldsOf(document)) {
    const value = values.get(use.key);
    if (value === undefined) {
      if (!suggestions.has(use.key)) {
        suggestions.set(use.key, suggestions.size < mostSuggestions ? nearestName(use.key, values.values.keys()) : undefined);
      }
      problems.push(unknownKey(use, suggestions.get(use.key)));
      continue;
    }
    used.add(value.key);
    const { problem } = showField(use, value);
    if (problem !== undefined) problems.push(problem);
  }
  const unused = [...values.values.values()].filter(({ key }) => !used.has(key) && !values.usedByFormulas.has(key));
  return { problems, unused };
}

/** A field as the report shows it, and what hinders it from saying the right thing. */
export interface ShownField {
  /** Empty where there is no value. */
  readonly text: string;
  readonly problem?: FieldProblem;
}

/** The text that stands in the place of one field. */
export function showField(use: FieldUse, value: FieldValue): ShownField {
  const because = (code: FieldProblemCode, { message, args }: Pick<FieldProblem, 'message' | 'args'>): FieldProblem => ({
    code,
    message,
    args,
    range: use.range,
    use,
  });
  if (value.failure !== undefined && value.failure.code !== 'no-value') return { text: '', problem: because('formula', value.failure) };
  const { text, problem } = formatValue(value, use, use.after);
  if (problem !== undefined) return { text, problem: because(fieldCodes[problem.code], problem) };
  const conflict = unitConflict(value, use, use.after);
  return conflict === undefined ? { text } : { text, problem: because('unit', conflict) };
}

const fieldCodes: Readonly<Record<FormatProblemCode, FieldProblemCode>> = {
  'no-value': 'empty-value',
  'no-number': 'format',
  format: 'format',
  unit: 'unit',
  'unit-after': 'unit',
};

function unknownKey(use: FieldUse, suggestion: string | undefined): FieldProblem {
  const base = { code: 'unknown-key', range: use.keyRange, use } as const;
  return suggestion === undefined
    ? { ...base, message: 'No data sheet has “{0}”: add a row for it.', args: [use.key] }
    : { ...base, message: 'No data sheet has “{0}”. Did you mean “{1}”?', args: [use.key, suggestion], suggestion };
}
