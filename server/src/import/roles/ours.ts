import { isEnglishDate } from '../../engine/syntax/englishEnding.ts';
import type { HeadingLevel } from '../../engine/syntax/lineSyntax.ts';
import type { WordBlock, WordInline, WordParagraph } from '../word/model.ts';
import { type Item, type ItemContent, type NoteItem, type Piece, type Pieces, trimmed, wordsOf } from '../write/item.ts';
import { type Conversion, isEmpty, textOf, wholeLine } from './conversion.ts';
import type { TitleLine } from './joinTitle.ts';
import { ordinaryItems } from './ordinary.ts';
import type { OurHead } from './ourHead.ts';
import { imprintOf } from './ourImprint.ts';
import { tableItems } from './tables.ts';

/** Words of the extras of our drafts, in the languages that they are printed in. */
/** Exported for a test that compares them with the messages. */
export const draftList = /^(?:Missing data: \d+|缺项清单（共 \d+ 处）)$/;
export const missingPicture = /^(?:\[Picture missing: (.+)\]|\[缺图：(.+)\])$/;
export const missingChart = /^(?:\[Chart missing: (.+)\]|［图表缺失：(.+)］)$/;
const listMarks: Readonly<Record<string, boolean | undefined>> = { '•': undefined, '◦': undefined, '▪': undefined, '☑': true, '☐': false };
const attachmentLabel = /^(?:附件：|Attachments?: )/;

/** Whether the styles of our export are there. */
export const isOurs = (names: ReadonlySet<string>): boolean =>
  ['organ mark', 'attachment mark', 'black label', 'document number', 'body text flush'].every((name) => names.has(name));

export interface OurOptions {
  /** Nobody has saved it in Word since: body text is body text, whatever it looks like. */
  readonly exact: boolean;
  /** One character of the grid in twips. */
  readonly char: number;
  /** Lines of a title that were one before they were broken. */
  readonly joinTitle: (lines: readonly TitleLine[]) => readonly Pieces[];
}

/** Reads a document that our export made, by its styles. */
export function ourItems(blocks: readonly WordBlock[], head: OurHead, conversion: Conversion, options: OurOptions): readonly Item[] {
  const items: Item[] = [];
  const add = (content: ItemContent, source: number): void => void items.push({ ...content, source });
  for (const block of blocks) {
    conversion.source = block.source;
    const { source } = block;
    if (block.kind === 'paragraph' && block.style === 'attachment mark' && draftList.test(textOf(block))) break;
    if (head.takes(block)) continue;
    if (block.kind === 'table') {
      if (imprintOf(block, head.frontMatter)) continue;
      items.push(...tableItems(block, conversion));
      continue;
    }
    // An attachment begins a page by itself.
    const turns = block.pageBreakBefore && block.style !== 'attachment mark' && !block.style.startsWith('cover');
    const contents = contentsOf(block, items, conversion, options);
    if (turns && contents !== undefined) add({ kind: 'pageBreak' }, source);
    if (contents === undefined) items.push(...ordinaryItems(block, conversion, { shift: 0 }));
    else for (const content of contents) add(content, source);
  }
  head.close();
  return items;
}

