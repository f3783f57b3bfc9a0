import type { Inline } from '../engine/model/report.ts';
import { differences } from './differences.ts';

/** A word, or a mark such as a missing datum that is never cut. */
interface Token {
  readonly key: string;
  readonly inline: Inline;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function tokensOf(inlines: readonly Inline[]): readonly Token[] {
  const tokens: Token[] = [];
  for (const inline of inlines) {
    if (inline.kind !== 'text') {
      tokens.push({ key: keyOf(inline), inline });
      continue;
    }
    for (const { segment, index } of segmenter.segment(inline.text)) {
      const word: Inline = { ...inline, text: segment, start: inline.start + index };
      tokens.push({ key: keyOf(word), inline: word });
    }
  }
  return tokens;
}

/** Equal for what looks the same in print. */
export function keyOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return `${inline.bold ? 'b' : 't'}${inline.text}`;
    case 'link':
      return `l${inline.href} ${inline.text}`;
    case 'footnoteReference':
      return `f${inline.label}`;
    case 'field':
      return `d${inline.value ?? inline.key}`;
    default:
      return `${inline.kind}${inline.text}`;
  }
}

/** Words that are printed twice a line apart are worse to read than a sentence replaced: fewer equal words than this share of the shorter are none. */
const leastEqual = 0.2;

/** The new words with the old ones between them, each marked where it is on one side only. */
export function mergeInlines(before: readonly Inline[], after: readonly Inline[]): readonly Inline[] {
  const old = tokensOf(before);
  const fresh = tokensOf(after);
  const parts = differences(
    old.map(({ key }) => key),
    fresh.map(({ key }) => key),
  );
  const equal = parts.reduce((sum, { count, change }) => (change ? sum : sum + count), 0);
  if (equal < Math.min(old.length, fresh.length) * leastEqual) return [...marked(before, 'removed'), ...marked(after, 'added')];
  const merged: Inline[] = [];
  let oldAt = 0;
  let freshAt = 0;
  for (const { count, change } of parts) {
    const taken = change === 'removed' ? old.slice(oldAt, oldAt + count) : fresh.slice(freshAt, freshAt + count);
    for (const { inline } of taken) append(merged, change ? { ...inline, change } : inline);
    if (change !== 'added') oldAt += count;
    if (change !== 'removed') freshAt += count;
  }
  return merged;
}

/** Everything as on one side only. */
export function marked(inlines: readonly Inline[], change: 'added' | 'removed'): readonly Inline[] {
  return inlines.map((inline) => ({ ...inline, change }));
}

/** Words of one look and one fate are one run again. */
function append(merged: Inline[], inline: Inline): void {
  const last = merged.at(-1);
  if (last?.kind === 'text' && inline.kind === 'text' && last.change === inline.change && last.bold === inline.bold) {
    merged[merged.length - 1] = { ...last, text: last.text + inline.text };
  } else merged.push(inline);
}
