import { env, Uri, type ViewColumn } from 'vscode';
import {
  type FromWebview,
  type PreviewFindParams,
  type PreviewFound,
  type PreviewPlace,
  previewMethods,
  type ToWebview,
} from '../../../server/src/protocol/preview.ts';
import type { EditorSync } from './editorSync.ts';
import type { PreviewPictures } from './previewPictures.ts';
import { setPreviewSetting } from './previewSettings.ts';
import { revealPlace } from './revealPlace.ts';
import type { ServerConnection } from './serverConnection.ts';

/** What a preview has to answer its webview with. */
export interface Answering {
  /** The report that is shown. */
  readonly uri: Uri;
  /** Where the preview stands. */
  readonly column: ViewColumn | undefined;
  readonly server: ServerConnection;
  readonly sync: EditorSync;
  readonly pictures: PreviewPictures;
  /** Reports whose missing fonts were told in this session. */
  readonly told: Set<string>;
  post(message: ToWebview): void;
  sendPages(from: number, to: number): Promise<void>;
}

/** Does what the webview asks for about the report that it shows. Rejects when the server does. */
export async function answerWebview(message: Exclude<FromWebview, { readonly type: 'ready' }>, preview: Answering): Promise<void> {
  const { sync } = preview;
  const { uri } = message;
  switch (message.type) {
    case 'needPages':
      await preview.sendPages(message.from, message.to);
      break;
    case 'needPictures':
      preview.post({ type: 'pictures', uri, pictures: await preview.pictures.find(message.paths) });
      break;
    case 'needGap':
      await sync.showGap(message.place, message.direction);
      break;
    case 'scrolled':
      await sync.scrollEditor(message.place);
      break;
    case 'reveal':
      await reveal(preview, message.place, message.isGap ? 'select' : undefined);
      break;
    case 'fill':
      await reveal(preview, message.place, 'fill');
      break;
    case 'find':
      await find(preview, message.query);
      break;
    case 'hideFonts':
      preview.told.add(uri);
      if (message.forGood) await setPreviewSetting('preview.tellMissingFonts', false);
      break;
    case 'openLink':
      await env.openExternal(Uri.parse(message.href, true));
      break;
  }
}

async function find({ uri, server, post }: Answering, query: string): Promise<void> {
  const params: PreviewFindParams = { uri: uri.toString(), query };
  const nothing: PreviewFound = { ...params, version: -1, matches: [], isCut: false };
  const found = await server.sendRequest<PreviewFound | null>(previewMethods.find, params).catch(() => null);
  post({ type: 'found', found: found ?? nothing });
}

function reveal({ uri, column, server, sync }: Answering, place: PreviewPlace, gap: 'select' | 'fill' | undefined): Promise<void> {
  return revealPlace(server, sync, { uri, place, preview: column, ...(gap && { gap }) });
}
