/**
 * What a writer types in a box whose text is changed from afar while he types on. What the box holds is heard of late, and a change sent to it comes
 * there late: keys pressed in between fall on the old text and are wiped away with it. Here they are kept. Knows nothing of VS Code.
 */
export class TypedText {
  /** What the box held when it was last heard of. */
  #shown = '';
  /** So many of its first characters count no more. */
  #taken = 0;
  /** Typed before the others, and not in the box. */
  #kept = '';
  /** The change under way. */
  #sent: { readonly to: string } | undefined;
  /** What the box holds cannot be told from what it says. */
  #isDoubtful = false;

  /** All that was typed and not taken. */
  get text(): string {
    return this.#kept + this.#shown.slice(this.#taken);
  }

  /** The box says what it holds. */
  heard(value: string): void {
    if (this.#sent && !this.#isBefore(value, this.#sent.to)) {
      this.#isDoubtful = this.#shown.startsWith(value);
      this.arrived();
    }
    this.#shown = value;
  }

  /** Whether the box says this before the change came: whoever types on adds to what stood there, whichever of the two that is nearer to. */
  #isBefore(value: string, to: string): boolean {
    const isAdded = (old: string) => value.length > old.length && value.startsWith(old);
    return isAdded(this.#shown) && !(isAdded(to) && to.length > this.#shown.length);
  }

  /** Gives the text, and it is there no more. */
  take(): string {
    const { text } = this;
    this.replace('');
    return text;
  }

  replace(text: string): void {
    this.#kept = text;
    this.#taken = this.#shown.length;
  }

  /** What the box must be made to hold; `undefined` when it holds that already. A change is sent when the one before has arrived. */
  send(): string | undefined {
    const { text } = this;
    if (text === this.#shown && !this.#isDoubtful) {
      this.#kept = '';
      this.#taken = 0;
      return undefined;
    }
    this.#isDoubtful = false;
    this.#sent = { to: text };
    return text;
  }

  /** The box holds what was sent, if it was not heard of before. */
  arrived(): void {
    if (!this.#sent) return;
    const { text } = this;
    const { to } = this.#sent;
    this.#sent = undefined;
    this.#shown = to;
    this.#kept = text === to ? '' : text;
    this.#taken = text === to ? 0 : to.length;
  }
}
