import zh from '../../../l10n/server.zh-cn.json';
import { english, type Localize } from '../wording/localize.ts';

const chinese: ReadonlyMap<string, string> = new Map(Object.entries(zh));

/** Messages in the language of `locale` (`zh-cn`, `zh_CN.UTF-8`, `en` …): any Chinese gives 简体中文, all else English. */
export function makeLocalize(locale: string | undefined): Localize {
  if (!/^zh\b|^zh_/i.test(locale ?? '')) return english;
  return (message, ...args) => english(chinese.get(message) ?? message, ...args);
}
