import { l10n, Uri, window, workspace } from 'vscode';
import type { MissingEntry } from '../../../server/src/protocol/missingData.ts';
import { activeReportEditor } from '../activeReport.ts';
import { askScope } from '../fill/askScope.ts';
import { MissingData } from '../fill/missingData.ts';
import { openValueBox } from '../fill/openValueBox.ts';
import { phraseOf } from '../fill/phrase.ts';
import { Spotlight } from '../fill/spotlight.ts';
import type { Question, ValueBox } from '../fill/valueBox.ts';
import { type Place, sameEntry, Walk } from '../fill/walk.ts';
import type { ReportClient } from '../languageClient.ts';

/** One gap, named by a quick fix or by the view. */
export interface FillTarget {
  readonly uri: Uri;
  readonly line: number;
  readonly character: number;
  readonly scope: 'here' | 'all';
  /** Nobody is asked for it then. */
  readonly value?: string;
}

interface Filling {
  readonly data: MissingData;
  readonly box: ValueBox;
  readonly spotlight: Spotlight;
}

/** Asks for the value of one gap and fills it in; without a target walks from gap to gap, from the cursor on. Esc ends it. */
export async function fillMissingData(client: ReportClient, target: FillTarget | undefined): Promise<void> {
  const editor = target ? await window.showTextDocument(await workspace.openTextDocument(target.uri)) : activeReportEditor();
  if (!editor) return;
  const { document, selection } = editor;
  const data = new MissingData(client, document);
  if (target?.value !== undefined) {
    const { line, character, value, scope } = target;
    if ((await data.fill({ line, character }, value, scope)).length === 0) sayGone();
    return;
  }
  // Before anything is asked of the server: what is typed now must not go into the report.
  const box = openValueBox({ title: l10n.t('Fill Missing Data'), buttons: target === undefined });
  const spotlight = new Spotlight(editor);
  try {
    if (target) await fillOne({ data, box, spotlight }, target);
    else await walkFrom({ data, box, spotlight }, selection.start);
  } finally {
    box.dispose();
    spotlight.dispose();
  }
}

async function fillOne({ data, box, spotlight }: Filling, { line, character, scope }: FillTarget): Promise<void> {
  const entries = await data.entries({ hints: true });
  let entry = entries.find(({ range: { start } }) => start.line === line && start.character === character);
  while (entry !== undefined) {
    const { range, same, field } = entry;
    if (!box.isAnswered) await spotlight.show(entry);
    const title = scope === 'all' && field !== undefined ? l10n.t('Fill all {0} of {1}', same, field) : l10n.t('Fill Missing Data');
    const answer = await box.ask(questionOf(data, entry, title));
    if (answer.kind !== 'value') return;
    if ((await data.fill(range.start, answer.value, scope)).length > 0) return;
    // Edited meanwhile: ask again where the gap is now, with what was typed.
    refuse(box, answer.value);
    entry = sameEntry(await data.entries({ hints: true }), entry);
  }
  sayGone();
}

async function walkFrom({ data, box, spotlight }: Filling, from: Place): Promise<void> {
  const walk = new Walk(await data.entries({ hints: false }), from);
  for (let entry = walk.current; entry !== undefined; entry = walk.current) {
    // After Esc the editor is the writer's again.
    if (!box.isAnswered) await spotlight.show(entry);
    const answer = await box.ask(questionOf(data, entry, [walk.title, ...entry.section.slice(-1)].join(' · ')));
    if (answer.kind === 'end') return;
    if (answer.kind === 'next') walk.skip();
    else if (answer.kind === 'previous') walk.back();
    else if (!(await fillAndGoOn(data, box, walk, entry, answer.value))) refuse(box, answer.value);
  }
  const said =
    walk.left === 0 ? l10n.t('No datum is missing in this report.') : l10n.t('Filled: {0}. Still missing: {1}.', walk.filled, walk.left);
  window.setStatusBarMessage(said, 5000);
}

/** Whoever has left does not see that the value stands in the box again. */
function refuse(box: ValueBox, value: string): void {
  if (box.isLeft) void window.showWarningMessage(l10n.t('“{0}” was not filled in: the report was edited meanwhile.', value));
  box.putBack(value);
}

/** Gives false when the value did not go in. */
async function fillAndGoOn(data: MissingData, box: ValueBox, walk: Walk, old: MissingEntry, value: string): Promise<boolean> {
  const counted = { hints: false };
  walk.renew(await data.entries(counted));
  const entry = walk.current;
  // The gap is not there any more: let the writer see the next one before the value goes anywhere.
  if (entry === undefined || entry.name !== old.name) return false;
  const scope = await scopeOf(data, box, entry);
  if (scope === undefined) return false;
  const edits = await data.fill(entry.range.start, value, scope);
  const here = edits.find(
    ({ range: { start } }) => start.line === entry.range.start.line && start.character >= entry.range.start.character,
  );
  const entries = await data.entries(counted);
  if (here === undefined) {
    walk.renew(entries);
    return false;
  }
  const { line, character } = here.range.start;
  walk.fill(
    edits.map(({ range }) => range.start),
    { line, character: character + here.newText.length },
    entries,
  );
  return true;
}

/** Whoever answered on, or left, was not asked where else. */
async function scopeOf(data: MissingData, box: ValueBox, entry: MissingEntry): Promise<'here' | 'all' | undefined> {
  if (entry.same <= 1 || box.isAnswered) return 'here';
  const entries = await data.entries({ hints: true });
  const scope = await box.cover(() => askScope(entry, entries));
  // What was answered meanwhile may have been meant for one of those that are filled as well.
  if (scope === 'all' && box.isAnswered) box.putBack('');
  return scope;
}

function questionOf(data: MissingData, entry: MissingEntry, title: string): Question {
  return {
    title,
    prompt: `${entry.name}  ${phraseOf(entry)}`,
    check: (value) => data.check(entry.range.start, value),
  };
}

function sayGone(): void {
  window.setStatusBarMessage(l10n.t('This gap is not there any more.'), 5000);
}

/**
 * What a quick fix (`uri`, `position`, `scope`), a task or a test (`value` as well) or the view (a gap of it) passes; `undefined` for the palette, a menu or
 * a key.
 */
export function fillTargetOf(first: unknown, position: unknown, scope: unknown, value: unknown): FillTarget | undefined {
  if (typeof first === 'string') return targetAt(Uri.parse(first), position, scope, value);
  const { uri, entry } = (typeof first === 'object' && first !== null ? first : {}) as {
    readonly uri?: unknown;
    readonly entry?: MissingEntry;
  };
  return uri instanceof Uri && entry !== undefined ? targetAt(uri, entry.range.start, 'here') : undefined;
}

function targetAt(uri: Uri, position: unknown, scope: unknown, value?: unknown): FillTarget | undefined {
  const { line, character } = (position ?? {}) as { readonly line?: unknown; readonly character?: unknown };
  if (typeof line !== 'number' || typeof character !== 'number') return undefined;
  return { uri, line, character, scope: scope === 'all' ? 'all' : 'here', ...(typeof value === 'string' && { value }) };
}
