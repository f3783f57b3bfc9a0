import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serveJobsHere } from './lsp/jobs/webThread.ts';
import { createServer } from './lsp/server.ts';
import { createWebHost } from './lsp/webHost.ts';

// The same file is the server and the workers that take its long work.
if (!serveJobsHere()) {
  // `self` of a worker; the client and this file talk by its messages.
  const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
  const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
  createServer(connection, createWebHost(connection));
  connection.listen();
}
