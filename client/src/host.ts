import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** All that differs between the desktop and the browser. */
export interface ClientHost {
  readonly kind: 'node' | 'web';
  readonly createClient: (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;
  /** Puts `bytes` in the place of the file `path` in one step, or throws and leaves the old file. Absent where there is no disk. */
  readonly replaceFile?: (path: string, bytes: Uint8Array) => Promise<void>;
  /** A program that makes PDFs: the one at the path `named`, or else one that is on the machine. Absent where there are no programs. */
  readonly findPdfMaker?: (named: string) => Promise<PdfMaker | undefined>;
  /** Puts the pages where a browser can open them and gives the path. Absent where there is no disk. */
  readonly keepForPrinting?: (name: string, bytes: Uint8Array) => Promise<string>;
}

export interface PdfMaker {
  /** What it makes a PDF from. */
  readonly from: 'docx' | 'html';
  /** Rejects when the program fails or `signal` is aborted. */
  readonly make: (source: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>;
}
