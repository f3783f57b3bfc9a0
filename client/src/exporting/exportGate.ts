import { l10n, Range, type TextDocument, window, workspace } from 'vscode';
import type { MissingEntry } from '../../../server/src/protocol/missingData.ts';
import { goToMissingDatum } from '../commands/goToMissingDatum.ts';
import { MissingData } from '../fill/missingData.ts';
import { phraseOf } from '../fill/phrase.ts';
import type { ReportClient } from '../languageClient.ts';
import { exportQuestion } from './exportQuestion.ts';

export interface GateOptions {
  readonly final: boolean;
  /** A task or a key that names the file to write is not asked; a refusal by the settings holds for it as well. */
  readonly ask: boolean;
}

/** So many places are told of data that are perhaps missing. */
const mostPlaces = 5;

/** While data are missing the writer says whether to export all the same. Gives whether the export goes on. */
export async function mayExport(client: ReportClient, document: TextDocument, { final, ask }: GateOptions): Promise<boolean> {
  // A server that does not answer cannot export either, and the export says so.
  const { total, entries = [] } = await new MissingData(client, document)
    .list(final && ask ? {} : { limit: 0 })
    .catch(() => ({ total: 0, entries: [] }));
  const doubtful = entries.filter(({ certainty }) => certainty === 'maybe');
  const refuseWithGaps = workspace.getConfiguration('reportWriter', document).get('export.refuseWithGaps') === true;
  const question = exportQuestion({ final, ask, refuseWithGaps, total, doubtful: doubtful.length });
  if (question === 'none') return true;
  if (question === 'doubtful') return mayExportDoubtful(doubtful, document);
  const message = l10n.t('Data missing in this report: {0}', total);
  const goToFirst = l10n.t('Go to First Gap');
  const goThere = () =>
    goToMissingDatum(client, 'next', client.client.code2ProtocolConverter.asUri(document.uri), { line: 0, character: 0 });
  if (question === 'refuse') {
    const reason = l10n.t('A final Word file is not made while data are missing (setting “{0}”).', 'reportWriter.export.refuseWithGaps');
    void window.showErrorMessage(`${message}. ${reason}`, goToFirst).then((choice) => (choice === goToFirst ? goThere() : undefined));
    return false;
  }
  const goOn = final ? l10n.t('Export All the Same') : l10n.t('Export Draft');
  const detail = final
    ? l10n.t('The final file marks no gaps: what is missing stands there as you wrote it.')
    : l10n.t('The draft has its gaps highlighted, and lists them at its end.');
  const choice = await window.showWarningMessage(message, { modal: true, detail }, goOn, goToFirst);
  if (choice === goToFirst) await goThere();
  return choice === goOn;
}

/** Nothing counts as missing, but blanks and bare units may be: a final file is not sent out with `于  年 月` unasked. */
async function mayExportDoubtful(doubtful: readonly MissingEntry[], document: TextDocument): Promise<boolean> {
  const [first] = doubtful;
  if (first === undefined) return true;
  const places = doubtful.slice(0, mostPlaces).map((entry) => `${l10n.t('line {0}', entry.range.start.line + 1)}: ${phraseOf(entry)}`);
  const goOn = l10n.t('Export All the Same');
  const goToFirst = l10n.t('Go to First Gap');
  const detail = [...places, ...(doubtful.length > mostPlaces ? ['…'] : [])].join('\n');
  const message = l10n.t('Data perhaps missing in this report: {0}', doubtful.length);
  const choice = await window.showWarningMessage(message, { modal: true, detail }, goOn, goToFirst);
  if (choice === goToFirst) {
    const { start, end } = first.range;
    const selection = new Range(start.line, start.character, end.line, end.character);
    await window.showTextDocument(document, { selection });
  }
  return choice === goOn;
}
