import { Paragraph, type ParagraphChild } from 'docx';
import type { Block, Inline } from '../../engine/model/report.ts';
import type { DocumentState } from './documentState.ts';
import { field } from './rawXml.ts';
import { runsOf, textRuns } from './runs.ts';
import { styleIds } from './styles.ts';

type Captioned = 'table' | 'figure';

const numbered = /^\s*((表|图|圖|Table|Figure)\s*)(\d{1,4})(?![\d.．-])/;

interface CaptionNumber {
  readonly name: string;
  readonly lead: string;
  readonly digits: string;
  /** What follows the number. */
  readonly rest: readonly Inline[];
}

function numberOf(inlines: readonly Inline[]): CaptionNumber | undefined {
  const [first, ...rest] = inlines;
  const match = first?.kind === 'text' ? numbered.exec(first.text) : null;
  if (first?.kind !== 'text' || match === null) return undefined;
  const [whole, lead = '', name = '', digits = ''] = match;
  return { name, lead, digits, rest: [{ ...first, text: first.text.slice(whole.length) }, ...rest] };
}

const keyOf = (of: Captioned, digits: string): string => `${of} ${Number(digits)}`;

/** Finds the captions that words can lead to, before any word is printed. A number used twice leads to its first caption. */
export function collectCaptions(blocks: readonly Block[], state: DocumentState): void {
  for (const block of blocks) {
    const [of, inlines] = captionOf(block) ?? [];
    const number = inlines && numberOf(inlines);
    if (of === undefined || number === undefined) continue;
    const key = keyOf(of, number.digits);
    if (!state.captionBookmarks.has(key)) state.captionBookmarks.set(key, `_Ref_${of}_${Number(number.digits)}`);
  }
}

function captionOf(block: Block): readonly [Captioned, readonly Inline[]] | undefined {
  if (block.kind === 'caption') return [block.of, block.inlines];
  if (block.kind === 'picture' || block.kind === 'chart') return ['figure', block.caption];
  return block.kind === 'table' && block.table.caption ? ['table', block.table.caption.inlines] : undefined;
}

/**
 * A caption; its number becomes a Word field (SEQ) that keeps the number typed until somebody moves the caption, and has
 * a bookmark for the words that lead to it.
 */
export function captionParagraph(of: Captioned, inlines: readonly Inline[], state: DocumentState, keepNext: boolean): Paragraph {
  return new Paragraph({ style: styleIds.caption, ...(keepNext ? { keepNext } : {}), children: captionRuns(of, inlines, state) });
}

function captionRuns(of: Captioned, inlines: readonly Inline[], state: DocumentState): ParagraphChild[] {
  const number = numberOf(inlines);
  if (number === undefined) return runsOf(inlines, state);
  const { name, lead, digits, rest } = number;
  const value = Number(digits);
  const expected = (state.captionNumbers.get(of) ?? 0) + 1;
  state.captionNumbers.set(of, value);
  // A number out of turn is set (\r), so that an update of the fields leaves what the writer typed.
  const reset = value === expected ? '' : ` \\r ${value}`;
  const label = [...textRuns(lead, state), ...field(` SEQ ${name} \\* ARABIC${reset} `, textRuns(digits, state))];
  const key = keyOf(of, digits);
  const bookmark = state.captionBookmarks.get(key);
  const isFirst = bookmark !== undefined && !state.captionsPrinted.has(key);
  state.captionsPrinted.add(key);
  return [...(isFirst ? state.bookmarked(bookmark, label) : label), ...runsOf(rest, state, {}, false)];
}
