import { CancellationToken } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import type { DocumentChange } from '../engine/documentChange.ts';
import type { HouseStyle } from '../engine/model/houseStyle.ts';
import { PreviewSession } from '../features/preview.ts';
import {
  mostQuery,
  type PreviewFindParams,
  type PreviewFound,
  type PreviewOpened,
  type PreviewOpenParams,
  type PreviewPagesParams,
  type PreviewPatch,
  type PreviewPicturesParams,
  previewMethods,
} from '../protocol/preview.ts';
import { pageStyle } from '../render/html/pageStyle.ts';
import { layoutOf } from '../render/layout/layoutOf.ts';
import type { PageLayout } from '../render/layout/pageLayout.ts';
import type { PictureSize, PictureSizes } from '../render/layout/pictures.ts';
import { pictureSources } from './pictureFiles.ts';
import { readPictures } from './readPictures.ts';
import type { Session } from './session.ts';

/** What is known of a picture: its size, or why it cannot be printed. */
type KnownPicture = { readonly size: PictureSize } | { readonly problem: string };

interface OpenPreview {
  readonly document: ReportDocument;
  pages: PreviewSession;
  layout: PageLayout;
  /** Pages that the client shows, half-open. */
  view: { readonly from: number; readonly to: number };
  /** Every picture path looked at so far. */
  readonly pictures: Map<string, KnownPicture>;
  /** Paths of pictures that are to be looked at again. */
  readonly stale: Set<string>;
  /** Until new pictures are read. */
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Until the layout goes on. */
  turn: ReturnType<typeof setTimeout> | undefined;
  /** The next turn was put off for a key already: typing slows the layout down, and never stops it. */
  isPutOff: boolean;
}

/**
 * Milliseconds of one turn of layout; of the rest after it, for all messages that wait; and of the rest after a key, which brings a dozen requests
 * along: each of them would wait for a turn of its own otherwise.
 */
const turnTime = 8;
const restTime = 4;
const keyTime = 20;

/** After the last change, before new pictures are read. */
const pictureDelay = 300;

/** When other messages had their turn. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * The previews of open documents, one a document: laid out at opening, kept in step by patches. Pictures are read after the first
 * pages went out, so no picture holds them up.
 */
export class PreviewService {
  readonly #session: Session;
  /** What the style file of a report says. */
  readonly #styleOf: (uri: string) => HouseStyle | undefined;
  /** Told when the pages of a report are laid out to the end, and when they are no longer there: findings depend on them. */
  readonly #onLaidOut: (document: ReportDocument) => void;
  readonly #previews = new Map<string, OpenPreview>();

  constructor(session: Session, styleOf: (uri: string) => HouseStyle | undefined, onLaidOut: (document: ReportDocument) => void) {
    this.#session = session;
    this.#styleOf = styleOf;
    this.#onLaidOut = onLaidOut;
  }

  open({ uri, pages, from }: PreviewOpenParams): PreviewOpened | null {
    const document = this.#session.documents.get(uri);
    if (document === undefined) return null;
    this.#drop(uri);
    const pictures: OpenPreview['pictures'] = new Map();
    const layout = this.#layoutOf(document);
    const preview: OpenPreview = {
      document,
      pages: this.#layOut(document, layout, pictures),
      layout,
      view: { from: 0, to: 3 },
      pictures,
      stale: new Set(),
      timer: undefined,
      turn: undefined,
      isPutOff: false,
    };
    this.#previews.set(uri, preview);
    this.#planPictures(preview, 0);
    this.#goOn(preview);
    const opened = preview.pages.opened(pages, from);
    preview.view = { from: opened.pages[0]?.index ?? 0, to: (opened.pages.at(-1)?.index ?? 0) + 1 };
    return opened;
  }

  close(uri: string): void {
    const preview = this.#previews.get(uri);
    this.#drop(uri);
    if (preview !== undefined && this.#session.documents.get(uri) === preview.document) this.#onLaidOut(preview.document);
  }

  #drop(uri: string): void {
    const preview = this.#previews.get(uri);
    clearTimeout(preview?.timer);
    clearTimeout(preview?.turn);
    this.#previews.delete(uri);
  }

  /** The laid out pages of a document, if its preview is open. */
  of(uri: string): PreviewSession | undefined {
    return this.#previews.get(uri)?.pages;
  }

  /** Notes which pages are in view, for a layout made anew. */
  show({ uri, from, to }: PreviewPagesParams): ReturnType<PreviewSession['pages']> | null {
    const preview = this.#previews.get(uri);
    if (preview === undefined) return null;
    preview.view = { from, to };
    return preview.pages.pages(from, to);
  }

  /** Looks through the pages in steps, between which other requests are answered. */
  async find({ uri, query }: PreviewFindParams, token: CancellationToken): Promise<PreviewFound | null> {
    const preview = this.#previews.get(uri);
    if (preview === undefined || typeof query !== 'string' || query.length > mostQuery) return null;
    const search = preview.pages.find(query);
    for (;;) {
      const step = search.next();
      if (step.done) return step.value;
      await nextTurn();
      if (token.isCancellationRequested) return null;
    }
  }

  /** Pictures that changed on disk are measured again. */
  picturesChanged({ uri, paths }: PreviewPicturesParams): void {
    const preview = this.#previews.get(uri);
    if (preview === undefined) return;
    for (const path of paths) if (preview.pictures.has(path)) preview.stale.add(path);
    if (preview.stale.size > 0) this.#planPictures(preview, pictureDelay);
  }

