import { chartTarget } from '../../engine/syntax/chartTarget.ts';
import { decodePart } from '../../ooxml/decode.ts';
import type { Localize } from '../../wording/localize.ts';
import type { NoteKey, Remark, WordBlock, WordDocument, WordInline, WordParagraph } from '../word/model.ts';
import { type ItemContent, type Piece, type Pieces, trimmed, wordsOf } from '../write/item.ts';
import { chartOf } from './chartOf.ts';
import { cleanWords } from './clean.ts';
import { pictureKind } from './pictureKind.ts';

/** A picture that goes beside the report. */
export interface ImportedPicture {
  /** A file name, safe and without a folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a paragraph consists of once its breaks part it: lines of words, and what stands on lines of its own. */
export type Part =
  /** `gap`: blanks stood at its end. */
  | { readonly kind: 'line'; readonly pieces: Pieces; readonly gap: boolean }
  | Extract<ItemContent, { kind: 'pageBreak' | 'picture' | 'formula' | 'comment' }>;

export interface ConversionOptions {
  readonly t: Localize;
  /** The folder of the pictures, as the report will name it: `name.assets`. */
  readonly pictureFolder: string;
  /** Comments of this author are those of our own drafts. */
  readonly ownAuthors: ReadonlySet<string>;
  /** Highlighted words are missing data, and nothing else is. */
  readonly missing: boolean;
}

/** What the conversion of one document gathers: notes, pictures, remarks. */
export class Conversion {
  readonly document: WordDocument;
  readonly t: Localize;
  readonly pictures: ImportedPicture[] = [];
  readonly remarks: Remark[] = [];
  readonly #options: ConversionOptions;
  readonly #labels = new Map<NoteKey, string>();
  readonly #saved = new Map<string, string>();
  readonly #source: { at: number } = { at: 0 };

  constructor(document: WordDocument, options: ConversionOptions) {
    this.document = document;
    this.#options = options;
    this.t = options.t;
  }

  /** The place that is being converted. */
  set source(at: number) {
    this.#source.at = at;
  }

