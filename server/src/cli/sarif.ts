import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import { describeRule } from '../wording/describeFinding.ts';
import type { Localize } from '../wording/localize.ts';
import { type CheckedFile, messageOf, type SeverityName, severityOf } from './checkedFile.ts';

/** SARIF's levels (2.1.0, 3.27.10). */
const levels: Readonly<Record<SeverityName, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** A SARIF 2.1.0 log; its positions are counted from 1, in UTF-16. */
export function printSarif(files: readonly CheckedFile[], t: Localize): string {
  const results = files.flatMap(({ path, diagnostics }) =>
    diagnostics.map((diagnostic) => ({
      ruleId: String(diagnostic.code ?? ''),
      level: levels[severityOf(diagnostic)],
      message: { text: messageOf(diagnostic) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriReference(path) },
            region: {
              startLine: diagnostic.range.start.line + 1,
              startColumn: diagnostic.range.start.character + 1,
              endLine: diagnostic.range.end.line + 1,
              endColumn: diagnostic.range.end.character + 1,
            },
          },
        },
      ],
      ...(diagnostic.data !== undefined && { properties: diagnostic.data }),
    })),
  );
  const rules = [...new Set(results.map(({ ruleId }) => ruleId))].sort().map((id) => ({ id, ...sarifRule(id, t) }));
  const run = { tool: { driver: { name: 'report-writer', version, rules } }, columnKind: 'utf16CodeUnits', results };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** What SARIF viewers show beside the rule's name. */
function sarifRule(id: string, t: Localize): object {
  const rule = describeRule(id, t);
  return rule === undefined
    ? {}
    : {
        shortDescription: { text: rule.summary },
        ...(rule.source !== '' && { fullDescription: { text: t('{0} ({1})', rule.summary, rule.source) } }),
        defaultConfiguration: { level: levels[rule.severity] },
      };
}

/** Relative to the working folder where the file lies in it, as tools that show logs expect. */
function uriReference(path: string): string {
  const base = pathToFileURL(`${process.cwd()}/`).toString();
  const file = pathToFileURL(path).toString();
  return file.startsWith(base) && relative(process.cwd(), path) !== '' ? file.slice(base.length) : file;
}
