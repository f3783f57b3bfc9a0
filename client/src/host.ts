import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** All that differs between the desktop and the browser. */
export interface ClientHost {
  readonly kind: 'node' | 'web';
  readonly createClient: (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;
  /** Puts `bytes` in the place of the file `path` in one step, or throws and leaves the old file. Absent where there is no disk. */
  readonly replaceFile?: (path: string, bytes: Uint8Array) => Promise<void>;
}