/** `undefined`: the style is not ours. */
function contentsOf(block: WordParagraph, items: Item[], conversion: Conversion, options: OurOptions): readonly ItemContent[] | undefined {
  const parts = conversion.partsOf(block.inlines);
  const others = parts.filter((part) => part.kind !== 'line');
  const comments = others.filter(({ kind }) => kind === 'comment');
  const lines = parts.filter((part) => part.kind === 'line');
  const whole = numberApart(block.inlines, wholeLine(parts));
  const only = (content: ItemContent): readonly ItemContent[] =>
    isEmpty(whole) ? others : [...comments, content, ...others.filter(({ kind }) => kind !== 'comment')];
  const heading = /^heading ([1-4])$/.exec(block.style);
  if (heading !== null) return only({ kind: 'heading', level: Number(heading[1]) as HeadingLevel, pieces: whole });
  switch (block.style) {
    case 'title':
      return only({ kind: 'title', lines: options.joinTitle(lines) });
    case 'document number':
      return only({ kind: 'documentNumber', pieces: whole });
    case 'salutation':
      return only({ kind: 'addressee', pieces: whole });
    case 'body text':
      return only(bodyText(block, whole, options));
    case 'list bullet':
      return only(listItem(block, whole, options));
    case 'caption':
      return only({ kind: 'caption', of: /^\s*(?:表|Table)/.test(wordsOf(whole)) ? 'table' : 'figure', pieces: whole });
    case 'table note':
      return only({ kind: 'paragraph', pieces: whole, exact: false });
    case 'figure':
      return figure(whole, others);
    case 'formula':
      return others.length > 0 ? others : only({ kind: 'formula', tex: wordsOf(whole).replace(/^\$\$|\$\$$/g, '') });
    case 'code block':
      return [...comments, { kind: 'code', lines: codeLines(block.inlines) }];
    case 'toc heading':
    case 'toc 1':
    case 'toc 2':
      return [{ kind: 'contents' }];
    case 'signature':
    case 'date':
      return signed(block, whole, items, conversion, comments);
    case 'attachment mark':
      return only({ kind: 'attachment', mark: whole, title: [] });
    case 'attachment title':
      return withTitle(items, options.joinTitle(lines)) ? others : only({ kind: 'paragraph', pieces: whole, exact: true });
    case 'body text flush':
      return flush(whole, items, others);
    case 'cover title':
    case 'cover text':
      return [];
    default:
      return undefined;
  }
}

/** Numbers that the report has a blank after, which the export does not print: it gives them a run of their own. */
const bareNumber = /^(?:第.{1,6}(?:章|节|篇|编|条|部分)|[0-9０-９]{1,3}(?:[.．][0-9０-９]{1,3})*[.．]?)$/;

function numberApart(inlines: readonly WordInline[], pieces: Pieces): Pieces {
  const [first, second] = inlines.filter((inline) => inline.kind === 'text');
  const [words, ...rest] = pieces;
  if (first?.kind !== 'text' || second === undefined || words?.kind !== 'text' || !bareNumber.test(first.text)) return pieces;
  if (words.text.length <= first.text.length || !words.text.startsWith(first.text)) return pieces;
  return [{ ...words, text: `${first.text} ${words.text.slice(first.text.length)}` }, ...rest];
}

/** A heading run into its paragraph has the look of a heading at its start. */
function bodyText(block: WordParagraph, pieces: Pieces, { exact }: OurOptions): ItemContent {
  const first = block.inlines.find((inline) => inline.kind === 'text');
  const level = first?.kind === 'text' ? /^heading ([1-4]) char$/.exec(first.look.style) : null;
  if (level !== null) return { kind: 'heading', level: Number(level[1]) as HeadingLevel, pieces };
  return { kind: 'paragraph', pieces, exact };
}

function listItem(block: WordParagraph, pieces: Pieces, { char }: OurOptions): ItemContent {
  const [first, ...rest] = pieces;
  const mark = first?.kind === 'text' ? first.text.charAt(0) : '';
  if (first?.kind !== 'text' || !(mark in listMarks)) return { kind: 'listItem', depth: 0, checked: undefined, pieces };
  const depth = Math.max(0, Math.min(8, Math.round((block.left ?? 0) / char) - 3));
  return { kind: 'listItem', depth, checked: listMarks[mark], pieces: trimmed([{ ...first, text: first.text.slice(1) }, ...rest]) };
}

function figure(pieces: Pieces, others: readonly ItemContent[]): readonly ItemContent[] {
  const words = wordsOf(pieces).trim();
  const missing = missingPicture.exec(words) ?? missingChart.exec(words);
  const path = missing?.[1] ?? missing?.[2];
  if (path !== undefined) return [{ kind: 'picture', path, caption: [] }];
  return words === '' ? others : [{ kind: 'paragraph', pieces, exact: true }, ...others];
}

