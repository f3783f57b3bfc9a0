/** Runs something when what is there now is on the screen and nothing else is to be done: for what must not hold that up. */
export function afterPaint(run: () => void): void {
  // The first frame is painted after its callback, so it is there by the second.
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(run, { timeout: 100 })));
}
