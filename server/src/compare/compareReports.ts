import type { FrontMatter } from '../engine/model/frontMatter.ts';
import type { Block, Report } from '../engine/model/report.ts';
import { differences } from './differences.ts';
import { keyOfBlock, markBlock, mergeBlocks, plainWords } from './mergeBlocks.ts';

export type BlockChange = 'added' | 'removed' | 'changed';

export interface Comparison {
  /** The new version with what was removed from the old one, words marked by `change`. */
  readonly report: Report;
  /** The blocks of `report` that are not as they were, in their order. */
  readonly changes: ReadonlyMap<Block, BlockChange>;
  /** Keys of the front matter that changed, with their values; absent ones are empty. */
  readonly frontMatter: readonly { readonly key: string; readonly before: string; readonly after: string }[];
}

/** Two versions of a report in one, to be laid out as pages. */
export function compareReports(before: Report, after: Report): Comparison {
  const old = before.blocks.filter(isPrinted);
  const fresh = after.blocks.filter(isPrinted);
  const blocks: Block[] = [];
  const changes = new Map<Block, BlockChange>();
  const put = (block: Block, change: BlockChange) => {
    blocks.push(block);
    changes.set(block, change);
  };
  let oldAt = 0;
  let freshAt = 0;
  for (const { removed, added, same } of stretches(old, fresh)) {
    for (const [from, to] of paired(old.slice(oldAt, oldAt + removed), fresh.slice(freshAt, freshAt + added))) {
      const merged = from && to && mergeBlocks(from, to);
      if (merged) put(merged, 'changed');
      else {
        if (from) put(markBlock(from, 'removed'), 'removed');
        if (to) put(markBlock(to, 'added'), 'added');
      }
    }
    oldAt += removed + same;
    freshAt += added;
    for (const block of fresh.slice(freshAt, freshAt + same)) blocks.push(block);
    freshAt += same;
  }
  return { report: { frontMatter: after.frontMatter, blocks }, changes, frontMatter: changedKeys(before.frontMatter, after.frontMatter) };
}

interface Stretch {
  removed: number;
  added: number;
  /** Blocks after these that are on both sides. */
  same: number;
}

function stretches(old: readonly Block[], fresh: readonly Block[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const { count, change } of differences(old.map(keyOfBlock), fresh.map(keyOfBlock))) {
    const last = found.at(-1);
    const stretch = last && last.same === 0 ? last : { removed: 0, added: 0, same: 0 };
    if (stretch !== last) found.push(stretch);
    stretch[change ?? 'same'] += count;
  }
  return found;
}

const isPrinted = ({ kind }: Block): boolean => kind !== 'nothing';

/** Blocks less alike than this are two paragraphs, not one that was rewritten. */
const leastLikeness = 0.3;
/** So many blocks in a row are looked through for a partner. */
const farthest = 20;

/** Goes through both sides in order: a block and the first one like it on the other side are a pair; what stands before it has none. */
function* paired(old: readonly Block[], fresh: readonly Block[]): Generator<readonly [Block | undefined, Block | undefined]> {
  let freshAt = 0;
  for (const block of old) {
    const partner = fresh.slice(freshAt, freshAt + farthest).findIndex((candidate) => isLike(block, candidate));
    if (partner < 0) {
      yield [block, undefined];
      continue;
    }
    for (const alone of fresh.slice(freshAt, freshAt + partner)) yield [undefined, alone];
    yield [block, fresh[freshAt + partner]];
    freshAt += partner + 1;
  }
  for (const alone of fresh.slice(freshAt)) yield [undefined, alone];
}

function isLike(before: Block, after: Block): boolean {
  if (before.kind !== after.kind) return false;
  return likeness(plainWords(before), plainWords(after)) >= leastLikeness;
}

/** The share of pairs of characters that both have (Dice), 0–1; texts of one kind without words are alike. */
function likeness(before: string, after: string): number {
  if (before === after) return 1;
  const old = pairsOf(before);
  const fresh = pairsOf(after);
  let both = 0;
  for (const [pair, count] of fresh) both += Math.min(count, old.get(pair) ?? 0);
  const total = Math.max(before.length - 1, 0) + Math.max(after.length - 1, 0);
  return total === 0 ? 0 : (2 * both) / total;
}

function pairsOf(text: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function changedKeys(before: FrontMatter, after: FrontMatter): Comparison['frontMatter'] {
  const textOf = (value: unknown): string => {
    if (value === undefined) return '';
    if (Array.isArray(value)) return value.join('、');
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof FrontMatter)[];
  return keys
    .map((key) => ({ key, before: textOf(before[key]), after: textOf(after[key]) }))
    .filter((change) => change.before !== change.after);
}
