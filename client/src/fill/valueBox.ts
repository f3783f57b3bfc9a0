import type { Disposable, InputBox, InputBoxValidationMessage, QuickInputButton } from 'vscode';
import { TypedText } from './typedText.ts';

export interface Question {
  readonly title: string;
  /** What is missing, and the words around. */
  readonly prompt: string;
  /** What is doubtful about a value, if something is. */
  readonly check: (value: string) => Promise<string | undefined>;
}

export type Answer =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'next' }
  | { readonly kind: 'previous' }
  | { readonly kind: 'end' };

type Box = Pick<InputBox, 'title' | 'prompt' | 'value' | 'valueSelection' | 'busy' | 'validationMessage' | 'show' | 'dispose'> &
  Pick<InputBox, 'onDidChangeValue' | 'onDidAccept' | 'onDidTriggerButton' | 'onDidHide'>;

interface Parts {
  readonly box: Box;
  /** The button that goes back; any other goes on. */
  readonly previous: QuickInputButton;
  /** Resolves when all that the box was told has come to the window. */
  readonly arrived: () => PromiseLike<unknown>;
  readonly warningOf: (warning: string) => InputBoxValidationMessage;
}

/**
 * One box for value after value. It stays open and keeps the focus while a value is filled in: what is typed meanwhile is for the next question, Enter
 * and Esc too. A doubtful value is said to be so, and taken all the same.
 */
export class ValueBox {
  readonly #parts: Parts;
  readonly #box: Box;
  readonly #listening: readonly Disposable[];
  readonly #text = new TypedText();
  readonly #answers: Answer[] = [];
  #asked: { readonly question: Question; readonly resolve: (answer: Answer) => void } | undefined;
  #isCovered = false;
  #isSending = false;
  #checks = 0;

  constructor(parts: Parts) {
    const { box, previous } = parts;
    this.#parts = parts;
    this.#box = box;
    this.#listening = [
      box.onDidChangeValue((value) => {
        this.#text.heard(value);
        void this.#show();
        void this.#check();
      }),
      box.onDidAccept(() => {
        const value = this.#text.take();
        this.#answer(value.trim() === '' ? { kind: 'next' } : { kind: 'value', value });
        void this.#show();
      }),
      box.onDidTriggerButton((button) => this.#answer({ kind: button === previous ? 'previous' : 'next' })),
      box.onDidHide(() => {
        if (!this.#isCovered) this.#answer({ kind: 'end' });
      }),
    ];
    box.busy = true;
    box.show();
  }

  /** The writer has answered before he was asked. */
  get isAnswered(): boolean {
    return this.#answers.length > 0;
  }

  /** The writer has left by Esc. */
  get isLeft(): boolean {
    return this.#answers.some(({ kind }) => kind === 'end');
  }

  ask(question: Question): Promise<Answer> {
    const early = this.#answers.shift();
    if (early) return Promise.resolve(early);
    const answer = new Promise<Answer>((resolve) => {
      this.#asked = { question, resolve };
    });
    this.#box.title = question.title;
    this.#box.prompt = question.prompt;
    this.#box.busy = false;
    void this.#check();
    return answer;
  }

  /** A value did not go in: it stands there again, or what was typed since; nothing of it goes in before it was seen. Esc remains Esc. */
  putBack(value: string): void {
    const early = this.#answers.splice(0);
    const typed = [...early.map((answer) => (answer.kind === 'value' ? answer.value : '')), this.#text.text].filter(
      (text) => text.trim() !== '',
    );
    this.#answers.push(...early.filter(({ kind }) => kind === 'end'));
    this.#text.replace(typed.length === 0 ? value : typed.join(' '));
    void this.#show();
  }

  /** Lets another box take the place of this one, and comes back. */
  async cover<T>(other: () => Promise<T>): Promise<T> {
    this.#isCovered = true;
    try {
      return await other();
    } finally {
      this.#isCovered = false;
      const { length } = this.#box.value;
      this.#box.valueSelection = [length, length];
      this.#box.show();
    }
  }

  dispose(): void {
    for (const one of this.#listening) one.dispose();
    this.#box.dispose();
  }

  #answer(answer: Answer): void {
    this.#checks += 1;
    this.#box.validationMessage = undefined;
    this.#box.busy = true;
    if (this.#asked) this.#asked.resolve(answer);
    else this.#answers.push(answer);
    this.#asked = undefined;
  }

  /** Makes the box hold the text. */
  async #show(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    for (let text = this.#text.send(); text !== undefined; text = this.#text.send()) {
      this.#box.value = text;
      await this.#parts.arrived();
      this.#text.arrived();
    }
    this.#isSending = false;
  }

  async #check(): Promise<void> {
    if (!this.#asked) return;
    this.#checks += 1;
    const asked = this.#checks;
    const warning = await this.#asked.question.check(this.#text.text).catch(() => undefined);
    // Only the last of the answers is about what stands there.
    if (asked === this.#checks) this.#box.validationMessage = warning === undefined ? undefined : this.#parts.warningOf(warning);
  }
}
