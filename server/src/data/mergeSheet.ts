import type { ReportDocument } from '../engine/document.ts';
import type { Line } from '../engine/syntax/line.ts';
import type { Range } from '../engine/text/position.ts';
import type { FieldValues } from './bind.ts';
import { type FieldProblem, showField } from './checkFields.ts';
import { type FieldUse, fieldsOfLine } from './fields.ts';

/** An edit as LSP has it. */
export interface SheetEdit {
  readonly range: Range;
  readonly newText: string;
}

export interface Merged {
  /** In order, without overlaps: each puts a value in the place of its field. */
  readonly edits: readonly SheetEdit[];
  /** Fields that stay, and why; without a problem no sheet knows the key. */
  readonly left: readonly { readonly use: FieldUse; readonly problem?: FieldProblem }[];
}

/**
 * Puts the values of the sheets into the report: each `{{key}}` gives way to its formatted value, and no other character changes. A field
 * without a value, or whose value would say something wrong (another unit follows it), stays and is reported.
 */
export function mergeSheet(document: ReportDocument, values: FieldValues): Merged {
  const edits: SheetEdit[] = [];
  const left: { readonly use: FieldUse; readonly problem?: FieldProblem }[] = [];
  let number = 0;
  for (const line of document.lines()) {
    for (const use of fieldsOfLine(line, number)) {
      const value = values.get(use.key);
      const { text, problem } = value === undefined ? { text: '', problem: undefined } : showField(use, value);
      if (value === undefined || problem !== undefined) left.push({ use, ...(problem === undefined ? {} : { problem }) });
      else edits.push({ range: use.range, newText: inLine(text, line) });
    }
    number++;
  }
  return { edits, left };
}

/** In a table a bar would part cells. */
function inLine(text: string, { syntax }: Line): string {
  return syntax.kind === 'tableRow' ? text.replace(/\\?\|/g, '\\|') : text;
}
