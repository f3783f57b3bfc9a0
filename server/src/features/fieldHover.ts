import type { Hover } from 'vscode-languageserver';
import type { ReportData } from '../data/reportData.ts';
import type { ReportDocument } from '../engine/document.ts';
import type { Position } from '../engine/text/position.ts';
import type { Localize } from '../wording/localize.ts';
import { describeDatum } from './describeDatum.ts';
import { fieldAt } from './fieldAt.ts';

/** On a field that a sheet knows: its value, unit, source, owner, last year's value, and where it stands. */
export function fieldHover(document: ReportDocument, position: Position, data: ReportData, t: Localize): Hover | undefined {
  const use = fieldAt(document, position);
  const datum = use && data.values.get(use.key);
  return datum && { contents: { kind: 'markdown', value: describeDatum(datum, t) }, range: use.range };
}
