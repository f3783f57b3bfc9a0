import { Range, Selection, type TextDocument, type TextEditor, TextEditorRevealType, ThemeColor, type ViewColumn, window } from 'vscode';
import type { MissingEntry } from '../../../server/src/protocol/missingData.ts';

/** Selects and marks the gap that is asked for: a selection alone is hard to see while a box has the focus, which stays there. */
export class Spotlight {
  readonly #document: TextDocument;
  readonly #column: ViewColumn | undefined;
  readonly #decoration = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.findMatchBackground'),
    border: '1px solid',
    borderColor: new ThemeColor('editor.findMatchBorder'),
  });

  constructor({ document, viewColumn }: TextEditor) {
    this.#document = document;
    this.#column = viewColumn;
  }

  async show({ range: { start, end }, insertAt }: MissingEntry): Promise<void> {
    const marked = new Range(start.line, start.character, end.line, end.character);
    const place = insertAt === undefined ? marked : new Range(start.line, insertAt, start.line, insertAt);
    const editor = await this.#editor();
    editor.selection = new Selection(place.start, place.end);
    editor.setDecorations(this.#decoration, [marked]);
    editor.revealRange(marked, TextEditorRevealType.InCenter);
  }

  dispose(): void {
    this.#decoration.dispose();
  }

  async #editor(): Promise<TextEditor> {
    const isIt = ({ document, viewColumn }: TextEditor) => document === this.#document && viewColumn === this.#column;
    const options = { preserveFocus: true, ...(this.#column !== undefined && { viewColumn: this.#column }) };
    return window.visibleTextEditors.find(isIt) ?? window.showTextDocument(this.#document, options);
  }
}
