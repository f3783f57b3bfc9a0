import { l10n, type QuickPickItem, window } from 'vscode';
import type { MissingEntry } from '../../../server/src/protocol/missingData.ts';
import { phraseOf } from './phrase.ts';

type Scope = 'here' | 'all';

/**
 * The same name in other places: the writer says whether it is the same datum; `undefined` after Esc. After an answer the questions stay on the screen
 * until another box takes their place.
 */
export function askScope(entry: MissingEntry, entries: readonly MissingEntry[]): Promise<Scope | undefined> {
  const { start } = entry.range;
  const others = entries.filter(
    ({ name, range }) => name === entry.name && !(range.start.line === start.line && range.start.character === start.character),
  );
  const places = others.slice(0, 3).map((other) => `${l10n.t('line {0}', other.range.start.line + 1)}: ${phraseOf(other)}`);
  const count = entry.same - 1;
  const pick = window.createQuickPick<QuickPickItem & { readonly scope: Scope }>();
  pick.title = l10n.t('“{0}” is missing in {1} places', entry.field ?? entry.kindName, entry.same);
  pick.ignoreFocusOut = true;
  pick.items = [
    { label: l10n.t('Fill it here only'), scope: 'here' },
    {
      label: count === 1 ? l10n.t('Fill the other one as well') : l10n.t('Fill the other {0} as well', count),
      detail: places.join('  '),
      scope: 'all',
    },
  ];
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [picked] = pick.selectedItems;
      if (picked) resolve(picked.scope);
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
