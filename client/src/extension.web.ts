import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateReportWriter, deactivateReportWriter } from './activate.ts';

export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true);
  let worker: Worker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  // Each start takes a new worker: one that was shut down or has crashed answers no more.
  const startWorker = async () => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return activateReportWriter(context, {
    kind: 'web',
    createClient: (id, name, options) => new LanguageClient(id, name, startWorker, options),
  });
}

export const deactivate = deactivateReportWriter;