  remark(message: string): void {
    this.remarks.push({ message, source: this.#source.at });
  }

  /** The lines of a paragraph without an automatic number, and what stands between them. */
  partsOf(inlines: readonly WordInline[]): readonly Part[] {
    const parts: Part[] = [];
    let line: Piece[] = [];
    const end = (): void => {
      const pieces = trimmed(line);
      if (pieces.length > 0) parts.push({ kind: 'line', pieces, gap: endsBlank(line) });
      line = [];
    };
    const below: Part[] = [];
    for (const inline of inlines) {
      switch (inline.kind) {
        case 'text':
          line.push(this.#text(inline));
          break;
        case 'tab':
          line.push({ kind: 'text', text: ' ', bold: false });
          break;
        case 'break':
          end();
          if (inline.of === 'page') parts.push({ kind: 'pageBreak' });
          break;
        case 'link':
          line.push(this.#link(inline.text, inline.href));
          break;
        case 'note': {
          const label = this.#label(inline.note);
          if (label !== undefined) line.push({ kind: 'note', label });
          break;
        }
        case 'formula':
          if (inline.tex !== undefined && (inline.display || wordsAlone(inlines))) {
            end();
            parts.push({ kind: 'formula', tex: inline.tex });
          } else {
            line.push({ kind: 'text', text: inline.text, bold: false });
            this.remark(this.t('A formula inside a line is written as plain text: {0}', inline.text.slice(0, 200)));
          }
          break;
        case 'picture': {
          const path = this.#picture(inline.part);
          if (path !== undefined) below.push({ kind: 'picture', path, caption: [] });
          break;
        }
        case 'chart':
          below.push(...this.#chart(inline.part, inline.alt));
          break;
        case 'comment':
          parts.unshift(...this.#comment(inline.id));
          break;
      }
    }
    end();
    return [...parts, ...below];
  }

  /** A paragraph as one line: breaks become blanks. What cannot stand in a line goes to `others`. */
  lineOf(inlines: readonly WordInline[], others: Part[] = []): Pieces {
    const parts = this.partsOf(inlines);
    for (const part of parts) if (part.kind !== 'line') others.push(part);
    return wholeLine(parts);
  }

  /** The notes that the text refers to, in order, by the labels it gave them. */
  notes(): readonly { readonly label: string; readonly pieces: Pieces }[] {
    const notes: { label: string; pieces: Pieces }[] = [];
    // A note may refer to another one: those are met while this loop runs.
    for (const [key, label] of this.#labels) {
      const pieces: Piece[] = [];
      for (const block of this.document.notes.get(key) ?? []) {
        const line = this.lineOf(inlinesIn(block));
        if (line.length > 0) pieces.push(...(pieces.length > 0 ? [{ kind: 'text', text: ' ', bold: false } as const] : []), ...line);
      }
      notes.push({ label, pieces: trimmed(pieces) });
    }
    return notes;
  }

  #text({ text, look }: Extract<WordInline, { kind: 'text' }>): Piece {
    const words = cleanWords(text);
    // A second mention of a note is printed as its number.
    const repeated =
      look.style === 'footnote reference'
        ? [...this.#labels].find(([key, label]) => key.startsWith('footnote') && label === words.trim())
        : undefined;
    if (repeated !== undefined) return { kind: 'note', label: repeated[1] };
    if (look.style === 'code inline' && /^[^`]{1,1000}$/.test(words)) return { kind: 'code', text: words };
    return { kind: 'text', text: words, bold: look.bold, ...(this.#options.missing ? { missing: look.highlighted } : {}) };
  }

  #link(text: string, href: string): Piece {
    const words = cleanWords(text);
    const address = href.replace(/\(/g, '%28').replace(/\)/g, '%29').replace(/\s/g, '%20');
    if (/^(?:https?:|mailto:)/i.test(href) && /^[^\][]{1,500}$/.test(words) && address.length <= 2000)
      return { kind: 'link', text: words, href: address };
    if (words.trim() !== '' && !/^(?:#|_)/.test(href))
      this.remark(this.t('The link of “{0}” is left out: {1}', words.slice(0, 60), href.slice(0, 200)));
    return { kind: 'text', text: words, bold: false };
  }

  #label(key: NoteKey): string | undefined {
    const known = this.#labels.get(key);
    if (known !== undefined) return known;
    if (!this.document.notes.has(key)) return undefined;
    const label = String(this.#labels.size + 1);
    if (key.startsWith('endnote') && ![...this.#labels.keys()].some((one) => one.startsWith('endnote'))) {
      this.remark(this.t('Endnotes have become footnotes.'));
    }
    this.#labels.set(key, label);
    return label;
  }

  #picture(part: string | undefined): string | undefined {
    if (part === undefined) {
      this.remark(this.t('A picture that is only linked, not in the document, is left out.'));
      return undefined;
    }
    const known = this.#saved.get(part);
    if (known !== undefined) return known;
    const bytes = this.document.bytes(part);
    const kind = bytes === undefined ? undefined : pictureKind(bytes);
    if (bytes === undefined || kind === undefined || 'refused' in kind) {
      const file = part.slice(part.lastIndexOf('/') + 1);
      const reason = kind !== undefined && 'refused' in kind ? kind.refused : 'it is damaged or of no kind that is known.';
      this.remark(this.t('The picture {0} is left out: {1}', file, this.t(reason)));
      return undefined;
    }
    const name = `image${this.pictures.length + 1}.${kind.extension}`;
    this.pictures.push({ name, bytes });
    const path = `${this.#options.pictureFolder}/${name}`;
    this.#saved.set(part, path);
    return path;
  }

  #chart(part: string, alt: string): readonly Part[] {
    const xml = this.document.bytes(part);
    const chart = xml === undefined ? undefined : chartOf(decodePart(xml));
    if (chart !== undefined) return [{ kind: 'picture', path: chartTarget(alt) === undefined ? chart.kind : alt, caption: [], chart }];
    this.remark(this.t('A chart of a kind that the language does not have is left out: {0}', alt.slice(0, 100) || '—'));
    return [];
  }

  #comment(id: string): readonly Part[] {
    const comment = this.document.comments.get(id);
    if (comment === undefined || comment.text === '' || this.#options.ownAuthors.has(comment.author)) return [];
    const who = comment.author === '' ? this.t('Somebody') : comment.author;
    this.remark(this.t('Comment by {0}, kept as a line that is not printed: {1}', who, comment.text));
    return [{ kind: 'comment', text: `${who}: ${comment.text}` }];
  }
}

function endsBlank(pieces: readonly Piece[]): boolean {
  const last = pieces[pieces.length - 1];
  return last?.kind === 'text' && /\s$/.test(last.text);
}

/** The lines of a paragraph as one, with blanks between them. */
export function wholeLine(parts: readonly Part[]): Pieces {
  const pieces: Piece[] = [];
  for (const part of parts) {
    if (part.kind !== 'line') continue;
    if (pieces.length > 0) pieces.push({ kind: 'text', text: ' ', bold: false });
    for (const piece of part.pieces) pieces.push(piece);
  }
  return trimmed(pieces);
}

/** Nothing but one formula stands in the paragraph. */
const wordsAlone = (inlines: readonly WordInline[]): boolean =>
  inlines.every((one) => one.kind === 'formula' || one.kind === 'tab' || (one.kind === 'text' && one.text.trim() === ''));

/** All inlines of a block, those of a table's cells one after the other. */
function inlinesIn(block: WordBlock): readonly WordInline[] {
  if (block.kind === 'paragraph') return block.inlines;
  return block.rows.flatMap((row) =>
    row.cells.flatMap((cell) => cell.blocks.flatMap((inner) => [...inlinesIn(inner), { kind: 'tab' } as const])),
  );
}

/** The words of a paragraph with its automatic number. */
export function textOf(paragraph: WordParagraph): string {
  const words = paragraph.inlines
    .map((one) => (one.kind === 'text' || one.kind === 'link' ? one.text : one.kind === 'tab' ? '\t' : one.kind === 'break' ? '\n' : ''))
    .join('');
  const label = paragraph.label !== undefined && !paragraph.label.bullet && words.trim() !== '' ? paragraph.label.text : '';
  return label + cleanWords(words, true).replace(/^[^\S\t]+|\s+$/g, '');
}

export const isEmpty = (pieces: Pieces): boolean => wordsOf(pieces).trim() === '' && !pieces.some(({ kind }) => kind === 'note');
