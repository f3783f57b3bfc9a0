import { commands, type ExtensionContext, type LogOutputChannel, type Memento, Uri, window } from 'vscode';
import type { StructureActionName } from '../../server/src/protocol/structure.ts';
import { activeReportEditor, reportOf } from './activeReport.ts';
import { addMissingSections } from './commands/addMissingSections.ts';
import { compareReport } from './commands/compareReport.ts';
import { makeDataSheet, mergeDataSheet } from './commands/dataSheet.ts';
import { editStructure, placeOf } from './commands/editStructure.ts';
import { exportDocx } from './commands/exportDocx.ts';
import { exportFolder } from './commands/exportFolder.ts';
import { exportPdf } from './commands/exportPdf.ts';
import { fillMissingData, fillTargetOf } from './commands/fillMissingData.ts';
import { goToMissingDatum } from './commands/goToMissingDatum.ts';
import { type ImportOptions, importWordDocument } from './commands/importWord.ts';
import { insertSection } from './commands/insertSection.ts';
import { newReport } from './commands/newReport.ts';
import { printReport } from './commands/printReport.ts';
import { saveSelectionAsSection } from './commands/saveSection.ts';
import { Deviations, showDeviations } from './commands/showDeviations.ts';
import { ProblemsAndMeasures } from './commands/showProblemsAndMeasures.ts';
import { treatAsReport } from './commands/treatAsReport.ts';
import type { ClientHost } from './host.ts';
import { serveFiles } from './hostFiles.ts';
import { ReportClient } from './languageClient.ts';
import { MissingCounts } from './missingCounts.ts';
import { PreviewManager } from './preview/previewManager.ts';
import { tellOfSaves } from './tellOfSaves.ts';
import { continueSeries } from './typing/continueSeries.ts';
import { MissingView } from './views/missingView.ts';
import { StatusBar } from './views/statusBar.ts';
import { StructureView } from './views/structureView.ts';

let running: ReportClient | undefined;

/** Starts everything; the same in the desktop's and the browser's extension host. */
export async function activateReportWriter(context: ExtensionContext, host: ClientHost): Promise<void> {
  const log = window.createOutputChannel('Report Writer', { log: true });
  const client = new ReportClient(host, log, Uri.joinPath(context.globalStorageUri, 'sections'));
  running = client;
  const preview = new PreviewManager(client.client, context.extensionUri);
  const counts = new MissingCounts(client);
  const missing = new MissingView(client, counts, context.workspaceState);
  const structure = new StructureView(client);
  context.subscriptions.push(log, client, counts, new StatusBar(client, counts), missing, structure, preview);
  const remedies = new ProblemsAndMeasures(client);
  context.subscriptions.push(continueSeries(client), tellOfSaves(client), remedies.register());
  context.subscriptions.push(client.onDidChangeState((state) => state === 'running' && preview.reconnect()));
  if (host.kind === 'web') context.subscriptions.push(...serveFiles(client));
  for (const [name, run] of Object.entries(
    commandsOf({
      client,
      host,
      log,
      preview,
      missing,
      structure,
      remedies,
      memory: context.workspaceState,
      deviations: new Deviations().register(context),
    }),
  )) {
    context.subscriptions.push(commands.registerCommand(`reportWriter.${name}`, run));
  }
  await client.start();
}

/** The server gets the time to end in order; VS Code waits for this. */
export async function deactivateReportWriter(): Promise<void> {
  await running?.stop();
  running = undefined;
}

type Command = (...args: readonly unknown[]) => unknown;

interface Parts {
  readonly client: ReportClient;
  readonly host: ClientHost;
  readonly log: LogOutputChannel;
  readonly preview: PreviewManager;
  readonly missing: MissingView;
  readonly structure: StructureView;
  readonly remedies: ProblemsAndMeasures;
  readonly memory: Memento;
  readonly deviations: Deviations;
}

