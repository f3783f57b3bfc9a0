import type { CancellationToken } from 'vscode-languageserver';
import { ReportDocument } from '../engine/document.ts';
import { decodeText } from './decodeText.ts';
import type { Session } from './session.ts';

/** Files read at most, and bytes of each: symbols of the workspace are a help, not an index. */
const fileLimit = 200;
const sizeLimit = 2 * 1024 * 1024;
/** Typing in the symbol box asks at each key; in between nothing is read again. */
const freshFor = 10_000;

/**
 * The reports of the workspace folders that are not open. Owner: one a server. The cache is read anew when it is older than
 * ten seconds, so an entry may lag behind the disk for so long, and no longer.
 */
export class WorkspaceReports {
  readonly #session: Session;
  #read: readonly ReportDocument[] = [];
  #readAt = Number.NEGATIVE_INFINITY;

  constructor(session: Session) {
    this.#session = session;
  }

  async closed(token: CancellationToken): Promise<readonly ReportDocument[]> {
    const { host, documents } = this.#session;
    if (host.now() - this.#readAt > freshFor) {
      const read = await this.#readAll(token);
      if (!token.isCancellationRequested) {
        this.#read = read;
        this.#readAt = host.now();
      }
    }
    const open = new Set(documents.keys());
    return this.#read.filter(({ uri }) => !open.has(uri));
  }

  async #readAll(token: CancellationToken): Promise<readonly ReportDocument[]> {
    const { host, folders } = this.#session;
    const found: ReportDocument[] = [];
    for (const folder of folders) {
      for (const uri of await host.findReports(folder, fileLimit - found.length)) {
        if (token.isCancellationRequested) return found;
        const answer = await host.readFile(uri, folder, sizeLimit);
        const decoded = answer.kind === 'file' ? decodeText(answer.bytes) : undefined;
        if (decoded?.kind === 'text') found.push(ReportDocument.create(uri, 'report', 0, decoded.text));
      }
      if (found.length >= fileLimit) break;
    }
    return found;
  }
}
