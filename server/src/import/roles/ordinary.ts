import type { HeadingLevel } from '../../engine/syntax/lineSyntax.ts';
import { attachmentStart, tableOfContents } from '../../engine/syntax/phrases.ts';
import type { WordBlock, WordParagraph } from '../word/model.ts';
import { type Item, type ItemContent, isAllBold, type Pieces, plain, trimmed, withoutBold, wordsOf } from '../write/item.ts';
import { type Conversion, isEmpty, type Part, textOf } from './conversion.ts';
import { tableItems } from './tables.ts';

export interface OrdinaryOptions {
  /** How many outline levels the document's headings stand too deep, because the first is its title. */
  readonly shift: number;
}

/** A bullet that somebody typed. */
const typedBullet = /^[•▪◦➢◆]\s*(?=\S)/;
const contentsTitle = /^(?:目\s*[录次]|contents|table of contents)$/i;

/** What a block is by its own style, number and words: for documents that are not ours. Blocks of nothing give nothing. */
export function ordinaryItems(block: WordBlock, conversion: Conversion, options: OrdinaryOptions): readonly Item[] {
  conversion.source = block.source;
  const { source } = block;
  if (block.kind === 'table') return tableItems(block, conversion, (inner) => ordinaryItems(inner, conversion, options));
  const out: Item[] = [];
  if (block.pageBreakBefore) out.push({ kind: 'pageBreak', source });
  for (const content of paragraphContents(block, conversion, options)) out.push({ ...content, source });
  if (block.sectionBreak === 'page') out.push({ kind: 'pageBreak', source });
  return out;
}

function paragraphContents(block: WordParagraph, conversion: Conversion, options: OrdinaryOptions): readonly ItemContent[] {
  if (block.inContents || /^toc (?:heading|\d)/.test(block.style) || tableOfContents.test(textOf(block))) return [{ kind: 'contents' }];
  const parts = conversion.partsOf(block.inlines);
  const lines = parts.filter((part) => part.kind === 'line').filter(({ pieces }) => !isEmpty(pieces));
  const others = parts.filter((part) => part.kind !== 'line');
  const [first] = lines;
  if (first === undefined) return others;
  if (block.inTextBox)
    conversion.remark(conversion.t('The words of a text box stand where it was anchored: {0}', wordsOf(first.pieces).slice(0, 60)));
  const { label, outline } = block;
  if (outline !== undefined && !contentsTitle.test(wordsOf(first.pieces).trim())) {
    const level = Math.max(1, Math.min(4, outline + 1 - options.shift)) as HeadingLevel;
    const words = joined(lines.map(({ pieces }) => pieces));
    const look = isAllBold(words) ? withoutBold(words) : words;
    const heading: ItemContent = { kind: 'heading', level, pieces: labelled(label?.bullet === true ? '' : label?.text, look) };
    return [...before(others), heading, ...after(others)];
  }
  if (label?.bullet === true) {
    return [
      ...before(others),
      { kind: 'listItem', depth: depthOf(block, label.level), checked: undefined, pieces: joined(lines.map(({ pieces }) => pieces)) },
      ...after(others),
    ];
  }
  const contents: ItemContent[] = [];
  let isFirst = true;
  for (const part of parts) {
    if (part.kind !== 'line') {
      contents.push(part);
      continue;
    }
    if (isEmpty(part.pieces)) continue;
    const content = lineContent(isFirst ? labelled(label?.text, part.pieces) : part.pieces, block.align === 'center');
    contents.push(isFirst && label !== undefined && content.kind === 'paragraph' ? { ...content, listed: true } : content);
    isFirst = false;
  }
  return contents;
}

/** Lists of Word's own deeper styles begin at the first level again. */
function depthOf({ style }: WordParagraph, level: number): number {
  const styled = /^list bullet ([2-5])$/.exec(style);
  return Math.min(8, Math.max(level, styled === null ? 0 : Number(styled[1]) - 1));
}

function lineContent(pieces: Pieces, centred: boolean): ItemContent {
  const [first, ...rest] = pieces;
  const bullet = first?.kind === 'text' ? typedBullet.exec(first.text) : null;
  if (first?.kind === 'text' && bullet !== null) {
    return {
      kind: 'listItem',
      depth: 0,
      checked: undefined,
      pieces: trimmed([{ ...first, text: first.text.slice(bullet[0].length) }, ...rest]),
    };
  }
  // The look of a caption or of an attachment's mark is not an emphasis.
  const words = wordsOf(pieces).trim();
  const isLook =
    isAllBold(pieces) && (attachmentStart.test(words) || /^[表图圖]\s?[0-9]/.test(words) || /^[一二三四五六七八九十（(]/.test(words));
  const look = isLook ? withoutBold(pieces) : headingLook(pieces);
  return { kind: 'paragraph', pieces: look, exact: false, ...(centred ? { centred } : {}) };
}

const headingNumber =
  /^(?:[一二三四五六七八九十百]{1,4}[、.．]|[（(][一二三四五六七八九十百]{1,4}[）)]|[0-9]{1,2}[.．、]|[（(][0-9]{1,2}[）)]|第[一二三四五六七八九十百0-9]{1,4}[章节部])/;

/** Words in bold that begin with a heading's number are a heading run into its paragraph: bold is its look. */
function headingLook(pieces: Pieces): Pieces {
  const [first, ...rest] = pieces;
  const isLook = first?.kind === 'text' && first.bold && headingNumber.test(first.text.trim());
  return isLook ? trimmed([{ ...first, bold: false }, ...rest]) : pieces;
}

/** Words with an automatic number before them, in the look of their beginning. */
function labelled(label: string | undefined, pieces: Pieces): Pieces {
  return label === undefined || label === '' ? pieces : trimmed([...plain(label), ...pieces]);
}

function joined(lines: readonly Pieces[]): Pieces {
  return trimmed(lines.flatMap((pieces, index) => (index === 0 ? pieces : [...plain(' '), ...pieces])));
}

type Other = Exclude<Part, { kind: 'line' }>;
/** A reviewer's comment and a page break stand before the words, pictures after them. */
const before = (others: readonly Other[]): readonly Other[] => others.filter(({ kind }) => kind === 'comment' || kind === 'pageBreak');
const after = (others: readonly Other[]): readonly Other[] => others.filter(({ kind }) => kind !== 'comment' && kind !== 'pageBreak');
