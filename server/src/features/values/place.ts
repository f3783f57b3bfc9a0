import type { ReportDocument } from '../../engine/document.ts';
import type { MissingDatum } from '../../engine/missing/missingDatum.ts';
import type { Localize } from '../../wording/localize.ts';

/** Where a value goes, and the words around. */
export interface ValuePlace {
  readonly document: ReportDocument;
  readonly datum: MissingDatum;
  /** The text of the line before and after what the value replaces. */
  readonly left: string;
  readonly right: string;
  /** What it replaces. */
  readonly mark: string;
  readonly t: Localize;
}

/** What is doubtful about a value, in the writer's language; `undefined` when nothing is. */
export type ValueCheck = (value: string, place: ValuePlace) => string | undefined;
