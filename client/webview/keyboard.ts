export interface KeyboardActions {
  readonly find: () => void;
  readonly scrollBy: (views: number) => void;
  readonly scrollTo: (end: 'first' | 'last') => void;
  readonly zoomBy: (steps: number) => void;
  readonly close: () => void;
  /** For the missing datum with the focus. */
  readonly go: (mark: HTMLElement) => void;
  readonly fill: (mark: HTMLElement) => void;
  readonly beside: (mark: HTMLElement, direction: 'next' | 'previous') => void;
}

type Action = (actions: KeyboardActions) => void;
type GapAction = (actions: KeyboardActions, mark: HTMLElement) => void;

const everywhere: Readonly<Record<string, Action>> = {
  'Mod+f': ({ find }) => find(),
  Escape: ({ close }) => close(),
};
const onPages: Readonly<Record<string, Action>> = {
  PageDown: ({ scrollBy }) => scrollBy(0.9),
  PageUp: ({ scrollBy }) => scrollBy(-0.9),
  ' ': ({ scrollBy }) => scrollBy(0.9),
  'Shift+ ': ({ scrollBy }) => scrollBy(-0.9),
  ArrowDown: ({ scrollBy }) => scrollBy(0.08),
  ArrowUp: ({ scrollBy }) => scrollBy(-0.08),
  Home: ({ scrollTo }) => scrollTo('first'),
  End: ({ scrollTo }) => scrollTo('last'),
  'Mod+Home': ({ scrollTo }) => scrollTo('first'),
  'Mod+End': ({ scrollTo }) => scrollTo('last'),
  'Mod+=': ({ zoomBy }) => zoomBy(1),
  'Mod+-': ({ zoomBy }) => zoomBy(-1),
};
const onGap: Readonly<Record<string, GapAction>> = {
  Enter: ({ go }, mark) => go(mark),
  ' ': ({ go }, mark) => go(mark),
  F2: ({ fill }, mark) => fill(mark),
  'Mod+Enter': ({ fill }, mark) => fill(mark),
  ArrowRight: ({ beside }, mark) => beside(mark, 'next'),
  ArrowDown: ({ beside }, mark) => beside(mark, 'next'),
  ArrowLeft: ({ beside }, mark) => beside(mark, 'previous'),
  ArrowUp: ({ beside }, mark) => beside(mark, 'previous'),
};

const nameOf = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string =>
  `${ctrlKey || metaKey ? 'Mod+' : ''}${shiftKey && key === ' ' ? 'Shift+' : ''}${key}`;

/** All keys of the preview, wherever in it the focus is; keys of text boxes and buttons stay theirs. */
export function listenToKeys(actions: KeyboardActions): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const name = nameOf(event);
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const mark = target?.closest<HTMLElement>('.missing');
    const isControl = target?.closest('button, input, a, .card') !== null && target !== undefined;
    if (mark && onGap[name]) onGap[name](actions, mark);
    else if (everywhere[name]) everywhere[name](actions);
    else if (!isControl && onPages[name]) onPages[name](actions);
    else return;
    event.preventDefault();
  });
}
