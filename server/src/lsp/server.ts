import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  TextDocuments,
} from 'vscode-languageserver';
import { sheetExtensions } from '../data/readSheet.ts';
import { ReportDocument } from '../engine/document.ts';
import type { InitializationOptions } from '../protocol/requests.ts';
import { serverCapabilities } from './capabilities.ts';
import { CatalogueService } from './catalogueService.ts';
import { DataService } from './dataService.ts';
import { DiagnosticsService } from './diagnosticsService.ts';
import { makeErrorReporter, makeHandle } from './handle.ts';
import type { Host } from './host.ts';
import { makeLocalize } from './makeLocalize.ts';
import { PreviewService } from './previewService.ts';
import { registerCompare } from './registerCompare.ts';
import { registerData } from './registerData.ts';
import { registerExport } from './registerExport.ts';
import { registerImport } from './registerImport.ts';
import { registerLanguageFeatures } from './registerLanguageFeatures.ts';
import { registerMissingData } from './registerMissingData.ts';
import { registerPreview } from './registerPreview.ts';
import { registerReading } from './registerReading.ts';
import { registerRemedies } from './registerRemedies.ts';
import { registerSaveSection } from './registerSaveSection.ts';
import { registerSections } from './registerSections.ts';
import { registerStructure } from './registerStructure.ts';
import { registerStyle } from './registerStyle.ts';
import { registerTyping } from './registerTyping.ts';
import { type ClientSupport, noSupport, type Session } from './session.ts';
import { SettingsCache } from './settings.ts';
import { StatusSender } from './statusSender.ts';
import { StyleService } from './styleService.ts';
import { Watchdog } from './watchdog.ts';

/** Wires a server to a connection; `connection.listen()` is left to the caller. */
export function createServer(connection: Connection, host: Host): void {
  const log = (message: string) => connection.console.error(message);
  const watchdog = new Watchdog({ now: host.now, log });
  const report = makeErrorReporter(log);
  const session: Session = {
    connection,
    host,
    documents: new TextDocuments<ReportDocument>({
      create: ReportDocument.create,
      update(document, changes, version) {
        previews.changed(document, document.update(changes, version));
        return document;
      },
    }),
    settings: new SettingsCache(connection),
    handle: makeHandle(report, (name) => watchdog.note(name)),
    report,
    locale: host.locale,
    t: makeLocalize(host.locale),
    catalogue: () => catalogues.catalogue,
    folders: [],
    supports: noSupport,
  };
  const catalogues = new CatalogueService(session, () => diagnostics.refresh());
  const data = new DataService(session, (document, change) => {
    if (change.inserted > 0) previews.changed(document, change);
    status.changed(document);
    diagnostics.dataChanged(document);
    if (session.supports.inlayHintRefresh) void connection.languages.inlayHint.refresh().catch(() => undefined);
  });
  const styles = new StyleService(session, (document) => {
    previews.restyle(document);
    diagnostics.dataChanged(document);
  });
  const diagnostics = new DiagnosticsService(session, data, styles, (uri) => previews.of(uri));
  const status = new StatusSender(session);
  const previews = new PreviewService(
    session,
    (uri) => styles.of(uri)?.style,
    (document) => diagnostics.dataChanged(document),
  );
  registerLanguageFeatures(session, data);
  registerData(session, data);
  registerMissingData(session, data);
  registerSections(session, data, catalogues);
  registerStructure(session, catalogues);
  registerSaveSection(session, catalogues);
  registerTyping(session);
  registerReading(session);
  registerRemedies(session);
  registerPreview(session, previews);
  registerExport(session, data, styles);
  registerImport(session);
  registerCompare(session, data, styles);
  registerStyle(session, styles);
  watchDocuments(session, { data, diagnostics, previews, status, styles });
  watchClient(session, diagnostics, catalogues);
  watchFiles(session, data, styles, catalogues);
  connection.onShutdown(() => {
    watchdog.stop();
    catalogues.stop();
    data.readings.stop();
    styles.readings.stop();
    diagnostics.stop();
    previews.stop();
  });
  session.documents.listen(connection);
}

interface Services {
  readonly data: DataService;
  readonly diagnostics: DiagnosticsService;
  readonly previews: PreviewService;
  readonly status: StatusSender;
  readonly styles: StyleService;
}

function watchDocuments(session: Session, { data, diagnostics, previews, status, styles }: Services): void {
  const { documents, settings } = session;
  documents.onDidOpen(({ document }) => {
    status.opened(document);
    // Opened anew without having been closed: its pages belong to a document that is no more.
    previews.close(document.uri);
  });
  documents.onDidChangeContent(({ document }) => {
    data.readings.changed(document);
    styles.readings.changed(document);
    status.changed(document);
    diagnostics.changed(document);
  });
  documents.onDidClose(({ document }) => {
    status.closed(document);
    data.readings.closed(document);
    styles.readings.closed(document);
    diagnostics.closed(document);
    previews.close(document.uri);
    settings.forget(document.uri);
  });
}

function watchClient(session: Session, diagnostics: DiagnosticsService, catalogues: CatalogueService): void {
  const { connection, settings } = session;
  connection.onInitialize((params) => {
    session.locale = params.locale ?? session.locale;
    session.t = makeLocalize(session.locale);
    session.folders = foldersOf(params);
    session.supports = supportOf(params);
    catalogues.userFolder = userSectionsOf(params.initializationOptions);
    settings.canAsk = session.supports.configuration;
    return { capabilities: serverCapabilities(session.supports), serverInfo: { name: 'report-writer' } };
  });
  connection.onInitialized(() => {
    catalogues.read();
    if (session.supports.dynamicConfiguration) {
      const section = { section: 'reportWriter' };
      void connection.client.register(DidChangeConfigurationNotification.type, section).catch(() => undefined);
    }
    if (session.supports.watchFiles) {
      const watchers = [{ globPattern: `**/*.{${sheetExtensions.join(',')}}` }];
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
    }
    if (!session.supports.folderChanges) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      session.folders = [...session.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
      catalogues.settingsChanged();
    });
  });
  connection.onDidChangeConfiguration((params) => {
    settings.changed(params.settings);
    catalogues.settingsChanged();
    // Those over headings come and go by a setting.
    if (session.supports.codeLensRefresh) void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    diagnostics.refresh();
  });
}

/** Sheets and catalogues change in other programs: the client tells of it. */
function watchFiles({ connection }: Session, data: DataService, styles: StyleService, catalogues: CatalogueService): void {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    data.readings.filesChanged(uris);
    styles.readings.filesChanged(uris);
    catalogues.filesChanged(uris);
  });
}

function userSectionsOf(options: unknown): string | undefined {
  const { userSections } = (typeof options === 'object' && options !== null ? options : {}) as InitializationOptions;
  return typeof userSections === 'string' ? userSections : undefined;
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

function supportOf({ capabilities: { textDocument, workspace } }: InitializeParams): ClientSupport {
  return {
    pull: textDocument?.diagnostic !== undefined,
    diagnosticRefresh: workspace?.diagnostics?.refreshSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    configuration: workspace?.configuration === true,
    dynamicConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folderChanges: workspace?.workspaceFolders === true,
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    codeLensRefresh: workspace?.codeLens?.refreshSupport === true,
  };
}
