import type { Disposable } from 'vscode';

/** What the preview needs of the language client; `BaseLanguageClient` has it. */
export interface ServerConnection {
  sendRequest<R>(method: string, params: unknown): Promise<R>;
  sendNotification(method: string, params: unknown): Promise<void>;
  onNotification<P>(method: string, handler: (params: P) => void): Disposable;
}
