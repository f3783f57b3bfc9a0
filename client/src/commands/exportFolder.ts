import { l10n, RelativePattern, Uri, window, workspace } from 'vscode';
import { reportOf } from '../activeReport.ts';
import { requestExport } from '../exporting/requestExport.ts';
import { showFolderResults } from '../exporting/showFolderResults.ts';
import { explainWriteError } from '../files/fileError.ts';
import { isThere } from '../files/isThere.ts';
import { nameOf, reportNameOf } from '../files/nameOf.ts';
import { writeWhole } from '../files/writeWhole.ts';
import { MissingData } from '../fill/missingData.ts';
import type { ClientHost } from '../host.ts';
import type { ReportClient } from '../languageClient.ts';
import { type Step, withProgress } from '../withProgress.ts';

/** What became of one report. */
export interface FolderResult {
  readonly report: Uri;
  /** Where its Word file lies; absent when none was written. */
  readonly target?: Uri;
  /** What the writer should know, in words. */
  readonly remarks: readonly string[];
}

/** More reports than this are no folder of reports but somebody's disk. */
const mostReports = 1000;

/**
 * Exports every report of a folder and the folders in it, each beside its report. Files that are there already are replaced only after the writer said
 * so. Gives what became of each; `undefined` when the writer cancelled before the first.
 */
export async function exportFolder(
  client: ReportClient,
  host: ClientHost,
  folder: Uri | undefined,
  how?: { readonly final: boolean; readonly replace: boolean },
): Promise<readonly FolderResult[] | undefined> {
  const root = folder ?? (await chooseFolder());
  if (root === undefined) return undefined;
  const reports = await workspace.findFiles(new RelativePattern(root, '**/*.{report,report.md}'), '**/{node_modules,.git}/**', mostReports);
  if (reports.length === 0) {
    void window.showInformationMessage(l10n.t('There is no report in {0}.', nameOf(root)));
    return undefined;
  }
  const sorted = [...reports].sort((a, b) => a.path.localeCompare(b.path));
  const final = how?.final ?? (await chooseFinal(sorted.length));
  if (final === undefined) return undefined;
  const taken = await existing(sorted);
  const replace = how?.replace ?? (await mayReplace(sorted.filter((report) => taken.has(report)).map(targetOf)));
  if (replace === undefined) return undefined;
  const results: FolderResult[] = [];
  await withProgress(client, l10n.t('Exporting {0} reports…', sorted.length), root, async (step) => {
    for (const report of sorted) {
      if (step.token.isCancellationRequested) break;
      step.progress.report({ message: nameOf(report) });
      if (taken.has(report) && !replace) results.push({ report, remarks: [l10n.t('Not exported: there is a Word file already.')] });
      else results.push(await exportOne(client, host, report, final, step, 1 / sorted.length));
    }
  });
  if (how === undefined) void showFolderResults(results, sorted.length);
  return results;
}

async function exportOne(
  client: ReportClient,
  host: ClientHost,
  report: Uri,
  final: boolean,
  step: Step,
  share: number,
): Promise<FolderResult> {
  try {
    const document = await reportOf(report);
    if (!document) return { report, remarks: [l10n.t('Not exported: it is no text that can be read.')] };
    const { total } = await new MissingData(client, document).list({ limit: 0 });
    // A final file with gaps is what nobody wants by accident; one by one the writer is asked.
    if (final && total > 0) return { report, remarks: [l10n.t('Not exported: data missing: {0}', total)] };
    const { bytes, problems } = await requestExport(client, document, { format: 'docx', final }, step, share);
    const target = targetOf(report);
    try {
      await writeWhole(target, bytes, host);
    } catch (error) {
      return { report, remarks: [explainWriteError(target.fsPath, error)] };
    }
    return { report, target, remarks: problems.map(({ message }) => message) };
  } catch (error) {
    const reason = step.token.isCancellationRequested ? l10n.t('cancelled') : error instanceof Error ? error.message : String(error);
    return { report, remarks: [l10n.t('Not exported: {0}', reason)] };
  }
}

function targetOf(report: Uri): Uri {
  return Uri.joinPath(report, '..', `${reportNameOf(report)}.docx`);
}

async function existing(reports: readonly Uri[]): Promise<ReadonlySet<Uri>> {
  const there = await Promise.all(reports.map((report) => isThere(targetOf(report))));
  return new Set(reports.filter((_, index) => there[index]));
}

async function chooseFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]?.uri;
  if (folders.length > 1) return (await window.showWorkspaceFolderPick())?.uri;
  return (await window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, title: l10n.t('Export All in Folder') }))?.[0];
}

async function chooseFinal(count: number): Promise<boolean | undefined> {
  const drafts = { label: l10n.t('Drafts'), detail: l10n.t('Gaps are highlighted and listed at the end.'), final: false };
  const finals = { label: l10n.t('Final files'), detail: l10n.t('Reports with missing data are left out.'), final: true };
  const picked = await window.showQuickPick([drafts, finals], { title: l10n.t('Export {0} Reports', count) });
  return picked?.final;
}

/** So many names a writer reads. */
const mostNames = 10;

/** Gives whether files that are there are replaced; `undefined` to write nothing at all. They are named: one of them may be what a report was imported from. */
async function mayReplace(there: readonly Uri[]): Promise<boolean | undefined> {
  const count = there.length;
  if (count === 0) return true;
  const detail = [...there.slice(0, mostNames).map(nameOf), ...(count > mostNames ? ['…'] : [])].join('\n');
  const replace = l10n.t('Replace');
  const keep = l10n.t('Keep Them');
  const choice = await window.showWarningMessage(
    l10n.t('Word files that are there already: {0}', count),
    { modal: true, detail },
    // Enter takes the first.
    keep,
    replace,
  );
  return choice === undefined ? undefined : choice === replace;
}
