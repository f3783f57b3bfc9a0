import { createConnection } from 'vscode-languageserver/node';
import { serveJobsHere } from './lsp/jobs/nodeThread.ts';
import { createNodeHost } from './lsp/nodeHost.ts';
import { createServer } from './lsp/server.ts';

// The same file is the server (`--stdio` or `--node-ipc`) and the worker threads that take its long work. Built as CommonJS.
if (!serveJobsHere()) {
  // Without an argument it talks over stdio, so that any editor can start it.
  if (!process.argv.some((argument) => /^--(?:stdio|node-ipc|pipe|socket)(?:=|$)/.test(argument))) process.argv.push('--stdio');
  const connection = createConnection();
  createServer(connection, createNodeHost({ workerFile: __filename }));
  connection.listen();
  // A promise that nobody waited for harms no document; after an error out of place the state is doubtful, and the client starts anew.
  process.on('unhandledRejection', (reason) => connection.console.error(`Unhandled rejection: ${textOf(reason)}`));
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${textOf(error)}\n`);
    process.exit(1);
  });
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
