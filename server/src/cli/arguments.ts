import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Localize } from '../wording/localize.ts';
import { UsageFailure } from './failure.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** `parseArgs` that complains in the user's language. Throws a UsageFailure. */
export function parse<O extends Options>(args: readonly string[], options: O, t: Localize) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(-[^'\s]+)/.exec(message)?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageFailure(t('There is no option {0}.', option));
    throw new UsageFailure(t('The option {0} needs a value.', option));
  }
}

/** Throws a UsageFailure for a format that is not in the list. */
export function formatOf<F extends string>(given: string | undefined, formats: readonly [F, ...F[]], t: Localize): F {
  if (given === undefined) return formats[0];
  const format = formats.find((candidate) => candidate === given);
  if (format === undefined) throw new UsageFailure(t('There is no format “{0}”; there is: {1}.', given, formats.join(', ')));
  return format;
}

/** The only file named. Throws a UsageFailure for none or several. */
export function onlyFile(positionals: readonly string[], t: Localize): string {
  const [file, ...others] = positionals;
  if (file === undefined) throw new UsageFailure(t('Name the report.'));
  if (others.length > 0) throw new UsageFailure(t('Name one report only.'));
  return file;
}
