import type { Localize } from '../wording/localize.ts';
import { type CheckedFile, messageOf, type SeverityName, severityOf } from './checkedFile.ts';

/** English keys of the words for severities. */
const words: Readonly<Record<SeverityName, string>> = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' };

/** One finding a line, `file:line:column severity message (code)`, counted from 1 as editors do; then a summary. */
export function printText(files: readonly CheckedFile[], t: Localize): string {
  const lines = files.flatMap(({ path, diagnostics }) =>
    diagnostics.map((diagnostic) => {
      const { line, character } = diagnostic.range.start;
      return `${path}:${line + 1}:${character + 1} ${t(words[severityOf(diagnostic)])} ${messageOf(diagnostic)} (${diagnostic.code})`;
    }),
  );
  return `${[...lines, summary(files, t)].join('\n')}\n`;
}

function summary(files: readonly CheckedFile[], t: Localize): string {
  const all = files.flatMap(({ diagnostics }) => diagnostics);
  const missing = all.filter(({ code }) => code === 'missing-data').length;
  const checked = t('{0} file(s) checked', files.length);
  if (all.length === 0) return t('{0}: nothing found.', checked);
  return t('{0}: {1} finding(s), {2} of them missing data.', checked, all.length, missing);
}
