interface OpenField {
  instruction: string;
  result: boolean;
}

/** Marks in an index; they print nothing. */
const silent = /^\s*(?:XE|TC|RD|TOC|INDEX|TA|SET|PRIVATE|ASK|BIBLIOGRAPHY)\b/i;

/** The Word fields that are open at a place; they may span paragraphs and stand in one another. */
export class FieldStack {
  readonly #open: OpenField[] = [];

  begin(): void {
    this.#open.push({ instruction: '', result: false });
  }

  instruction(words: string): void {
    const field = this.#open[this.#open.length - 1];
    if (field !== undefined && !field.result) field.instruction += words;
  }

  separate(): void {
    const field = this.#open[this.#open.length - 1];
    if (field !== undefined) field.result = true;
  }

  /** Ends the innermost field; gives its instruction if it printed nothing although it should. */
  end(): string | undefined {
    const field = this.#open.pop();
    return field === undefined || field.result || silent.test(field.instruction) ? undefined : field.instruction.trim();
  }

  /** Words here are a field's instruction, not printed. */
  get isHidden(): boolean {
    return this.#open.some(({ result }) => !result);
  }

  get isContents(): boolean {
    return this.#open.some(({ instruction }) => /^\s*TOC\b/i.test(instruction));
  }

  /** The address of the innermost link. */
  get href(): string | undefined {
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const found = /^\s*HYPERLINK\s+"([^"]*)"/i.exec(this.#open[i]?.instruction ?? '');
      if (found !== null) return found[1];
    }
    return undefined;
  }
}
