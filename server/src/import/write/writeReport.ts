import type { Line } from '../../engine/syntax/line.ts';
import { frontMatterLines, type ImportedFrontMatter } from './frontMatterText.ts';
import { type Item, type Pieces, plain, wordsOf } from './item.ts';
import { type Accepts, anyWords, LineWriter, ofKind, type Written } from './lineWriter.ts';
import { writeTable } from './tableLines.ts';

export interface WriteOptions {
  readonly chinese: boolean;
  /** Which words stand for missing data is known. */
  readonly missing: boolean;
  /** Headings get `##` before they are tried with their number alone. */
  readonly hashes: boolean;
  /** A first line that looks like a title may be one: the document has no other. */
  readonly mayTitle: boolean;
}

export interface WrittenReport {
  readonly text: string;
  /** Lines, from 0, of places in the document, in order. */
  readonly places: readonly { readonly source: number; readonly line: number }[];
  /** Words that lost their bold type, or that the language takes for something else than they were. */
  /** Items of lists were read as headings, which they are not under `##`. */
  readonly misread: boolean;
  readonly changed: readonly {
    readonly source: number;
    readonly written: Exclude<Written, 'whole'>;
    readonly words: string;
    readonly kind: Item['kind'];
  }[];
}

export interface Note {
  readonly label: string;
  readonly pieces: Pieces;
}

/** The report's text. Every word of the items is in it. */
export function writeReport(
  frontMatter: ImportedFrontMatter,
  items: readonly Item[],
  notes: readonly Note[],
  options: WriteOptions,
): WrittenReport {
  const writer = new LineWriter({ missing: options.missing, labels: new Set(notes.map(({ label }) => label)) });
  const places: { source: number; line: number }[] = [];
  const changed: { source: number; written: Exclude<Written, 'whole'>; words: string; kind: Item['kind'] }[] = [];
  let misread = false;
  for (const line of frontMatterLines(frontMatter, options.chinese)) writer.raw(line);
  for (const [index, item] of items.entries()) {
    spaceBefore(writer, item, items[index - 1]);
    const line = writer.lineCount;
    const written = writeItem(writer, item, options);
    misread ||= item.kind === 'paragraph' && item.listed === true && writer.lastKind === 'heading';
    if (places[places.length - 1]?.source !== item.source) places.push({ source: item.source, line });
    if (written !== 'whole') changed.push({ source: item.source, written, words: wordsOfItem(item), kind: item.kind });
  }
  if (notes.length > 0) writer.gap();
  for (const { label, pieces } of notes) {
    writer.words(pieces, (line) => line.syntax.kind === 'footnote' && line.text.startsWith(`[^${label}]:`), [`[^${label}]: `]);
  }
  while (writer.lines[writer.lines.length - 1] === '') writer.lines.pop();
  return { text: `${writer.lines.join('\n')}\n`, places, changed, misread };
}

/** What stands apart from the line before it. */
const apart: ReadonlySet<Item['kind']> = new Set([
  'picture',
  'formula',
  'code',
  'attachment',
  'pageBreak',
  'contents',
  'attachmentNote',
  'signature',
]);

function spaceBefore(writer: LineWriter, item: Item, before: Item | undefined): void {
  const endsList = before?.kind === 'listItem' && item.kind !== 'listItem';
  const beginsList = item.kind === 'listItem' && before?.kind !== 'listItem';
  const isTop = item.kind === 'heading' && item.level === 1;
  const after = before !== undefined && (apart.has(before.kind) || before.kind === 'title' || before.kind === 'addressee');
  if (item.apart === true || apart.has(item.kind) || endsList || beginsList || isTop || after || item.kind === 'title') writer.gap();
}

const exactly = ofKind('paragraph', 'point', 'numbered', 'closing', 'note');
const orTitle: Accepts = (line) => anyWords(line) || line.syntax.kind === 'title';

