/**
 * Marks what mocha's reporter prints: scripts/vscode/codeBrowser.mjs prints only those, out of all that the extension host
 * logs. On the desktop nothing comes between, so nothing is marked.
 */
export function markReporter(base: { consoleLog: (...args: unknown[]) => void }): void {
  const mark = typeof process !== 'undefined' && 'electron' in (process.versions ?? {}) ? '' : '\u2063';
  const print = console.log;
  base.consoleLog = (format: unknown = '', ...rest: unknown[]) => print(`${mark}${String(format)}`, ...rest);
}
