import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateReportWriter, deactivateReportWriter } from './activate.ts';
import { replaceFile } from './files/replaceFile.ts';

export function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  return activateReportWriter(context, {
    kind: 'node',
    replaceFile,
    createClient: (id, name, options) =>
      new LanguageClient(
        id,
        name,
        {
          run: { module, transport: TransportKind.ipc },
          debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--enable-source-maps', '--inspect=6009'] } },
        },
        options,
      ),
  });
}

export const deactivate = deactivateReportWriter;
