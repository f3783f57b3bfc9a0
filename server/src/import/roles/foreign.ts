import { documentNumber } from '../../engine/syntax/phrases.ts';
import type { WordBlock, WordDocument, WordParagraph } from '../word/model.ts';
import type { ImportedFrontMatter } from '../write/frontMatterText.ts';
import { type Item, type Pieces, withoutBold, wordsOf } from '../write/item.ts';
import { type Conversion, textOf } from './conversion.ts';
import { isCopyNumber, isSecrecy, isUrgency, markSuffix } from './headWords.ts';
import { takeImprint } from './imprint.ts';
import { ordinaryItems } from './ordinary.ts';

/** What the head of a document may span. */
const headBlocks = 40;
const mostTitleLines = 6;
const longestTitleLine = 60;
/** Half-points by which a title is larger than the text. */
const larger = 4;
const sentence = /[。；！？;!?]|[：:，,、]$/;

export interface ForeignReport {
  readonly frontMatter: ImportedFrontMatter;
  readonly items: readonly Item[];
  /** The document has no title that could be told: the first line may be one. */
  readonly mayTitle: boolean;
}

/** Reads any document: title and head by their place and look, all the rest by style, number and words. */
export function foreignReport(document: WordDocument, conversion: Conversion): ForeignReport {
  const frontMatter: ImportedFrontMatter = {};
  const blocks = takeImprint(document.blocks, frontMatter);
  const title = findTitle(blocks, document.bodySize);
  const items: Item[] = [];
  const early: Item[] = [];
  const options = { shift: title?.shift ?? 0 };
  for (const block of blocks.slice(0, title?.from ?? 0)) {
    if (takesHead(block, frontMatter, document.bodySize)) continue;
    early.push(...ordinaryItems(block, conversion, options).filter(({ kind }) => kind !== 'pageBreak'));
  }
  if (title !== undefined) {
    const lines: Pieces[] = [];
    for (const block of blocks.slice(title.from, title.to)) {
      if (block.kind !== 'paragraph') continue;
      conversion.source = block.source;
      for (const part of conversion.partsOf(block.inlines)) {
        if (part.kind === 'line') lines.push(withoutBold(part.pieces));
        else if (part.kind !== 'pageBreak') early.push({ ...part, source: block.source });
      }
    }
    items.push({ kind: 'title', lines, source: blocks[title.from]?.source ?? 0 });
    const words = early.filter(({ kind }) => kind !== 'picture' && kind !== 'comment');
    if (words.length > 0) conversion.remark(conversion.t('What stood before the title stands after it.'));
    items.push(...early);
  }
  const type = typeOf(markOf(blocks.slice(0, title?.from ?? 0), document.bodySize), items[0]);
  if (type !== undefined) frontMatter.documentType = type;
  let apart = false;
  for (const block of blocks.slice(title?.to ?? 0)) {
    const [first, ...rest] = ordinaryItems(block, conversion, options);
    if (first !== undefined) items.push(apart ? { ...first, apart } : first, ...rest);
    apart = first === undefined;
  }
  return { frontMatter, items, mayTitle: title === undefined };
}

/** The words of the organ's mark. */
function markOf(blocks: readonly WordBlock[], bodySize: number): string {
  return blocks.flatMap((block) => (block.kind === 'paragraph' && isMark(block, textOf(block), bodySize) ? [textOf(block)] : [])).join('');
}

/** The forms of GB/T 9704-2012, 10, by the mark, a letter also by its title. */
function typeOf(mark: string, title: Item | undefined): string | undefined {
  const words = title?.kind === 'title' ? title.lines.map(wordsOf).join('') : '';
  if (/纪\s*要$/.test(mark)) return '纪要';
  if (/令$/.test(mark)) return '令';
  return mark !== '' && !/文\s*件$/.test(mark) && /函$/.test(words) ? '函' : undefined;
}

interface Title {
  readonly from: number;
  readonly to: number;
  readonly shift: number;
}

/** By its style; else by its look; else a first heading of the highest level that no other heading shares. */
function findTitle(blocks: readonly WordBlock[], bodySize: number): Title | undefined {
  const styled = blocks.findIndex(
    (block, index) => index < headBlocks && block.kind === 'paragraph' && block.style === 'title' && textOf(block) !== '',
  );
  if (styled >= 0) return { from: styled, to: runEnd(blocks, styled, (block) => /^(?:title|subtitle)$/.test(block.style)), shift: 0 };
  const looks = (block: WordBlock | undefined): block is WordParagraph & WordBlock =>
    block?.kind === 'paragraph' && looksLikeTitle(block, bodySize);
  const seen = blocks.findIndex((block, index) => index < headBlocks && looks(block));
  if (seen >= 0 && !blocks.slice(0, seen).some((block) => block.kind === 'paragraph' && block.outline !== undefined)) {
    const size = sizeOf(blocks[seen]);
    const to = runEnd(blocks, seen, (block) => looksLikeTitle(block, bodySize) && Math.abs(sizeOf(block as WordBlock) - size) <= 2);
    const styledDeeper = (blocks[seen] as WordParagraph).outline === 0;
    return { from: seen, to, shift: styledDeeper && onlyTop(blocks, seen) ? 1 : 0 };
  }
  const first = blocks.findIndex((block) => block.kind === 'table' || textOf(block) !== '');
  const block = blocks[first];
  return block?.kind === 'paragraph' && block.outline === 0 && onlyTop(blocks, first)
    ? { from: first, to: first + 1, shift: 1 }
    : undefined;
}