function writeItem(writer: LineWriter, item: Item, { hashes, mayTitle }: WriteOptions): Written {
  switch (item.kind) {
    case 'title':
      return worst(item.lines.map((pieces) => writer.words(pieces, ofKind('title'), ['', '# '])));
    case 'documentNumber':
    case 'addressee':
    case 'note':
      return writer.words(item.pieces, ofKind(item.kind));
    case 'heading': {
      const lead = `${'#'.repeat(item.level + 1)} `;
      const accepts: Accepts = ({ syntax }) => syntax.kind === 'heading' && syntax.level === item.level;
      return writer.words(item.pieces, accepts, hashes ? [lead, ''] : ['', lead]);
    }
    case 'paragraph': {
      if (item.exact) return writer.words(item.pieces, exactly);
      // A line under an attachment's title that is not centred is no further line of it.
      if (writer.zone === 'title' && item.centred !== true && !mayTitle) writer.gap();
      return writer.words(item.pieces, mayTitle || writer.zone === 'attachment' || writer.zone === 'title' ? orTitle : anyWords);
    }
    case 'listItem': {
      const { depth, checked } = item;
      const box = checked === undefined ? '' : checked ? '[x] ' : '[ ] ';
      const accepts: Accepts = ({ syntax }) => syntax.kind === 'listItem' && syntax.indent === depth * 2 && syntax.checked === checked;
      return writer.words(item.pieces, accepts, [`${'  '.repeat(depth)}- ${box}`]);
    }
    case 'caption':
      return writer.words(item.pieces, ({ syntax }) => syntax.kind === 'caption' && syntax.of === item.of);
    case 'table':
      return writeTable(writer, item);
    case 'picture':
      return writePicture(writer, item.path, item.caption);
    case 'formula': {
      const text = `$$ ${item.tex} $$`;
      if (!writer.reads(text, ofKind('formula'))) return writer.words(plain(item.tex), anyWords);
      writer.raw(text);
      return 'whole';
    }
    case 'code':
      return writeCode(writer, item.lines);
    case 'attachmentNote': {
      return worst(
        item.items.map(({ number, pieces }, index) => {
          const lead = `${index === 0 ? '附件：' : ''}${number === undefined ? '' : `${number}. `}`;
          return writer.words([...plain(lead), ...pieces], ofKind('attachmentNote'));
        }),
      );
    }
    case 'signature':
      return writeSignature(writer, item.organs, item.date);
    case 'attachment':
      return worst([
        writer.words(item.mark, ofKind('attachmentStart')),
        ...item.title.map((pieces) => writer.words(pieces, ofKind('title'), ['', '# '])),
      ]);
    case 'pageBreak':
      writer.raw('【分页】');
      return 'whole';
    case 'contents':
      writer.raw('[TOC]');
      return 'whole';
    case 'comment':
      writer.raw(
        `<!-- ${item.text
          .replace(/\s+/g, ' ')
          .replaceAll('--', '—')
          .replace(/^(?=report-writer|page|分页)/i, '“')} -->`,
      );
      return 'whole';
  }
}

function worst(all: readonly Written[]): Written {
  return all.find((one) => one === 'otherwise') ?? all.find((one) => one === 'without-bold') ?? 'whole';
}

function writePicture(writer: LineWriter, path: string, caption: Pieces): Written {
  const accepts: Accepts = ({ syntax, text }) => syntax.kind === 'picture' && text.slice(syntax.path.start, syntax.path.end) === path;
  const written = writer.enclosed('![', caption, `](${path})`, accepts);
  if (written) return 'whole';
  // A caption that does not fit into the brackets stands below the picture, as it is printed.
  writer.raw(`![](${path})`);
  return writer.words(caption, ({ syntax }) => syntax.kind === 'caption' || syntax.kind === 'paragraph');
}

function writeCode(writer: LineWriter, lines: readonly string[]): Written {
  let fence = '```';
  while (lines.some((line) => line.trim().startsWith(fence))) fence += '`';
  for (const line of [fence, ...lines, fence]) writer.raw(line);
  return 'whole';
}

function writeSignature(writer: LineWriter, organs: readonly Pieces[], date: Pieces | undefined): Written {
  const written = organs.map((pieces) => {
    const beforeDate = date !== undefined;
    const accepts = (line: Line): boolean => line.syntax.kind === 'signature' || (beforeDate && line.syntax.kind === 'paragraph');
    return writer.words(pieces, accepts);
  });
  return worst(date === undefined ? written : [...written, writer.words(date, ofKind('issueDate'))]);
}

/** Words by which a remark names an item. */
function wordsOfItem(item: Item): string {
  switch (item.kind) {
    case 'title':
      return item.lines.map(wordsOf).join('');
    case 'table':
      return wordsOf(item.caption ?? []);
    case 'attachmentNote':
      return item.items.map(({ pieces }) => wordsOf(pieces)).join(' ');
    case 'signature':
      return item.organs.map(wordsOf).join(' ');
    case 'attachment':
      return wordsOf(item.mark);
    case 'picture':
      return wordsOf(item.caption);
    case 'code':
      return item.lines[0] ?? '';
    case 'formula':
      return item.tex;
    case 'comment':
      return item.text;
    case 'pageBreak':
    case 'contents':
      return '';
    default:
      return wordsOf(item.pieces);
  }
}
