/** One thing done by hand: waits until something is seen, presses a key as Playwright names it, or double-clicks in the webview that is shown. */
export type Doing = readonly ['see' | 'press' | 'doubleClickInWebview', string];

/** Whether there are hands: those of scripts/vscode/codeBrowser.mjs, which the desktop has not. */
export const hasHands = typeof process === 'undefined' || !('electron' in (process.versions ?? {}));

/** Has these done one after the other, without waiting in between; the test waits for what comes of it. */
export function byHand(...steps: readonly Doing[]): void {
  console.log(`\u2064${JSON.stringify(steps)}`);
}

export const keys = (...names: readonly string[]): readonly Doing[] => names.map((name) => ['press', name]);
