interface Base {
  consoleLog: (...args: unknown[]) => void;
}

interface Runner {
  on(event: 'retry', listener: (test: { fullTitle(): string }, error: Error) => void): unknown;
}

/**
 * Marks what mocha's reporter prints: scripts/vscode/codeBrowser.mjs prints only those, out of all that the extension host
 * logs. On the desktop nothing comes between, so nothing is marked.
 */
export function markReporter(base: Base): void {
  const mark = typeof process !== 'undefined' && 'electron' in (process.versions ?? {}) ? '' : '\u2063';
  const print = console.log;
  base.consoleLog = (format: unknown = '', ...rest: unknown[]) => print(`${mark}${String(format)}`, ...rest);
}

/** The workbench is not ours, and on a busy machine now and then late beyond all waiting: a test may fail once, but never in silence. */
export function tellOfRetries(base: Base, runner: Runner): void {
  runner.on('retry', (test, error) => base.consoleLog(`    FAILED AT FIRST, tried once more: ${test.fullTitle()}: ${error.message}`));
}
