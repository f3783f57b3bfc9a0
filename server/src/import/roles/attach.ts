import { attachmentStart, caption } from '../../engine/syntax/phrases.ts';
import { type Item, isAllBold, type Pieces, withoutBold, wordsOf } from '../write/item.ts';

const noteLead = /^\s*(?:(?:备?注|说明|(?:数据|资料)?来源)\s?\d{0,2}|notes?|sources?)\s?[：:]/i;
const mostNotes = 6;

/**
 * Puts together what Word has as paragraphs beside one another: captions with their tables and pictures, notes with the table above them. With
 * `tidy`, page breaks go where the report's own form brings them or where nothing stands between them.
 */
export function attached(items: readonly Item[], tidy: boolean): readonly Item[] {
  const out: Item[] = [];
  for (const item of items) {
    const last = out[out.length - 1];
    if (item.kind === 'contents' && last?.kind === 'contents') continue;
    if (tidy && item.kind === 'pageBreak' && (last === undefined || last.kind === 'pageBreak')) continue;
    if (item.kind === 'table' && item.caption === undefined) {
      const words = captionOf(last, 'table');
      if (words !== undefined) {
        out.pop();
        out.push({ ...item, caption: words, source: last?.source ?? item.source });
        continue;
      }
    }
    if (last?.kind === 'picture' && last.caption.length === 0) {
      const words = captionOf(item, 'figure');
      if (words !== undefined) {
        out[out.length - 1] = { ...last, caption: words };
        continue;
      }
    }
    if (
      last?.kind === 'table' &&
      item.kind === 'paragraph' &&
      !item.exact &&
      noteLead.test(wordsOf(item.pieces)) &&
      last.notes.length < mostNotes
    ) {
      out[out.length - 1] = { ...last, notes: [...last.notes, item.pieces] };
      continue;
    }
    if (tidy && last !== undefined && beginsAttachment(last) && item.kind === 'paragraph' && isAllBold(item.pieces)) {
      // The look of the attachment's title is not an emphasis.
      out.push({ ...item, pieces: withoutBold(item.pieces) });
      continue;
    }
    if (tidy && beginsAttachment(item) && last?.kind === 'pageBreak') out.pop();
    out.push(item);
  }
  while (tidy && out[out.length - 1]?.kind === 'pageBreak') out.pop();
  return out;
}

const beginsAttachment = (item: Item): boolean =>
  item.kind === 'attachment' || (item.kind === 'paragraph' && attachmentStart.test(wordsOf(item.pieces).trim()));

function captionOf(item: Item | undefined, of: 'table' | 'figure'): Pieces | undefined {
  if (item?.kind === 'caption' && item.of === of) return item.pieces;
  if (item?.kind !== 'paragraph') return undefined;
  const words = wordsOf(item.pieces).trim();
  const fits = caption.test(words) && words.length <= 80 && /^[表T]/.test(words) === (of === 'table');
  return fits ? (isAllBold(item.pieces) ? withoutBold(item.pieces) : item.pieces) : undefined;
}