  /** Never throws: whatever goes wrong with the pages, the document itself stays in step. */
  changed(document: ReportDocument, change: DocumentChange): void {
    const preview = this.#previews.get(document.uri);
    if (preview === undefined) return;
    try {
      this.#update(preview, change);
    } catch (error) {
      this.#session.report(previewMethods.patch, error);
      this.close(document.uri);
    }
  }

  /** After its style file was read. Never throws. */
  restyle(document: ReportDocument): void {
    const preview = this.#previews.get(document.uri);
    if (preview === undefined) return;
    try {
      const layout = this.#layoutOf(document);
      if (layout !== preview.layout) this.#layOutAnew(preview, layout);
    } catch (error) {
      this.#session.report(previewMethods.patch, error);
      this.close(document.uri);
    }
  }

  stop(): void {
    for (const uri of [...this.#previews.keys()]) this.#drop(uri);
  }

  #update(preview: OpenPreview, change: DocumentChange): void {
    const { document } = preview;
    if (this.#hasNewPictures(preview, change)) this.#planPictures(preview, pictureDelay);
    // Front matter and language show at the top; an edit below cannot choose another layout.
    const layout = change.from < 500 ? this.#layoutOf(document) : preview.layout;
    if (layout !== preview.layout) {
      this.#layOutAnew(preview, layout);
      return;
    }
    const patch = preview.pages.update(document, change);
    if (patch !== undefined) this.#send(patch);
    if (preview.pages.isComplete || preview.isPutOff) return;
    preview.isPutOff = true;
    this.#goOn(preview, keyTime);
  }

  /** Lays the rest of a long report out in turns, between which other requests are answered. */
  #goOn(preview: OpenPreview, rest = restTime): void {
    clearTimeout(preview.turn);
    if (preview.pages.isComplete) {
      this.#onLaidOut(preview.document);
      return;
    }
    preview.turn = setTimeout(() => {
      try {
        const { host } = this.#session;
        const start = host.now();
        preview.isPutOff = false;
        this.#send(preview.pages.step(Number.POSITIVE_INFINITY, () => host.now() - start >= turnTime));
        this.#goOn(preview);
      } catch (error) {
        this.#session.report(previewMethods.patch, error);
        this.close(preview.document.uri);
      }
    }, rest);
  }

  #layoutOf(document: ReportDocument): PageLayout {
    return layoutOf(document, this.#session.settings.known(document.uri).layout.preset, this.#styleOf(document.uri));
  }

  #layOut(document: ReportDocument, layout: PageLayout, known: OpenPreview['pictures'], firstId = 0): PreviewSession {
    const of = (path: string) => known.get(path) ?? { problem: '' };
    const pictures: PictureSizes = {
      sizeOf(path) {
        const picture = of(path);
        return 'size' in picture ? picture.size : undefined;
      },
      problemOf(path) {
        const picture = of(path);
        return 'problem' in picture ? picture.problem : undefined;
      },
    };
    return new PreviewSession(document, { layout, t: this.#session.t, pictures, firstId });
  }

  #layOutAnew(preview: OpenPreview, layout: PageLayout): void {
    const { document, pictures, view } = preview;
    preview.pages = this.#layOut(document, layout, pictures, preview.pages.nextId);
    const pages = preview.pages.pages(view.from, view.to);
    const style = layout === preview.layout ? {} : { style: pageStyle(layout) };
    preview.layout = layout;
    this.#goOn(preview);
    this.#send({ ...pages, changed: { from: 0, to: pages.pageCount }, anew: true, ...style });
  }

  #hasNewPictures({ document, pictures }: OpenPreview, { from, inserted }: DocumentChange): boolean {
    for (const { syntax, text } of document.lines(from, from + inserted)) {
      if (syntax.kind === 'picture' && syntax.chart === undefined && !pictures.has(text.slice(syntax.path.start, syntax.path.end)))
        return true;
    }
    return false;
  }

  #planPictures(preview: OpenPreview, delay: number): void {
    clearTimeout(preview.timer);
    preview.timer = setTimeout(() => {
      void this.#readPictures(preview).catch((error) => this.#session.report(previewMethods.patch, error));
    }, delay);
  }

  async #readPictures(preview: OpenPreview): Promise<void> {
    const { host, folders, t } = this.#session;
    const { document, pictures } = preview;
    const stale = new Set(preview.stale);
    preview.stale.clear();
    const files = await readPictures(host, document, folders, CancellationToken.None, (path) => !pictures.has(path) || stale.has(path));
    const sources = pictureSources(files, t);
    let isNew = false;
    for (const path of files.keys()) {
      const size = sources.sizeOf(path);
      const picture = size ? { size } : { problem: sources.problemOf(path) ?? '' };
      isNew ||= !isSamePicture(picture, pictures.get(path));
      pictures.set(path, picture);
    }
    if (isNew && this.#previews.get(document.uri) === preview) this.#layOutAnew(preview, preview.layout);
  }

  #send(patch: PreviewPatch): void {
    void this.#session.connection.sendNotification(previewMethods.patch, patch);
  }
}

function isSamePicture(picture: KnownPicture, other: KnownPicture | undefined): boolean {
  if (other === undefined) return false;
  if ('problem' in picture) return 'problem' in other && picture.problem === other.problem;
  return 'size' in other && picture.size.width === other.size.width && picture.size.height === other.size.height;
}
