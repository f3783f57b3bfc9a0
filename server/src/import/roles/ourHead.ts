import type { WordBlock, WordDocument, WordParagraph } from '../word/model.ts';
import type { ImportedFrontMatter } from '../write/frontMatterText.ts';
import { textOf } from './conversion.ts';
import { isUrgency } from './headWords.ts';

const suffix = /(?:文件|纪要|令)$/;
const signerLabel = /^(?:签发人：|Signer: )/;

/** The head (版头) of a document that our export made: front matter, read from the paragraphs before the title. */
export class OurHead {
  readonly frontMatter: ImportedFrontMatter = {};
  readonly #creator: string | undefined;
  readonly #organs: string[] = [];
  readonly #signers: string[] = [];
  #open = true;

  constructor({ headers, properties }: WordDocument) {
    this.#creator = properties.creator;
    // A letter has its organ's mark in the header of the first page.
    for (const block of headers.first) if (block.kind === 'paragraph' && block.style === 'organ mark') this.#organ(textOf(block));
    const keywords = (properties.keywords ?? '').split(/\s*;\s*/).filter((one) => one !== '');
    if (keywords.length > 0) this.frontMatter.keywords = keywords;
    if (properties.category !== undefined) this.frontMatter.documentType = properties.category;
  }

  /** Whether a block belongs to the head, and has been taken into the front matter. */
  takes(block: WordBlock): boolean {
    if (!this.#open) return false;
    const taken = block.kind === 'table' ? this.#mark(block) : this.#paragraph(block);
    if (!taken) this.close();
    return taken;
  }

  #paragraph(block: WordParagraph): boolean {
    const [words = '', ...more] = textOf(block)
      .split('\t')
      .map((part) => part.trim());
    switch (block.style) {
      case 'body text flush':
      case 'black label': {
        // In a letter the number stands at the right of the first label.
        const [number] = more;
        if (number !== undefined && number !== '' && this.#organs.length > 0) this.frontMatter.documentNumber = number;
        if (words === '') return !block.inlines.some((inline) => inline.kind === 'break' && inline.of === 'page');
        if (block.style === 'body text flush') {
          if (words.length > 20 || !/\d/.test(words) || /^附|[：:]/.test(words)) return false;
          this.frontMatter.copyNumber = words;
        } else {
          this.#label(words);
        }
        return true;
      }
      case 'organ mark':
        this.#organ(words);
        return true;
      case 'document number':
        if (this.#organs.length === 0) return false;
        this.#number([words, ...more]);
        return true;
      case 'cover title':
      case 'cover text':
        this.frontMatter.cover = true;
        return true;
      default:
        return false;
    }
  }

  #label(words: string): void {
    const { frontMatter } = this;
    if (frontMatter.urgency === undefined && (isUrgency(words) || frontMatter.secrecy !== undefined)) frontMatter.urgency = words;
    else frontMatter.secrecy = words;
  }

  #organ(words: string): void {
    if (words === '') return;
    const whole = this.#creator;
    const isWhole = whole !== undefined && words.startsWith(whole) && suffix.test(words.slice(whole.length));
    this.#organs.push(words === whole ? words : isWhole ? whole : words.replace(suffix, ''));
  }

  /** Several organs stand in a table, “文件” at their right. */
  #mark(block: WordBlock): boolean {
    if (block.kind !== 'table') return false;
    const [names] = block.rows[0]?.cells ?? [];
    const paragraphs = names?.blocks.filter((inner) => inner.kind === 'paragraph') ?? [];
    if (paragraphs.length === 0 || !paragraphs.every((inner) => inner.style === 'organ mark')) return false;
    this.#organs.push(...paragraphs.map((inner) => textOf(inner).trim()));
    return true;
  }

  /** The number and the signers, two a row; the number stands on the last one. */
  #number(columns: readonly string[]): void {
    const [number, ...signers] = columns;
    if (number !== undefined && number !== '') this.frontMatter.documentNumber = number;
    for (const words of signers) {
      const name = words.replace(signerLabel, '').trim();
      if (name !== '') this.#signers.push(name);
    }
  }

  /** The document is at its end: what was read counts, whatever follows. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    if (this.#organs.length > 0) this.frontMatter.issuingOrgan = this.#organs;
    if (this.#signers.length > 0) this.frontMatter.signers = this.#signers;
  }
}