/** The lines of a code block as they are, blanks included. */
function codeLines(inlines: readonly WordInline[]): readonly string[] {
  const lines = [''];
  for (const inline of inlines) {
    if (inline.kind === 'break') lines.push('');
    else if (inline.kind === 'text') lines[lines.length - 1] += inline.text;
    else if (inline.kind === 'tab') lines[lines.length - 1] += '    ';
  }
  return lines;
}

/** Signature and date are one block; a line with 日 at its end, or an English date, is the date. Organs with seals stand side by side, post and stamp too. */
function signed(
  block: WordParagraph,
  pieces: Pieces,
  items: Item[],
  conversion: Conversion,
  comments: readonly ItemContent[],
): readonly ItemContent[] {
  if (isEmpty(pieces)) return comments;
  const last = items[items.length - 1];
  const open = last?.kind === 'signature' && last.date === undefined ? last : undefined;
  const words = wordsOf(pieces).trim();
  const isDate = block.style === 'date' && (/日$/.test(words) || isEnglishDate(words));
  const stamped = block.inlines.some((inline) => inline.kind === 'text' && inline.look.color.toUpperCase() === 'FF0000');
  const organs = isDate
    ? []
    : stamped || !block.inlines.some(({ kind }) => kind === 'tab')
      ? [pieces]
      : columnsOf(block.inlines, conversion);
  const date = isDate ? pieces : undefined;
  if (open === undefined) return [...comments, { kind: 'signature', organs, date }];
  items[items.length - 1] = { ...open, organs: [...open.organs, ...organs], date };
  return comments;
}

/** The words between tabs. */
function columnsOf(inlines: readonly WordInline[], conversion: Conversion): readonly Pieces[] {
  const columns: WordInline[][] = [[]];
  for (const inline of inlines) {
    if (inline.kind === 'tab') columns.push([]);
    else columns[columns.length - 1]?.push(inline);
  }
  return columns.map((column) => conversion.lineOf(column)).filter((pieces) => !isEmpty(pieces));
}

function withTitle(items: Item[], title: readonly Pieces[]): boolean {
  const last = items[items.length - 1];
  if (last?.kind !== 'attachment' || last.title.length > 0) return false;
  items[items.length - 1] = { ...last, title };
  return true;
}

const numbered = /^\s*(\d{1,3})[.．]\s*/;

/** Paragraphs flush with the margin: the attachment note, page breaks, spacers, who was present at a meeting. */
function flush(pieces: Pieces, items: Item[], others: readonly ItemContent[]): readonly ItemContent[] {
  if (isEmpty(pieces)) return others;
  const words = wordsOf(pieces);
  const label = attachmentLabel.exec(words);
  const last = items[items.length - 1];
  if (label !== null) return [...others, { kind: 'attachmentNote', items: [noteItem(cut(pieces, label[0].length))] }];
  if (last?.kind === 'attachmentNote' && numbered.test(words)) {
    items[items.length - 1] = { ...last, items: [...last.items, noteItem(pieces)] };
    return others;
  }
  return [{ kind: 'paragraph', pieces, exact: true }, ...others];
}

function noteItem(pieces: Pieces): NoteItem {
  const number = numbered.exec(wordsOf(pieces));
  return number === null ? { pieces: trimmed(pieces) } : { number: Number(number[1]), pieces: cut(pieces, number[0].length) };
}

/** Pieces without their first `count` UTF-16 units. */
function cut(pieces: Pieces, count: number): Pieces {
  let left = count;
  const out: Piece[] = [];
  for (const piece of pieces) {
    const length = piece.kind === 'note' ? 0 : piece.text.length;
    if (left >= length && piece.kind !== 'note') left -= length;
    else if (left > 0 && piece.kind === 'text') {
      out.push({ ...piece, text: piece.text.slice(left) });
      left = 0;
    } else out.push(piece);
  }
  return trimmed(out);
}
