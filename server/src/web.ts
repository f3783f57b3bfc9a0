import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createServer } from './lsp/server.ts';
import { createWebHost } from './lsp/webHost.ts';

// `self` of a worker; the client and this file talk by its messages.
const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
createServer(connection, createWebHost(connection));
connection.listen();
