import { type Disposable, type TextDocument, window, workspace } from 'vscode';

/** The report that a view is of: the one in the active editor, or the one before while a preview or another file is active. */
export class FollowedReport implements Disposable {
  readonly #turned: () => void;
  readonly #subscriptions: readonly Disposable[];
  #document: TextDocument | undefined;

  /** `turned` is called when it is another report, or none. */
  constructor(turned: () => void) {
    this.#turned = turned;
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor(() => this.follow()),
      // Also told when the language of a document changes.
      workspace.onDidOpenTextDocument(() => this.follow()),
      workspace.onDidCloseTextDocument((document) => document === this.#document && this.#turnTo(undefined)),
    ];
  }

  get document(): TextDocument | undefined {
    return this.#document;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Looks which report is active. */
  follow(): void {
    const document = window.activeTextEditor?.document;
    if (document?.languageId === 'report') this.#turnTo(document);
    else if (this.#document?.languageId !== 'report' || this.#document.isClosed) this.#turnTo(undefined);
  }

  #turnTo(document: TextDocument | undefined): void {
    if (document === this.#document) return;
    this.#document = document;
    this.#turned();
  }
}
