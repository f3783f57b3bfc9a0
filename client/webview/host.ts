import type { FromWebview } from '../../server/src/protocol/preview.ts';

/** As wide as the view, a whole page, two pages side by side; or a scale. */
export type Zoom = 'width' | 'page' | 'spread' | number;

/** What is remembered over a reload; the serializer of the panel needs `uri` and `isLocked`. */
export interface SavedState {
  readonly uri?: string;
  readonly isLocked?: boolean;
  readonly scrollTop?: number;
  /** Absent: as wide as the view. */
  readonly zoom?: Zoom;
}

interface HostApi {
  postMessage(message: FromWebview): void;
  getState(): SavedState | undefined;
  setState(state: SavedState): void;
}

declare function acquireVsCodeApi(): HostApi;

const api = acquireVsCodeApi();
let state: SavedState = api.getState() ?? {};

/** VS Code, as the webview sees it. */
export const host = {
  get state(): SavedState {
    return state;
  },
  save(change: SavedState): void {
    state = { ...state, ...change };
    api.setState(state);
  },
  post(message: FromWebview): void {
    api.postMessage(message);
  },
};

type OfDocument = Exclude<FromWebview, { readonly type: 'ready' }>;
type WithoutUri<Message> = Message extends OfDocument ? Omit<Message, 'uri'> : never;

/** Says something about the document that is shown; nothing while there is none. */
export function say(message: WithoutUri<OfDocument>): void {
  if (state.uri !== undefined) host.post({ ...message, uri: state.uri } as OfDocument);
}