const onlyTop = (blocks: readonly WordBlock[], at: number): boolean =>
  blocks.every((block, index) => index === at || block.kind === 'table' || block.outline !== 0 || textOf(block) === '');

function runEnd(blocks: readonly WordBlock[], from: number, goesOn: (block: WordParagraph) => boolean): number {
  let to = from + 1;
  for (
    let next = blocks[to];
    to - from < mostTitleLines && next?.kind === 'paragraph' && textOf(next) !== '' && goesOn(next);
    next = blocks[to]
  )
    to++;
  return to;
}

function looksLikeTitle(block: WordParagraph, bodySize: number): boolean {
  const words = textOf(block);
  if (words === '' || block.align !== 'center' || block.inContents || block.label !== undefined || isMark(block, words, bodySize))
    return false;
  const lines = words.split('\n');
  return (
    sizeOf(block as WordBlock) >= bodySize + larger &&
    lines.every((line) => line.length <= longestTitleLine && !sentence.test(line.trim())) &&
    !documentNumber.test(words)
  );
}

/** The size of most of a paragraph's words, in half-points. */
function sizeOf(block: WordBlock | undefined): number {
  if (block?.kind !== 'paragraph') return 0;
  let best = 0;
  for (const inline of block.inlines) if (inline.kind === 'text' && inline.text.trim() !== '') best = Math.max(best, inline.look.size);
  return best;
}

const isRed = (color: string): boolean => {
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return color.length === 6 && (red ?? 0) >= 0xb0 && (green ?? 255) < 0x60 && (blue ?? 255) < 0x60;
};

/** The mark of the issuing organ: red and large, or very large with its suffix. */
function isMark(block: WordParagraph, words: string, bodySize: number): boolean {
  const size = sizeOf(block as WordBlock);
  const reds = block.inlines.filter((inline) => inline.kind === 'text' && inline.text.trim() !== '');
  const red = reds.length > 0 && reds.every((inline) => inline.kind === 'text' && isRed(inline.look.color));
  return (red && size >= bodySize + larger) || (size >= 52 && markSuffix.test(words));
}

/** Takes a part of the red head into the front matter. */
function takesHead(block: WordBlock, frontMatter: ImportedFrontMatter, bodySize: number): boolean {
  if (block.kind === 'table') {
    const inner = block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks));
    const filled = inner.filter((one) => one.kind === 'table' || textOf(one) !== '');
    const isHead = filled.length > 0 && filled.every((one) => one.kind === 'paragraph' && isHeadPart(one, bodySize));
    if (isHead) for (const one of filled) takesHead(one, frontMatter, bodySize);
    return isHead;
  }
  const words = textOf(block);
  if (words === '') return block.inlines.every(({ kind }) => kind !== 'picture' && kind !== 'chart');
  if (isMark(block, words, bodySize)) {
    const organs = words
      .split(/[\n\t]+/)
      .map((one) => one.replace(markSuffix, '').replace(/\s+/g, ''))
      .filter((one) => one !== '');
    if (organs.length > 0) frontMatter.issuingOrgan = [...(frontMatter.issuingOrgan ?? []), ...organs];
    return true;
  }
  const parts = words
    .split(/[\t\n]+| {2,}|\u3000+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (!parts.every(isHeadWord)) return false;
  for (const part of parts) takeWord(part, frontMatter);
  return true;
}

const isHeadPart = (block: WordParagraph, bodySize: number): boolean =>
  isMark(block, textOf(block), bodySize) ||
  textOf(block)
    .split(/[\t\n]+| {2,}|\u3000+/)
    .filter((one) => one.trim() !== '')
    .every((one) => isHeadWord(one.trim()));

const signer = /^签\s*发\s*人\s*[：:]\s*/;
const isHeadWord = (words: string): boolean =>
  documentNumber.test(words.replace(/\s+/g, '')) ||
  isCopyNumber(words) ||
  isSecrecy(words) ||
  isUrgency(words) ||
  signer.test(words) ||
  /^(?:文\s*件|纪\s*要)$/.test(words);

function takeWord(words: string, frontMatter: ImportedFrontMatter): void {
  if (documentNumber.test(words.replace(/\s+/g, ''))) frontMatter.documentNumber = words.replace(/\s+/g, '');
  else if (isCopyNumber(words)) frontMatter.copyNumber = words.replace(/\D/g, '');
  else if (isSecrecy(words)) frontMatter.secrecy = words;
  else if (isUrgency(words)) frontMatter.urgency = words;
  else if (signer.test(words))
    frontMatter.signers = words
      .replace(signer, '')
      .split(/[、，,\s]+/)
      .filter((one) => one !== '');
}
