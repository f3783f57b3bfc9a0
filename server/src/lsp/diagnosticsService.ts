import {
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { pageDiagnostics, pageRuleCode } from '../features/pageDiagnostics.ts';
import type { PreviewSession } from '../features/preview.ts';
import { styleFindings } from '../features/styleFindings.ts';
import type { DataService } from './dataService.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';
import type { StyleService } from './styleService.ts';

const pushDelay = 150;

/** Diagnostics by pull, with `unchanged` answers, and by push for clients that do not ask. */
export class DiagnosticsService {
  readonly #session: Session;
  readonly #data: DataService;
  readonly #styles: StyleService;
  /** The pages of a report whose preview is open. */
  readonly #pagesOf: (uri: string) => PreviewSession | undefined;
  /** Tells one opening of a file from the next, whose versions begin anew. */
  readonly #openings = new WeakMap<ReportDocument, number>();
  #opening = 0;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(session: Session, data: DataService, styles: StyleService, pagesOf: (uri: string) => PreviewSession | undefined) {
    this.#session = session;
    this.#data = data;
    this.#styles = styles;
    this.#pagesOf = pagesOf;
    const { connection, handle, documents } = session;
    connection.languages.diagnostics.on(
      handle<DocumentDiagnosticParams, DocumentDiagnosticReport>('diagnostic', full([]), ({ textDocument, previousResultId }) => {
        const document = documents.get(textDocument.uri);
        if (document === undefined) return full([]);
        const settings = session.settings.of(document.uri);
        return settings instanceof Promise
          ? settings.then((known) => this.#pull(document, known, previousResultId))
          : this.#pull(document, settings, previousResultId);
      }),
    );
  }

  changed(document: ReportDocument): void {
    if (this.#session.supports.pull) return;
    clearTimeout(this.#timers.get(document.uri));
    this.#timers.set(
      document.uri,
      setTimeout(() => void this.#push(document).catch((error) => this.#session.report('publishDiagnostics', error)), pushDelay),
    );
  }

  closed({ uri }: ReportDocument): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    if (!this.#session.supports.pull) void this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** After a document's data changed. */
  dataChanged(document: ReportDocument): void {
    const { supports, connection } = this.#session;
    if (supports.pull && supports.diagnosticRefresh) void connection.languages.diagnostics.refresh().catch(() => undefined);
    this.changed(document);
  }

  /** After settings changed: whoever shows diagnostics gets them anew. */
  refresh(): void {
    const { supports, connection, documents } = this.#session;
    if (supports.pull && supports.diagnosticRefresh) void connection.languages.diagnostics.refresh().catch(() => undefined);
    for (const document of documents.all()) this.changed(document);
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #pull(document: ReportDocument, settings: Settings, previous: string | undefined): DocumentDiagnosticReport {
    const ofPages = this.#ofPages(document, settings);
    // Pages change with words that change no other finding.
    const resultId = `${this.#resultId(document)}.${ofPages.map(({ range, message }) => `${range.start.line}:${message}`).join('|')}`;
    if (previous === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { ...full([...this.#of(document, settings), ...ofPages]), resultId };
  }

  async #push(document: ReportDocument): Promise<void> {
    const { documents, settings, connection } = this.#session;
    const known = await settings.of(document.uri);
    // Closed, or closed and opened anew, while the settings were asked for.
    if (documents.get(document.uri) !== document) return;
    const { uri, version } = document;
    await connection.sendDiagnostics({ uri, version, diagnostics: [...this.#of(document, known), ...this.#ofPages(document, known)] });
  }

  #of(document: ReportDocument, { diagnostics: { enabled, hints, limit }, rules, layout }: Settings): Diagnostic[] {
    if (!enabled) return [];
    const { t } = this.#session;
    const found = diagnostics(document, {
      hints,
      limit,
      rules,
      data: this.#data.of(document.uri),
      types: this.#session.catalogue().types,
      t,
    });
    const style = { preset: layout.preset, file: this.#styles.of(document.uri), t };
    return rules['front-matter'] === 'off' ? [...found] : [...found, ...styleFindings(document, style)];
  }

  /** Of pages that are laid out anyway: those of an open preview. */
  #ofPages(document: ReportDocument, { diagnostics: { enabled }, rules }: Settings): readonly Diagnostic[] {
    const pages = enabled ? this.#pagesOf(document.uri) : undefined;
    if (!pages?.isComplete) return [];
    const firstLineOf = (entry: number) => pages.firstLineOf(entry);
    return pageDiagnostics(document, pages.laidOut, { setting: rules[pageRuleCode], firstLineOf, t: this.#session.t });
  }

  #resultId(document: ReportDocument): string {
    let opening = this.#openings.get(document);
    if (opening === undefined) {
      this.#opening += 1;
      opening = this.#opening;
      this.#openings.set(document, opening);
    }
    return `${opening}.${this.#session.settings.generation}.${this.#styles.generation}.${document.findingsVersion}`;
  }
}

function full(items: Diagnostic[]): DocumentDiagnosticReport & { kind: typeof DocumentDiagnosticReportKind.Full } {
  return { kind: DocumentDiagnosticReportKind.Full, items };
}
