import type { Block } from '../../engine/model/report.ts';

const silent: ReadonlySet<Block['kind']> = new Set(['nothing', 'footnote']);
/** Blocks between the body and the signature, which lean on what stands before them. A closing is body enough. */
const leaning: ReadonlySet<Block['kind']> = new Set(['attachmentNote']);

/**
 * The indexes of the blocks that must share a page with what follows them: the last words of the body and all between
 * them and a signature, so that the signature never stands alone on a page (GB/T 9704-2012, 7.3.5.5), and the signature
 * before a note.
 */
export function keptWithNext(blocks: readonly Block[]): ReadonlySet<number> {
  const kept = new Set<number>();
  blocks.forEach((block, index) => {
    if (block.kind !== 'signature' && block.kind !== 'note') return;
    for (let before = index - 1; before >= 0; before--) {
      const kind = blocks[before]?.kind;
      if (kind === undefined || kind === 'pageBreak' || kind === 'attachment') return;
      if (silent.has(kind)) continue;
      kept.add(before);
      if (!leaning.has(kind)) return;
    }
  });
  return kept;
}
