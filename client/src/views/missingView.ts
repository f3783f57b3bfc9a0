import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type Memento,
  Range,
  type TextDocument,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { MissingEntry } from '../../../server/src/protocol/missingData.ts';
import { MissingData } from '../fill/missingData.ts';
import type { ReportClient } from '../languageClient.ts';
import type { MissingCounts } from '../missingCounts.ts';
import { FollowedReport } from './followedReport.ts';
import { type Grouping, groupings, type MissingNode, missingTree } from './missingTree.ts';

const groupingKey = 'reportWriter.missingData.groupBy';
/** After the last keystroke; a writer looks at the list when the hands rest. */
const restMilliseconds = 400;
/** So many gaps are shown with their groups open. */
const openUpTo = 100;

/**
 * The view *Missing Data*: the gaps of the report in the active editor, or of the one before where another file is active. The badge comes
 * with the server's count; the list is asked for only while the view is to be seen, and only when the findings changed.
 */
export class MissingView implements TreeDataProvider<MissingNode>, Disposable {
  readonly #client: ReportClient;
  readonly #counts: MissingCounts;
  readonly #memory: Memento;
  readonly #view: TreeView<MissingNode>;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #subscriptions: readonly Disposable[];
  readonly #report: FollowedReport;
  #grouping: Grouping;
  #resultId: string | undefined;
  #entries: readonly MissingEntry[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = 0;

  constructor(client: ReportClient, counts: MissingCounts, memory: Memento) {
    this.#client = client;
    this.#counts = counts;
    this.#memory = memory;
    const remembered = memory.get<string>(groupingKey);
    this.#grouping = groupings.find((grouping) => grouping === remembered) ?? 'section';
    this.#report = new FollowedReport(() => this.#turned());
    this.#view = window.createTreeView('reportWriter.missingData', { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#view,
      this.#changed,
      counts.onDidChange(() => this.#countChanged()),
      this.#report,
      workspace.onDidChangeTextDocument(({ document }) => document === this.#document && this.#askSoon()),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#askSoon(0)),
    ];
    this.#tellGrouping();
    this.#tellState();
    this.#report.follow();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  groupBy(grouping: Grouping): void {
    this.#grouping = grouping;
    void this.#memory.update(groupingKey, grouping);
    this.#tellGrouping();
    this.#changed.fire(undefined);
  }

  getChildren(node?: MissingNode): readonly MissingNode[] & MissingNode[] {
    const children = node === undefined ? this.#roots() : node.type === 'group' ? node.children : [];
    return [...children];
  }

  getTreeItem(node: MissingNode): TreeItem {
    if (node.type === 'gap') return itemOf(node.entry, this.#document?.uri);
    const open = node.id !== 'perhaps' && this.#entries.length <= openUpTo;
    const item = new TreeItem(node.label, open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
    item.id = `${this.#document?.uri.toString()}\n${node.id}`;
    item.description = String(node.count);
    item.tooltip = `${node.label}: ${node.count}`;
    item.contextValue = 'group';
    return item;
  }

  /** What a menu of the view passes on for a gap. */
  targetOf(node: unknown): { readonly uri: Uri; readonly entry: MissingEntry } | undefined {
    const { type, entry } = (typeof node === 'object' && node !== null ? node : {}) as {
      readonly type?: unknown;
      readonly entry?: MissingEntry;
    };
    return type === 'gap' && entry !== undefined && this.#document ? { uri: this.#document.uri, entry } : undefined;
  }

  #roots(): readonly MissingNode[] {
    return missingTree(this.#entries, this.#grouping, { perhaps: l10n.t('Perhaps missing'), noOwner: l10n.t('Nobody named') });
  }

  get #document(): TextDocument | undefined {
    return this.#report.document;
  }

  #turned(): void {
    this.#put(undefined, []);
    if (this.#document) void commands.executeCommand('setContext', 'reportWriter.reportWasOpen', true);
    this.#countChanged();
  }

  #countChanged(): void {
    const count = this.#document && this.#counts.of(this.#document.uri);
    this.#view.badge = count ? { value: count, tooltip: l10n.t('Missing: {0}', count) } : undefined;
    this.#view.description = count ? l10n.t('Missing: {0}', count) : '';
    // A server that starts anew numbers its lists anew.
    if (count === undefined) this.#put(undefined, []);
    this.#tellState();
    this.#askSoon(0);
  }

  /** Many events make one question. */
  #askSoon(wait = restMilliseconds): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), wait);
  }

  async #ask(): Promise<void> {
    const document = this.#document;
    if (!document || !this.#view.visible || this.#counts.of(document.uri) === undefined) return;
    this.#asking += 1;
    const asked = this.#asking;
    const known = this.#resultId;
    // A server that just stopped has no answer; the next count asks again.
    const result = await new MissingData(this.#client, document).list(known === undefined ? {} : { known }).catch(() => undefined);
    if (asked !== this.#asking || document !== this.#document || result?.entries === undefined) return;
    this.#put(result.resultId, result.entries);
    this.#tellState();
  }

  #put(resultId: string | undefined, entries: readonly MissingEntry[]): void {
    const stays = this.#entries.length === 0 && entries.length === 0;
    this.#resultId = resultId;
    this.#entries = entries;
    if (!stays) this.#changed.fire(undefined);
  }

  /** For the words that stand in an empty view. */
  #tellState(): void {
    const count = this.#document && this.#counts.of(this.#document.uri);
    const state = this.#document === undefined ? 'noReport' : count === undefined ? 'reading' : count === 0 ? 'complete' : 'missing';
    void commands.executeCommand('setContext', 'reportWriter.missingDataState', state);
  }

  #tellGrouping(): void {
    void commands.executeCommand('setContext', 'reportWriter.missingDataGrouping', this.#grouping);
  }
}

const icons: Readonly<Record<string, string>> = {
  count: 'symbol-number',
  money: 'symbol-number',
  percent: 'symbol-number',
  ratio: 'symbol-number',
  multiple: 'symbol-number',
  date: 'calendar',
  org: 'organization',
  person: 'person',
  document: 'file',
  reference: 'references',
  place: 'location',
};

function itemOf(entry: MissingEntry, uri: Uri | undefined): TreeItem {
  const { range, insertAt, field, kind, kindName, name, phrase } = entry;
  const { before, mark, after } = phrase;
  const marked = insertAt === undefined ? `⟦${mark}⟧${after}` : `⟦⟧${mark}${after}`;
  const item = new TreeItem(field ?? kindName);
  item.description = `${endOf(before)}${marked}`;
  item.tooltip = `${name}\n${before}${marked}\n${l10n.t('line {0}', range.start.line + 1)}`;
  item.iconPath = new ThemeIcon(icons[kind] ?? 'symbol-string');
  item.contextValue = 'gap';
  const { line } = range.start;
  const selection =
    insertAt === undefined ? new Range(line, range.start.character, line, range.end.character) : new Range(line, insertAt, line, insertAt);
  if (uri) item.command = { title: l10n.t('Go to the gap'), command: 'vscode.open', arguments: [uri, { selection }] };
  return item;
}

/** A side bar is narrow: the mark must be seen. */
function endOf(before: string): string {
  const characters = [...before];
  return characters.length <= 8 ? before : `…${characters.slice(-7).join('')}`;
}
