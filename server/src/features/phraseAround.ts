import type { Span } from '../engine/text/position.ts';

/** The clause that holds a mark; `…` stands where the clause goes on. */
export interface Phrase {
  readonly before: string;
  readonly mark: string;
  readonly after: string;
}

/** Characters shown on either side at most. */
const reach = 24;
const clauseMarks = '。；！？;!?';

/** The words of a line around a mark, no further than the clause and 24 characters on either side. */
export function phraseAround(text: string, { start, end }: Span): Phrase {
  const from = clauseStart(text, start);
  const to = clauseEnd(text, end);
  return {
    before: `${cutLeft(text, from) ? '…' : ''}${text.slice(from, start).trimStart()}`,
    mark: text.slice(start, end),
    after: `${text.slice(end, to).trimEnd()}${cutRight(text, to) ? '…' : ''}`,
  };
}

function clauseStart(text: string, start: number): number {
  const earliest = Math.max(0, start - reach);
  for (let at = start - 1; at >= earliest; at -= 1) if (clauseMarks.includes(text.charAt(at))) return at + 1;
  return afterSurrogate(text, earliest);
}

function clauseEnd(text: string, end: number): number {
  const latest = Math.min(text.length, end + reach);
  for (let at = end; at < latest; at += 1) if (clauseMarks.includes(text.charAt(at))) return at + 1;
  return afterSurrogate(text, latest);
}

/** Never between the halves of a surrogate pair. */
function afterSurrogate(text: string, at: number): number {
  return text.charCodeAt(at) >>> 10 === 0x37 ? at + 1 : at;
}

const cutLeft = (text: string, from: number) => from > 0 && !clauseMarks.includes(text.charAt(from - 1));
const cutRight = (text: string, to: number) => to < text.length && !clauseMarks.includes(text.charAt(to - 1));
