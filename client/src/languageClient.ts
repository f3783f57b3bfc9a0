import { type Disposable, EventEmitter, type LogOutputChannel, l10n, Uri, type WorkspaceEdit, window, workspace } from 'vscode';
import { type BaseLanguageClient, CloseAction, ErrorAction, State, vsdiag } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol/requests.ts';
import type { ClientHost } from './host.ts';
import { RestartPolicy } from './restartPolicy.ts';

/** `failed`: the server crashed so often that only the writer can start it again. */
export type ServerState = 'starting' | 'running' | 'stopped' | 'failed';

/** The connection to the language server and its life: start, crash, new start after a wait, stop. */
export class ReportClient implements Disposable {
  readonly client: BaseLanguageClient;
  /** Where the writer's own section catalogues are kept, beside those of the workspace. The folder may not be there yet. */
  readonly userSections: Uri;
  readonly #log: LogOutputChannel;
  readonly #policy = new RestartPolicy(Date.now);
  readonly #stateChanged = new EventEmitter<ServerState>();
  readonly onDidChangeState = this.#stateChanged.event;
  #state: ServerState = 'stopped';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wanted = false;

  constructor({ createClient }: ClientHost, log: LogOutputChannel, userSections: Uri) {
    this.#log = log;
    this.userSections = userSections;
    const initializationOptions: InitializationOptions = { userSections: userSections.toString() };
    // The id is also the section of the setting `reportWriter.trace.server`.
    this.client = createClient('reportWriter', 'Report Writer', {
      documentSelector: [{ language: 'report' }],
      outputChannel: log,
      initializationOptions,
      diagnosticPullOptions: { onChange: true },
      middleware: {
        // The old side of a comparison is not the writer's text any more.
        provideDiagnostics: (document, previous, token, next) =>
          (document instanceof Uri ? document : document.uri).scheme === 'git'
            ? { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] }
            : next(document, previous, token),
        // The client asks itself: `typing/continueSeries.ts`.
        provideOnTypeFormattingEdits: () => [],
        provideRenameEdits: async (document, position, newName, token, next) =>
          refuseUnsaved(await next(document, position, newName, token)),
      },
      errorHandler: {
        // A broken message does not end the connection; if it is the end, `closed` follows.
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => ({ action: CloseAction.DoNotRestart, handled: true, message: this.#crashed() }),
      },
    });
    this.client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.#setState('running');
    });
  }

  get state(): ServerState {
    return this.#state;
  }

  async start(): Promise<void> {
    this.#wanted = true;
    this.#setState('starting');
    this.#policy.started();
    try {
      await this.client.start();
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
      // A server that ends while it starts is told of by `closed` as well; one of both is enough.
      if (this.#wanted && this.#timer === undefined && this.#state === 'starting') this.#crashed();
    }
  }

  /** A new server, whatever state the old one is in. */
  async restart(): Promise<void> {
    this.#policy.reset();
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    this.#wanted = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // A server that does not answer is ended all the same; the reason is in the log.
    if (this.client.needsStop()) await this.client.stop(2000).catch((error: unknown) => this.#log.warn(String(error)));
    this.#setState('stopped');
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#stateChanged.dispose();
  }

  /** Plans the next start, or gives up; returns what the log shall say. */
  #crashed(): string {
    if (!this.#wanted || this.#timer !== undefined) return l10n.t('The language server has stopped.');
    const wait = this.#policy.crashed();
    if (wait === undefined) {
      this.#setState('failed');
      void this.#askWriter();
      return l10n.t('The language server has stopped five times. It is not started again.');
    }
    this.#setState('starting');
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.start();
    }, wait);
    return l10n.t('The language server has stopped. It starts again in {0} s.', wait / 1000);
  }

  async #askWriter(): Promise<void> {
    const restart = l10n.t('Restart');
    const showLog = l10n.t('Show Log');
    const message = l10n.t('Report Writer stopped working five times. Your text is safe; findings, outline and preview stand still.');
    const choice = await window.showErrorMessage(message, restart, showLog);
    if (choice === restart) await this.restart();
    else if (choice === showLog) this.#log.show();
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }
}

/** The server reads sheets from disk: what is typed there and not saved would be changed in the wrong place. */
function refuseUnsaved<E extends WorkspaceEdit | null | undefined>(edit: E): E {
  for (const [uri] of edit?.entries() ?? []) {
    const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (open?.isDirty && open.languageId !== 'report') throw new Error(l10n.t('Save {0} first, then change the name.', uri.fsPath));
  }
  return edit;
}
