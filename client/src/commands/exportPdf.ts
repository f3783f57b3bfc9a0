import { l10n, type TextDocument, type Uri, window, workspace } from 'vscode';
import { reportOf } from '../activeReport.ts';
import { mayExport } from '../exporting/exportGate.ts';
import { type Exported, requestExport } from '../exporting/requestExport.ts';
import { saveExport } from '../exporting/saveExport.ts';
import type { ClientHost, PdfMaker } from '../host.ts';
import type { ReportClient } from '../languageClient.ts';
import { type Step, withProgress } from '../withProgress.ts';
import { printReport } from './printReport.ts';

/** The layout is quick; most of the time goes to the program that makes the PDF. */
const layoutShare = 0.2;

/**
 * Makes a PDF of a report with LibreOffice or a browser that is on the machine, a draft while data are missing. Gives where it was saved;
 * `undefined` when the writer cancelled or it failed, which has been said then.
 */
export async function exportPdf(
  client: ReportClient,
  host: ClientHost,
  uri: Uri | undefined,
  target: Uri | undefined,
): Promise<Uri | undefined> {
  const document = await reportOf(uri);
  if (!document || !(await mayExport(client, document, { final: false, ask: target === undefined }))) return undefined;
  const named = workspace.getConfiguration('reportWriter').get<string>('export.pdfProgram', '');
  const maker = await host.findPdfMaker?.(named);
  if (maker === undefined) {
    void offerPrint(client, host, document, named);
    return undefined;
  }
  const made = await withProgress(client, l10n.t('Making the PDF…'), document.uri, (step) => makePdf(client, document, maker, step));
  return made && saveExport({ ...made, document, title: l10n.t('Export PDF'), kind: ['PDF', 'pdf'] }, target, host);
}

async function makePdf(client: ReportClient, document: TextDocument, maker: PdfMaker, step: Step): Promise<Exported> {
  const what = { format: maker.from, final: false };
  const { bytes, suggestedName, problems } = await requestExport(client, document, what, step, layoutShare);
  const abort = new AbortController();
  const cancellation = step.token.onCancellationRequested(() => abort.abort());
  try {
    const pdf = await maker.make(bytes, abort.signal);
    return { bytes: pdf, suggestedName: suggestedName.replace(/\.\w+$/, '.pdf'), problems };
  } finally {
    cancellation.dispose();
  }
}

async function offerPrint(client: ReportClient, host: ClientHost, document: TextDocument, named: string): Promise<void> {
  const print = l10n.t('Print…');
  const message =
    named !== '' && host.findPdfMaker !== undefined
      ? l10n.t('There is no program at {0} (setting “{1}”).', named, 'reportWriter.export.pdfProgram')
      : l10n.t(
          'A PDF needs LibreOffice, Chromium, Chrome or Edge on this machine, and none was found. Any browser can print the pages to a PDF as well.',
        );
  if ((await window.showWarningMessage(message, print)) === print) await printReport(client, host, document.uri);
}
