import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InProcess, pulling } from './inProcess.ts';

/**
 * A server in this process for each test of one `describe`, which makes it at its top. Its workspace is a folder on the disk, empty at first,
 * in another folder that is outside of the workspace.
 */
export class DiskWorkspace {
  #outside = '';
  #folder = '';
  #server: InProcess | undefined;
  #refreshes: (() => void)[] = [];

  constructor() {
    beforeEach(async () => {
      this.#outside = mkdtempSync(join(tmpdir(), 'report-writer-'));
      this.#folder = join(this.#outside, 'work');
      mkdirSync(this.#folder);
      this.#server = await InProcess.start({
        folders: [pathToFileURL(this.#folder).toString()],
        capabilities: { ...pulling, workspace: { ...pulling.workspace, diagnostics: { refreshSupport: true } } },
      });
      this.#server.client.onRequest('workspace/diagnostic/refresh', () => {
        for (const go of this.#refreshes.splice(0)) go();
        return null;
      });
    });
    afterEach(async () => {
      await this.#server?.stop();
      this.#server = undefined;
      this.#refreshes = [];
      rmSync(this.#outside, { recursive: true });
    });
  }

  /** Throws outside of tests. */
  get server(): InProcess {
    if (this.#server === undefined) throw new Error('The server is there within tests only.');
    return this.#server;
  }

  /** The URI of a file in the workspace, be it there or not. */
  uriOf(name: string): string {
    return pathToFileURL(join(this.#folder, name)).toString();
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(join(this.#folder, name), content);
  }

  writeOutside(name: string, content: string): void {
    writeFileSync(join(this.#outside, name), content);
  }

  /** A file of the workspace that is but a link to one outside. */
  linkOutside(name: string, target: string): void {
    symlinkSync(join(this.#outside, target), join(this.#folder, name));
  }

  /** Tells the server that a file has changed, as a client that watches files does. */
  tell(name: string): Promise<void> {
    return this.server.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uriOf(name), type: 2 }] });
  }

  /** When the server next asks for its diagnostics to be fetched anew. */
  refreshed(): Promise<void> {
    return new Promise((resolve) => this.#refreshes.push(resolve));
  }

  /** Opens a report and waits until the files that it names are read. */
  async open(content: string, uri: string): Promise<void> {
    const read = this.refreshed();
    await this.server.open(content, uri);
    await read;
  }
}
