import {
  l10n,
  type QuickPickItem,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  ThemeColor,
  Uri,
  type ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { MissingEntry } from '../../../server/src/protocol/requests.ts';
import { activeReportEditor } from '../activeReport.ts';
import { askValue } from '../fill/askValue.ts';
import { MissingData } from '../fill/missingData.ts';
import { sameEntry, Walk } from '../fill/walk.ts';
import type { ReportClient } from '../languageClient.ts';

/** One gap, named by a quick fix or by the view. */
export interface FillTarget {
  readonly uri: Uri;
  readonly line: number;
  readonly character: number;
  readonly scope: 'here' | 'all';
}

/** Asks for the value of one gap and fills it in; without a target walks from gap to gap, from the cursor on. Esc ends it. */
export async function fillMissingData(client: ReportClient, target: FillTarget | undefined): Promise<void> {
  const editor = target ? await window.showTextDocument(await workspace.openTextDocument(target.uri)) : activeReportEditor();
  if (!editor) return;
  const { document, selection, viewColumn } = editor;
  const data = new MissingData(client, document);
  const spotlight = new Spotlight(document, viewColumn);
  try {
    if (target) await fillOne(data, target, spotlight);
    else await walkFrom(data, selection, spotlight);
  } finally {
    spotlight.dispose();
  }
}

async function fillOne(data: MissingData, { line, character, scope }: FillTarget, spotlight: Spotlight): Promise<void> {
  const entries = await data.entries({ hints: true });
  let entry = entries.find(({ range: { start } }) => start.line === line && start.character === character);
  let value = '';
  while (entry !== undefined) {
    const { range, same, field } = entry;
    await spotlight.show(entry);
    const title = scope === 'all' && field !== undefined ? l10n.t('Fill all {0} of {1}', same, field) : l10n.t('Fill Missing Data');
    const check = (text: string) => data.check(range.start, text);
    const answer = await askValue({ title, prompt: promptOf(entry), value, buttons: false, check });
    if (answer.kind !== 'value') return;
    value = answer.value;
    const edits = await data.fill(range.start, value, scope);
    if (edits.length > 0) return;
    // Edited meanwhile: ask again where the gap is now, with what was typed.
    entry = sameEntry(await data.entries({ hints: true }), entry);
  }
  sayGone();
}

async function walkFrom(data: MissingData, selection: Selection, spotlight: Spotlight): Promise<void> {
  const counted = { hints: false };
  const walk = new Walk(await data.entries(counted), selection.start);
  let value = '';
  for (let entry = walk.current; entry !== undefined; entry = walk.current) {
    const { range, section } = entry;
    await spotlight.show(entry);
    const title = [walk.title, ...section.slice(-1)].join(' · ');
    const check = (text: string) => data.check(range.start, text);
    const answer = await askValue({ title, prompt: promptOf(entry), value, buttons: true, check });
    value = '';
    if (answer.kind === 'end') return;
    if (answer.kind === 'next') walk.skip();
    else if (answer.kind === 'previous') walk.back();
    else value = await fillAndGoOn(data, walk, entry, answer.value);
  }
  const said =
    walk.left === 0 ? l10n.t('No datum is missing in this report.') : l10n.t('Filled: {0}. Still missing: {1}.', walk.filled, walk.left);
  window.setStatusBarMessage(said, 5000);
}

/** Gives what is to be asked again: the value, if it did not go in; nothing otherwise. */
async function fillAndGoOn(data: MissingData, walk: Walk, old: MissingEntry, value: string): Promise<string> {
  const counted = { hints: false };
  walk.renew(await data.entries(counted));
  const entry = walk.current;
  // The gap is not there any more: let the writer see the next one before the value goes anywhere.
  if (entry === undefined || entry.name !== old.name) return value;
  const scope = entry.same > 1 ? await askScope(entry, await data.entries({ hints: true })) : 'here';
  if (scope === undefined) return value;
  const edits = await data.fill(entry.range.start, value, scope);
  const here = edits.find(
    ({ range: { start } }) => start.line === entry.range.start.line && start.character >= entry.range.start.character,
  );
  const entries = await data.entries(counted);
  if (here === undefined) {
    walk.renew(entries);
    return value;
  }
  const { line, character } = here.range.start;
  walk.fill(
    edits.map(({ range }) => range.start),
    { line, character: character + here.newText.length },
    entries,
  );
  return '';
}

/** The same name in other places: the writer says whether it is the same datum. Esc goes back to the value. */
async function askScope(entry: MissingEntry, entries: readonly MissingEntry[]): Promise<'here' | 'all' | undefined> {
  const others = entries.filter(({ name, range: { start } }) => name === entry.name && !isAt(entry, start));
  const places = others.slice(0, 3).map((other) => `${l10n.t('line {0}', other.range.start.line + 1)}: ${phraseOf(other)}`);
  const count = entry.same - 1;
  const items: (QuickPickItem & { readonly scope: 'here' | 'all' })[] = [
    { label: l10n.t('Fill it here only'), scope: 'here' },
    {
      label: count === 1 ? l10n.t('Fill the other one as well') : l10n.t('Fill the other {0} as well', count),
      detail: places.join('  '),
      scope: 'all',
    },
  ];
  const title = l10n.t('“{0}” is missing in {1} places', entry.field ?? entry.kindName, entry.same);
  return (await window.showQuickPick(items, { title, ignoreFocusOut: true }))?.scope;
}

function isAt({ range }: MissingEntry, { line, character }: { readonly line: number; readonly character: number }): boolean {
  return range.start.line === line && range.start.character === character;
}

const promptOf = (entry: MissingEntry) => `${entry.name}  ${phraseOf(entry)}`;

function phraseOf({ insertAt, phrase: { before, mark, after } }: MissingEntry): string {
  return insertAt === undefined ? `${before}⟦${mark}⟧${after}` : `${before}⟦⟧${mark}${after}`;
}

function sayGone(): void {
  window.setStatusBarMessage(l10n.t('This gap is not there any more.'), 5000);
}

/** Selects and marks the gap that is asked for: a selection alone is hard to see while another box has the focus. */
class Spotlight {
  readonly #document: TextDocument;
  readonly #column: ViewColumn | undefined;
  readonly #decoration = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.findMatchBackground'),
    border: '1px solid',
    borderColor: new ThemeColor('editor.findMatchBorder'),
  });

  constructor(document: TextDocument, column: ViewColumn | undefined) {
    this.#document = document;
    this.#column = column;
  }

  async show({ range: { start, end }, insertAt }: MissingEntry): Promise<void> {
    const marked = new Range(start.line, start.character, end.line, end.character);
    const place = insertAt === undefined ? marked : new Range(start.line, insertAt, start.line, insertAt);
    const editor = await window.showTextDocument(this.#document, this.#column);
    editor.selection = new Selection(place.start, place.end);
    editor.setDecorations(this.#decoration, [marked]);
    editor.revealRange(marked, TextEditorRevealType.InCenter);
  }

  dispose(): void {
    this.#decoration.dispose();
  }
}

/** What a quick fix (`uri`, `position`, `scope`) or the view (a gap of it) passes; `undefined` for the palette, a menu or a key. */
export function fillTargetOf(first: unknown, position: unknown, scope: unknown): FillTarget | undefined {
  if (typeof first === 'string') return targetAt(Uri.parse(first), position, scope);
  const { uri, entry } = (typeof first === 'object' && first !== null ? first : {}) as {
    readonly uri?: unknown;
    readonly entry?: MissingEntry;
  };
  return uri instanceof Uri && entry !== undefined ? targetAt(uri, entry.range.start, 'here') : undefined;
}

function targetAt(uri: Uri, position: unknown, scope: unknown): FillTarget | undefined {
  const { line, character } = (position ?? {}) as { readonly line?: unknown; readonly character?: unknown };
  if (typeof line !== 'number' || typeof character !== 'number') return undefined;
  return { uri, line, character, scope: scope === 'all' ? 'all' : 'here' };
}
