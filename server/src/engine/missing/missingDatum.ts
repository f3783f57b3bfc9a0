import type { Span } from '../text/position.ts';

/** What sort of value is missing. The names are a contract of `report-writer check --format json`. */
export type DatumKind =
  | 'count'
  | 'money'
  | 'percent'
  | 'ratio'
  | 'multiple'
  | 'date'
  | 'org'
  | 'person'
  | 'document'
  | 'reference'
  | 'place'
  | 'name'
  | 'text';

/** How sure the detector is: `sure` and `likely` are warnings, `maybe` is a hint. */
export type Certainty = 'sure' | 'likely' | 'maybe';

/** One datum that nobody has sent yet: the mark that stands for it (`*`, `××`, `20XX年` …) and what it stands for. */
export interface MissingDatum extends Span {
  readonly kind: DatumKind;
  readonly certainty: Certainty;
  /** The unit that follows, as a writer would say it: 元, 万元, 次, 个方面, %. */
  readonly unit?: string;
  /** 余/多/来 follows: the value is an approximation. */
  readonly approximate?: true;
  /** For a frequency, its period: 每月, 每半月, 每季度. */
  readonly period?: string;
  /** A field name from the nearest noun phrase: 公务接待费. */
  readonly field?: string;
  /** The mark may hide a name on purpose (张××): an information, not a warning. */
  readonly masking?: true;
  /**
   * Nothing stands for the datum (共召开次会议): the span covers the unit, which stays, and the value goes in at this column.
   * Where this is absent the value takes the place of the span.
   */
  readonly insertAt?: number;
}
