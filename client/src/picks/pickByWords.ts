import { Disposable, type QuickPickItem, window } from 'vscode';
import { matchRank } from './matchRank.ts';

/** An entry that is found by words which it does not show: pinyin, initials, other names. */
export interface WordItem extends QuickPickItem {
  readonly id: string;
  readonly search?: readonly string[];
}

/** A quick pick that finds by `search` as well as by what it shows; `undefined` when the writer left it. */
export function pickByWords<T extends WordItem>(
  items: PromiseLike<readonly T[]>,
  { title, placeholder }: { readonly title: string; readonly placeholder: string },
): Promise<T | undefined> {
  const pick = window.createQuickPick<T>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.busy = true;
  let all: readonly T[] = [];
  // VS Code filters by what is shown; `alwaysShow` leaves that to us.
  const show = () => {
    const found = all.map((item, order) => ({ item: { ...item, alwaysShow: true }, order, rank: matchRank(pick.value, wordsOf(item)) }));
    const shown = found.filter(({ rank }) => rank !== undefined).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.order - b.order);
    pick.items = shown.map(({ item }) => item);
  };
  void items.then(
    (known) => {
      all = known;
      pick.busy = false;
      show();
    },
    () => pick.hide(),
  );
  return new Promise((resolve) => {
    const listening = Disposable.from(
      pick.onDidChangeValue(show),
      pick.onDidAccept(() => {
        const [chosen] = pick.selectedItems;
        if (chosen === undefined) return;
        resolve(chosen);
        pick.hide();
      }),
      pick.onDidHide(() => {
        resolve(undefined);
        listening.dispose();
        pick.dispose();
      }),
    );
    pick.show();
  });
}

const wordsOf = ({ label, description, detail, search = [] }: WordItem): readonly string[] => [
  label,
  ...search,
  description ?? '',
  detail ?? '',
];