function commandsOf({
  client,
  host,
  log,
  preview,
  missing,
  structure,
  remedies,
  memory,
  deviations,
}: Parts): Readonly<Record<string, Command>> {
  // The Explorer passes the file and then the whole selection; a key binding or a task may pass where the file goes.
  const exportAs =
    (final: boolean): Command =>
    (uri, target) =>
      exportDocx(client, host, { uri: asUri(uri), final, target: asUri(target) });
  // The view's menu passes its entry; its keys pass `view`, and the entry that is chosen is meant.
  const onSection =
    (action: StructureActionName): Command =>
    (item) =>
      editStructure(client, action, { at: structure.placeOf(item === 'view' ? structure.selected : item) });
  return {
    compareWith: (uri, old) => compareReport(client, asUri(uri), asUri(old)),
    addMissingSections: (_uri, sections) => addMissingSections(client, sections),
    exportDocx: exportAs(false),
    exportFinalDocx: exportAs(true),
    exportAllInFolder: (folder, how) => exportFolder(client, host, asUri(folder), asFolderOptions(how)),
    exportPdf: (uri, target) => exportPdf(client, host, asUri(uri), asUri(target)),
    printReport: (uri, target) => printReport(client, host, asUri(uri), asUri(target)),
    fillMissingData: (gap, position, scope, value) =>
      fillMissingData(client, fillTargetOf(missing.targetOf(gap) ?? gap, position, scope, value)),
    groupMissingDataByKind: () => missing.groupBy('kind'),
    groupMissingDataByOwner: () => missing.groupBy('owner'),
    groupMissingDataBySection: () => missing.groupBy('section'),
    importWordDocument: (uri, how) => importWordDocument(client, host, asUri(uri), asImportOptions(how)),
    insertSection: (section) => insertSection(client, section),
    makeDataSheet: (format) => makeDataSheet(client, format),
    mergeDataSheet: () => mergeDataSheet(client),
    newReport: (type) => newReport(client, memory, type),
    nextMissingDatum: (uri, position) => goToMissingDatum(client, 'next', uri, position),
    previousMissingDatum: (uri, position) => goToMissingDatum(client, 'previous', uri, position),
    showDeviations: (uri) => showDeviations(client, deviations, asUri(uri)),
    // A test or a key binding may pass the answers; the context menu passes the file.
    saveSelectionAsSection: (answers) => saveSelectionAsSection(client, answers),
    showProblemsAndMeasures: () => remedies.show(),
    // From the Explorer the report may not be open yet.
    showPreview: async (uri) => {
      const report = await reportOf(asUri(uri));
      if (report) preview.show(report.uri, false);
    },
    showPreviewToSide: () => {
      const editor = activeReportEditor();
      if (editor) preview.show(editor.document.uri, true);
    },
    showLockedPreview: () => {
      const editor = activeReportEditor();
      if (editor) preview.showLocked(editor.document.uri);
    },
    togglePreviewLocking: () => preview.toggleLock(),
    togglePreviewDimming: () => preview.toggleDimming(),
    findInPreview: () => preview.find(),
    treatAsReport,
    renumber: (uri, position) => editStructure(client, 'renumber', { at: placeOf(uri, position) }),
    moveSectionUp: onSection('moveUp'),
    moveSectionDown: onSection('moveDown'),
    promoteSection: onSection('promote'),
    demoteSection: onSection('demote'),
    deleteSection: onSection('delete'),
    insertMissingSection: (item) => structure.insert(item),
    restartServer: () => client.restart(),
    showLog: () => log.show(),
  };
}

/** The Explorer passes the selection where options go. */
function asImportOptions(value: unknown): ImportOptions {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const { target, replace } = value as { readonly target?: unknown; readonly replace?: unknown };
  return { replace: replace === true, ...(target instanceof Uri ? { target } : {}) };
}

function asUri(value: unknown): Uri | undefined {
  return value instanceof Uri ? value : undefined;
}

/** Of a task or a test, which are not asked; the Explorer passes the selection there. */
function asFolderOptions(value: unknown): { readonly final: boolean; readonly replace: boolean } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { final, replace } = value as Record<string, unknown>;
  return { final: final === true, replace: replace === true };
}
