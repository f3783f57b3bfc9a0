import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  type Connection,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import type { Host } from '../../../server/src/lsp/host.ts';
import { createNodeHost } from '../../../server/src/lsp/nodeHost.ts';
import { createServer } from '../../../server/src/lsp/server.ts';

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly folders?: readonly string[];
  /** What the client answers to `workspace/configuration`, if it says that it can. */
  readonly settings?: unknown;
  readonly host?: Partial<Host>;
  /** Another host than Node's. */
  readonly makeHost?: (connection: Connection) => Host;
}

/** What VS Code can do, as far as the server looks at it. */
export const pulling: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { workspaceEdit: { documentChanges: true } },
};

export const uri = 'file:///work/report.report';

/** A server in this process and a client that talks to it over streams, as over stdio. */
export class InProcess {
  readonly client: ProtocolConnection;
  readonly logged: string[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  initialized: InitializeResult = { capabilities: {} };
  readonly #end: () => void;
  readonly #waiting: (() => void)[] = [];

  constructor(makeHost: (connection: Connection) => Host) {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    createServer(server, makeHost(server));
    server.listen();
    this.client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    this.client.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    this.client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      for (const go of this.#waiting.splice(0)) go();
    });
    this.client.listen();
    this.#end = () => {
      this.client.dispose();
      server.dispose();
    };
  }

  static async start({
    capabilities = pulling,
    locale = 'en',
    folders = [],
    host = {},
    makeHost,
    settings,
  }: StartOptions = {}): Promise<InProcess> {
    const started = new InProcess(makeHost ?? (() => ({ ...createNodeHost(), locale: undefined, ...host })));
    started.client.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) => items.map(() => settings ?? null));
    started.initialized = await started.client.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities,
      locale,
      workspaceFolders: folders.map((folder) => ({ uri: folder, name: folder })),
    });
    await started.client.sendNotification('initialized', {});
    return started;
  }

  async stop(): Promise<void> {
    await this.client.sendRequest('shutdown');
    this.#end();
  }

  open(text: string, of = uri, version = 1): Promise<void> {
    return this.client.sendNotification('textDocument/didOpen', { textDocument: { uri: of, languageId: 'report', version, text } });
  }

  change(version: number, contentChanges: readonly TextDocumentContentChangeEvent[], of = uri): Promise<void> {
    return this.client.sendNotification('textDocument/didChange', { textDocument: { uri: of, version }, contentChanges });
  }

  close(of = uri): Promise<void> {
    return this.client.sendNotification('textDocument/didClose', { textDocument: { uri: of } });
  }

  ask<R>(method: string, params: object = {}, of = uri): Promise<R> {
    return this.client.sendRequest(method, { textDocument: { uri: of }, ...params });
  }

  pull(previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.ask('textDocument/diagnostic', { identifier: 'report-writer', ...(previousResultId && { previousResultId }) });
  }

  async pulled(): Promise<readonly Diagnostic[]> {
    const report = await this.pull();
    return report.kind === 'full' ? report.items : [];
  }

  /** The next diagnostics that the server sends by itself. */
  async nextPublished(): Promise<PublishDiagnosticsParams> {
    const before = this.published.length;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.published[before] as PublishDiagnosticsParams;
  }
}

/** Starts servers for the tests of one `describe`, which calls this at its top: after each test those that it has started are stopped. */
export function startsServers(): (options?: StartOptions) => Promise<InProcess> {
  let started: readonly InProcess[] = [];
  afterEach(async () => {
    const running = started;
    started = [];
    for (const server of running) await server.stop();
  });
  return async (options) => {
    const server = await InProcess.start(options);
    started = [...started, server];
    return server;
  };
}

export const insertion = (line: number, character: number, text: string): TextDocumentContentChangeEvent => ({
  range: { start: { line, character }, end: { line, character } },
  text,
});
