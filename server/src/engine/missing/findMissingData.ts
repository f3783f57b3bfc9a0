import type { LineKind } from '../syntax/lineSyntax.ts';
import type { Span } from '../text/position.ts';
import type { MissingDatum } from './missingDatum.ts';

export interface LineContext extends Span {
  readonly kind: LineKind;
  readonly cells?: readonly Span[];
  readonly masking?: boolean;
}

const none: readonly MissingDatum[] = Object.freeze([]);

export function findMissingData(text: string, context: LineContext): readonly MissingDatum[] {
  if (text.indexOf('*', context.start) < 0) {
    return none;
  }
  const found: MissingDatum[] = [];
  for (let at = text.indexOf('*', context.start); at >= 0 && at < context.end; at = text.indexOf('*', at + 1)) {
    found.push({ start: at, end: at + 1, kind: 'text', certainty: 'sure' });
  }
  return found;
}
