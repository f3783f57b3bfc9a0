import { Disposable, Range, type TextEditor, TextEditorRevealType, type Uri, window } from 'vscode';
import {
  type NextMissingDatumParams,
  type NextMissingDatumResult,
  nextMissingDatumRequest,
} from '../../../server/src/protocol/missingData.ts';
import {
  type PreviewLocateParams,
  type PreviewPlace,
  type PreviewResolveParams,
  type PreviewSpot,
  previewMethods,
  type ToWebview,
} from '../../../server/src/protocol/preview.ts';
import { previewSetting } from './previewSettings.ts';
import type { ServerConnection } from './serverConnection.ts';

/** A place in the text, as in LSP. */
type Position = PreviewLocateParams['position'];

/** The preview that is kept in step. */
export interface Synced {
  readonly uri: Uri;
  readonly isReady: boolean;
  post(message: ToWebview): void;
}

/** So long, in milliseconds, what one side does because of the other is not answered by it. */
const quiet = 300;

/** Keeps the preview where the editor is, and the editor where the preview is. */
export class EditorSync implements Disposable {
  readonly #server: ServerConnection;
  readonly #preview: Synced;
  readonly #subscription: Disposable;
  #moves = 0;
  #scrolls = 0;
  /** Until then the editor scrolls because of its cursor, which is followed anyway, or because of the preview. */
  #quietUntil = 0;

  constructor(server: ServerConnection, preview: Synced) {
    this.#server = server;
    this.#preview = preview;
    this.#subscription = Disposable.from(
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (!this.#isOurs(textEditor) || !selections[0]) return;
        this.#quietUntil = Date.now() + quiet;
        this.follow(selections[0].active, true).catch(isLogged);
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (!this.#isOurs(textEditor) || Date.now() < this.#quietUntil) return;
        if (previewSetting('preview.scrollPreviewWithEditor', this.#preview.uri)) this.followScroll(textEditor).catch(isLogged);
      }),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** The editor that shows the report: the active one, if it does. */
  get editor(): TextEditor | undefined {
    const { activeTextEditor, visibleTextEditors } = window;
    return activeTextEditor && this.#isOurs(activeTextEditor) ? activeTextEditor : visibleTextEditors.find((one) => this.#isOurs(one));
  }

  /** Tells the webview where the cursor's place is printed; of several moves only the last counts. */
  async follow(position: Position, scroll: boolean): Promise<void> {
    const move = ++this.#moves;
    const { uri } = this.#preview;
    const spot = await this.#locate(position);
    if (spot && move === this.#moves) this.#post(uri, { type: 'cursor', uri: uri.toString(), spot, scroll });
  }

  /** Puts what is topmost in the editor at the top of the preview. Gives whether it is printed, as far as pages are laid out. */
  async followScroll({ visibleRanges }: TextEditor): Promise<boolean> {
    const [range] = visibleRanges;
    if (!range) return false;
    const scroll = ++this.#scrolls;
    const { uri } = this.#preview;
    // The red head comes from the front matter, and stands above the title.
    const isTop = range.start.line === 0;
    const spot = isTop ? null : await this.#locate(range.start);
    if ((isTop || spot) && scroll === this.#scrolls) this.#post(uri, { type: 'scroll', uri: uri.toString(), spot });
    return isTop || spot !== null;
  }

  /** Puts what is topmost in the preview at the top of the editor. */
  async scrollEditor(place: PreviewPlace): Promise<void> {
    const { editor } = this;
    if (!editor || !previewSetting('preview.scrollEditorWithPreview', this.#preview.uri)) return;
    const scroll = ++this.#scrolls;
    const position = await this.resolve(place);
    if (!position || scroll !== this.#scrolls) return;
    this.#quietUntil = Date.now() + quiet;
    const { line, character } = position;
    editor.revealRange(new Range(line, character, line, character), TextEditorRevealType.AtTop);
  }

  /** Finds the missing datum after, or before, a place of the preview and shows it there. */
  async showGap(place: PreviewPlace, direction: NextMissingDatumParams['direction']): Promise<void> {
    const { uri } = this.#preview;
    const position = await this.resolve(place);
    if (!position) return;
    const params: NextMissingDatumParams = { textDocument: { uri: uri.toString() }, position, direction };
    const found = await this.#server.sendRequest<NextMissingDatumResult>(nextMissingDatumRequest, params);
    const spot = found ? await this.#locate(found.start) : null;
    this.#post(uri, { type: 'gap', uri: uri.toString(), spot });
  }

  /** The position in the text of a place on a page; `null` if it is gone. */
  resolve(place: PreviewPlace): Promise<Position | null> {
    const params: PreviewResolveParams = { uri: this.#preview.uri.toString(), place };
    return this.#server.sendRequest<Position | null>(previewMethods.resolve, params);
  }

  async #locate({ line, character }: Position): Promise<PreviewSpot | null> {
    if (!this.#preview.isReady) return null;
    const params: PreviewLocateParams = { uri: this.#preview.uri.toString(), position: { line, character } };
    return this.#server.sendRequest<PreviewSpot | null>(previewMethods.locate, params);
  }

  #post(uri: Uri, message: ToWebview): void {
    if (uri === this.#preview.uri) this.#preview.post(message);
  }

  #isOurs({ document }: TextEditor): boolean {
    return document.uri.toString() === this.#preview.uri.toString();
  }
}

/** A request that fails is in the log of the language client, and the status bar says when there is no server. */
export const isLogged = (): void => {};
