import type { Finding, MessageArgument, Severity } from '../engine/rules/rule.ts';
import { type RuleCode, type RuleInfo, ruleCodes, ruleInfo, type SourceLevel } from '../engine/rules/ruleTable.ts';
import type { Localize } from './localize.ts';

const levelNames: Readonly<Record<SourceLevel, string>> = {
  standard: 'national standard',
  regulation: 'regulations',
  practice: 'practice',
};

/** What a finding says, and where its rule comes from: … (national standard: GB/T 9704—2012 7.3.3), …（国标：GB/T 9704—2012 7.3.3）. */
export function describeFinding({ code, message, args }: Pick<Finding, 'code' | 'message' | 'args'>, t: Localize): string {
  const words = t(message, ...args.map((arg) => wordsOf(arg, t)));
  const source = describeSource(ruleInfo(code), t);
  return source === '' ? words : t('{0} ({1})', words, source);
}

/** The source level of a rule and its clause; empty for a rule that has none. */
function describeSource({ level, clause }: RuleInfo, t: Localize): string {
  if (level === undefined) return '';
  const name = t(levelNames[level]);
  return clause === undefined ? name : t('{0}: {1}', name, clause);
}

/** A rule by its code, for those who do not know it; `undefined` for a rule of another part (data, styles). */
export function describeRule(
  code: string,
  t: Localize,
): { readonly summary: string; readonly severity: Severity; readonly source: string } | undefined {
  const known = ruleCodes.find((one): one is RuleCode => one === code);
  if (known === undefined) return undefined;
  const info = ruleInfo(known);
  return { summary: t(info.summary), severity: info.severity, source: describeSource(info, t) };
}

/** The title of a fix. */
export const describeFix = (
  { title, args }: { readonly title: string; readonly args: readonly (string | number)[] },
  t: Localize,
): string => t(title, ...args);

function wordsOf(arg: MessageArgument, t: Localize): string | number {
  return typeof arg === 'object'
    ? [...arg.words.map((word) => t(word)), ...arg.names].reduce((all, one) => (all === '' ? one : t('{0}, {1}', all, one)), '')
    : arg;
}
