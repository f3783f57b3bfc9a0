import {
  type CancellationToken,
  commands,
  type DataTransfer,
  DataTransferItem,
  type Disposable,
  EventEmitter,
  l10n,
  Range,
  type TextDocument,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  type TreeDragAndDropController,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
  workspace,
} from 'vscode';
import { type SectionEntry, type StructureParams, type StructureResult, structureRequest } from '../../../server/src/protocol/structure.ts';
import { editStructure, type SectionPlace } from '../commands/editStructure.ts';
import type { ReportClient } from '../languageClient.ts';
import { FollowedReport } from './followedReport.ts';
import { type SectionItem, type SectionTree, sectionAt, sectionTree } from './structureTree.ts';

/** After the last keystroke; a writer looks at the list when the hands rest. */
const restMilliseconds = 400;
/** After the cursor's last move. */
const followMilliseconds = 150;
/** So many sections are shown with their children open. */
const openUpTo = 150;
const mime = 'application/vnd.code.tree.reportwriter.structure';

/**
 * The view *Report Structure*: the sections of the report in the active editor, or of the one before where another file is active, beside
 * those of its type. The list is asked for only while the view is to be seen, and only after the text has rested.
 */
export class StructureView implements TreeDataProvider<SectionItem>, TreeDragAndDropController<SectionItem>, Disposable {
  readonly dragMimeTypes = [mime];
  readonly dropMimeTypes = [mime];
  readonly #client: ReportClient;
  readonly #view: TreeView<SectionItem>;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #subscriptions: readonly Disposable[];
  readonly #report: FollowedReport;
  #resultId: string | undefined;
  #tree: SectionTree = sectionTree([]);
  #askTimer: ReturnType<typeof setTimeout> | undefined;
  #followTimer: ReturnType<typeof setTimeout> | undefined;
  #asking = 0;

