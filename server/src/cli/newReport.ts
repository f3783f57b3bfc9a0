import { newReport as newReportText, type ReportTypeEntry, reportTypes, UnknownTypeError } from '../features/newReport.ts';
import { builtInCatalogue } from '../sections/builtInCatalogue.ts';
import type { Localize } from '../wording/localize.ts';
import { formatOf, parse } from './arguments.ts';
import { type ExitCode, exitCodes, Failure, type Terminal, UsageFailure } from './failure.ts';
import { writeNew } from './writeWhole.ts';

const options = { output: { type: 'string', short: 'o' }, list: { type: 'boolean' }, format: { type: 'string' } } as const;

/** `new TYPE [-o FILE]` · `new --list [--format text|json]` */
export async function newReport(args: readonly string[], { out, t }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parse(args, options, t);
  const format = formatOf(values.format, ['text', 'json'], t);
  if (values.list === true) {
    const types = reportTypes(builtInCatalogue());
    out(format === 'json' ? `${JSON.stringify(types, undefined, 2)}\n` : listText(types));
    return exitCodes.nothingFound;
  }
  const [type, ...others] = positionals;
  if (type === undefined || others.length > 0) throw new UsageFailure(t('Name one type of report; report-writer new --list lists them.'));
  const text = textOf(type, t);
  if (values.output === undefined) {
    out(text);
  } else {
    await writeNew(values.output, text, t);
    out(`${t('Written: {0}', values.output)}\n`);
  }
  return exitCodes.nothingFound;
}

function textOf(type: string, t: Localize): string {
  try {
    return newReportText(type, { catalogue: builtInCatalogue() });
  } catch (error) {
    if (!(error instanceof UnknownTypeError)) throw error;
    throw new Failure(t('There is no type of report “{0}”; report-writer new --list lists them.', type));
  }
}

function listText(types: readonly ReportTypeEntry[]): string {
  const lines = types.flatMap(({ id, name, variants }) => [
    `${id}  ${name}`,
    ...variants.map((variant) => `  ${id}/${variant.id}  ${variant.name}`),
  ]);
  return `${lines.join('\n')}\n`;
}
