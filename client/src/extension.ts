import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { keepForPrinting } from '../../server/src/system/keepForPrinting.ts';
import { makePdf } from '../../server/src/system/makePdf.ts';
import { findPdfProgram } from '../../server/src/system/pdfProgram.ts';
import { replaceFile } from '../../server/src/system/replaceFile.ts';
import { activateReportWriter, deactivateReportWriter } from './activate.ts';
import type { PdfMaker } from './host.ts';

export function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  return activateReportWriter(context, {
    kind: 'node',
    replaceFile,
    findPdfMaker: findMaker,
    keepForPrinting: (name, bytes) => keepForPrinting(context.globalStorageUri.fsPath, name, bytes),
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

async function findMaker(named: string): Promise<PdfMaker | undefined> {
  const program = await findPdfProgram(named);
  return program && { from: program.kind === 'office' ? 'docx' : 'html', make: (source, signal) => makePdf(program, source, signal) };
}

export const deactivate = deactivateReportWriter;