  constructor(client: ReportClient) {
    this.#client = client;
    this.#report = new FollowedReport(() => this.#turned());
    this.#view = window.createTreeView('reportWriter.structure', {
      treeDataProvider: this,
      dragAndDropController: this,
      showCollapseAll: true,
    });
    this.#subscriptions = [
      this.#view,
      this.#changed,
      client.onDidChangeState((state) => {
        // A server that starts anew numbers its lists anew.
        if (state !== 'running') this.#resultId = undefined;
        else this.#askSoon(0);
      }),
      this.#report,
      window.onDidChangeActiveTextEditor(() => this.#followSoon()),
      window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor.document === this.#document && this.#followSoon()),
      workspace.onDidChangeTextDocument(({ document }) => document === this.#document && this.#askSoon()),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#askSoon(0)),
    ];
    this.#tellState();
    this.#report.follow();
  }

  dispose(): void {
    clearTimeout(this.#askTimer);
    clearTimeout(this.#followTimer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  getChildren(item?: SectionItem): SectionItem[] {
    return [...(item === undefined ? this.#tree.roots : item.children)];
  }

  getParent(item: SectionItem): SectionItem | undefined {
    return item.parent;
  }

  getTreeItem(item: SectionItem): TreeItem {
    const { entry, children, id } = item;
    const isOpen = this.#tree.inOrder.length <= openUpTo || item.parent === undefined;
    const state =
      children.length === 0
        ? TreeItemCollapsibleState.None
        : isOpen
          ? TreeItemCollapsibleState.Expanded
          : TreeItemCollapsibleState.Collapsed;
    const shown = new TreeItem(entry.label, state);
    shown.id = `${this.#document?.uri.toString()}${id}`;
    shown.description = describe(entry);
    shown.tooltip = [entry.label, describe(entry), statuses[entry.status].hint(), entry.guidance ?? ''].filter(Boolean).join('\n');
    shown.iconPath = statuses[entry.status].icon(entry);
    shown.contextValue = entry.status === 'missing' ? 'missing' : entry.kind;
    shown.accessibilityInformation = { label: [entry.label, statuses[entry.status].hint(), describe(entry)].filter(Boolean).join(', ') };
    const uri = this.#document?.uri;
    if (uri && entry.status !== 'missing') {
      const selection = new Range(entry.line, 0, entry.line, 0);
      shown.command = { title: l10n.t('Go to the section'), command: 'vscode.open', arguments: [uri, { selection }] };
    }
    return shown;
  }

  handleDrag(source: readonly SectionItem[], data: DataTransfer): void {
    const [item] = source;
    if (item && item.entry.status !== 'missing') data.set(mime, new DataTransferItem(item.entry.line));
  }

  async handleDrop(target: SectionItem | undefined, data: DataTransfer, token: CancellationToken): Promise<void> {
    const line: unknown = data.get(mime)?.value;
    const at = this.#document;
    // Below the last one: after the last section of the report.
    const onto = target ?? this.#tree.roots.findLast(({ entry }) => entry.status !== 'missing' && entry.kind === 'heading');
    if (typeof line !== 'number' || !at || !onto || token.isCancellationRequested) return;
    if (onto.entry.status === 'missing') return;
    await editStructure(this.#client, 'drop', { at: { uri: at.uri, line }, target: onto.entry.line });
  }

  /** What a menu of the view passes on; for a key, the section that is chosen. */
  placeOf(item: unknown): SectionPlace | undefined {
    const { entry } = (typeof item === 'object' && item !== null ? item : {}) as { readonly entry?: SectionEntry };
    return entry !== undefined && this.#document ? { uri: this.#document.uri, line: entry.line } : undefined;
  }

  /** The section that is chosen in the view. */
  get selected(): SectionItem | undefined {
    return this.#view.selection[0];
  }

  /** Inserts a section that is missing. */
  async insert(item: unknown): Promise<void> {
    const { entry } = (item ?? this.selected ?? {}) as { readonly entry?: SectionEntry };
    const document = this.#document;
    if (entry?.section === undefined || document === undefined) return;
    const line = Math.max(0, Math.min(entry.line, document.lineCount) - 1);
    await window.showTextDocument(document, { selection: new Range(line, 0, line, 0) });
    await commands.executeCommand('reportWriter.insertSection', entry.section);
  }

  get #document(): TextDocument | undefined {
    return this.#report.document;
  }

  #turned(): void {
    this.#put({ resultId: '', entries: [] });
    this.#resultId = undefined;
    this.#askSoon(0);
  }

  /** Many events make one question. */
  #askSoon(wait = restMilliseconds): void {
    clearTimeout(this.#askTimer);
    this.#askTimer = setTimeout(() => void this.#ask(), wait);
  }

  async #ask(): Promise<void> {
    const document = this.#document;
    if (!document || !this.#view.visible || this.#client.state !== 'running') return this.#tellState();
    this.#asking += 1;
    const asked = this.#asking;
    const textDocument = this.#client.client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    const params: StructureParams = { textDocument, ...(this.#resultId === undefined ? {} : { known: this.#resultId }) };
    // A server that just stopped has no answer; its next start asks again.
    const result = await this.#client.client.sendRequest<StructureResult>(structureRequest, params).catch(() => undefined);
    if (asked !== this.#asking || document !== this.#document || result === undefined) return;
    if (result.entries !== undefined) this.#put(result);
    this.#followSoon(0);
  }

  #put({ resultId, entries = [], type }: StructureResult): void {
    const stays = this.#tree.roots.length === 0 && entries.length === 0;
    this.#resultId = resultId;
    this.#tree = sectionTree(entries);
    this.#view.description = type ?? '';
    this.#tellState();
    if (!stays) this.#changed.fire(undefined);
  }

  #followSoon(wait = followMilliseconds): void {
    clearTimeout(this.#followTimer);
    this.#followTimer = setTimeout(() => void this.#follow(), wait);
  }

  /** Shows the section that the cursor stands in. */
  async #follow(): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor || editor.document !== this.#document || !this.#view.visible) return;
    const item = sectionAt(this.#tree, editor.selection.active.line);
    if (item === undefined || item === this.#view.selection[0]) return;
    // The list may have given way to another one meanwhile.
    await Promise.resolve(this.#view.reveal(item, { select: true, focus: false, expand: false })).catch(() => undefined);
  }

  /** For the words that stand in an empty view. */
  #tellState(): void {
    const state =
      this.#document === undefined
        ? 'noReport'
        : this.#resultId === undefined
          ? 'reading'
          : this.#tree.roots.length === 0
            ? 'noSections'
            : 'sections';
    void commands.executeCommand('setContext', 'reportWriter.structureState', state);
  }
}

function describe({ status, characters, missing }: SectionEntry): string {
  if (status === 'missing') return l10n.t('not there');
  // A side bar is narrow: what is missing must be seen.
  const gaps = missing > 0 ? [l10n.t('Missing: {0}', missing)] : [];
  return [...gaps, l10n.t('{0} chars', characters)].join(' · ');
}

interface Shown {
  readonly icon: (entry: SectionEntry) => ThemeIcon;
  readonly hint: () => string;
}

const statuses: Readonly<Record<SectionEntry['status'], Shown>> = {
  there: { icon: ({ kind }) => new ThemeIcon(kind === 'attachment' ? 'attach' : 'symbol-string'), hint: () => '' },
  empty: {
    icon: () => new ThemeIcon('circle-outline', new ThemeColor('list.warningForeground')),
    hint: () => l10n.t('This section has no text yet.'),
  },
  misplaced: {
    icon: () => new ThemeIcon('arrow-swap', new ThemeColor('list.warningForeground')),
    hint: () => l10n.t('Reports of this type usually have this section elsewhere.'),
  },
  missing: {
    icon: () => new ThemeIcon('add', new ThemeColor('disabledForeground')),
    hint: () => l10n.t('Reports of this type have this section; it is not there yet.'),
  },
};
