/** Runs something when the next frame is on the screen and nothing else is to be done, for what need not hold that frame up. */
export function afterPaint(run: () => void): void {
  requestAnimationFrame(() => requestIdleCallback(run, { timeout: 100 }));
}
