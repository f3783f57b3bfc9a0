import type { Position, Range } from '../engine/text/position.ts';
import type { TextDocumentParams } from './requests.ts';

/** Client → server: the problems of a report lined up with their causes and measures, as a text with links into the report. */
export const remediesRequest = 'reportWriter/remedies';

export type RemediesParams = TextDocumentParams;

export interface RemediesResult {
  /** Empty where the report lists no problem. */
  readonly text: string;
  /** Places in `text` and where they lead to in the report. */
  readonly links: readonly { readonly range: Range; readonly target: Position }[];
}
