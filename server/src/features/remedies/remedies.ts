import type { ReportDocument } from '../../engine/document.ts';
import { toChineseNumber } from '../../engine/syntax/numerals.ts';
import type { Position, Range } from '../../engine/text/position.ts';
import type { RemediesResult } from '../../protocol/remedies.ts';
import type { Localize } from '../../wording/localize.ts';
import { matchItems, type RemedyMatch } from './matchItems.ts';
import { type RemedyItem, remedyItems } from './remedyItems.ts';

/** Problems, causes and measures of a report side by side, as a text with links. Information only. */
export function remedies(document: ReportDocument, t: Localize, isChinese: boolean): RemediesResult {
  const items = remedyItems(document);
  const count = (kind: RemedyItem['kind']) => items.filter((item) => item.kind === kind).length;
  if (count('problem') === 0) {
    return { text: '', links: [] };
  }
  const { rows, causesAlone, measuresAlone } = matchItems(items);
  const page = new Page(t);
  page.line(t('{0} problems, {1} causes, {2} measures', count('problem'), count('cause'), count('measure')));
  page.line(t('Lined up by the words that they share and by their order; for information only, it may be wrong.'));
  for (const [at, { problem, causes, measures }] of rows.entries()) {
    page.line('');
    page.entry(t('Problem {0}', isChinese ? toChineseNumber(at + 1) : at + 1), problem, []);
    page.partners(t('Cause'), causes);
    page.partners(t('Measure'), measures);
  }
  if (causesAlone.length > 0) {
    page.line('');
    page.line(t('Causes that no problem seems to have'));
    for (const item of causesAlone) page.entry('', item, []);
  }
  if (measuresAlone.length > 0) {
    page.line('');
    page.line(t('Measures that no problem seems to have'));
    for (const { item, causes } of measuresAlone) {
      page.entry('', item, []);
      if (causes.length > 0) page.partners(t('Cause'), causes, 2);
    }
  }
  return page.done();
}

const blank = '\u3000';

class Page {
  readonly #lines: string[] = [];
  readonly #links: { range: Range; target: Position }[] = [];

  constructor(private readonly t: Localize) {}

  line(text: string): void {
    this.#lines.push(text);
  }

  /** A line with a link to the entry, and the words that speak for it. */
  entry(label: string, { name, range }: RemedyItem, shared: readonly string[], depth = label === '' ? 1 : 0): void {
    const { t } = this;
    const lead = blank.repeat(depth) + (label === '' ? '' : `${label}${blank}`);
    const line = this.#lines.length;
    const end = lead.length + name.length;
    const words = shared.length === 0 ? '' : `${blank}${t('shared: {0}', shared.join(t(', ')))}`;
    this.#lines.push(`${lead}${name}${blank}${t('line {0}', range.start.line + 1)}${words}`);
    this.#links.push({ range: { start: { line, character: lead.length }, end: { line, character: end } }, target: range.start });
  }

  partners(label: string, matches: readonly RemedyMatch[], depth = 1): void {
    for (const { item, shared } of matches) this.entry(label, item, shared, depth);
    if (matches.length === 0) this.line(`${blank.repeat(depth)}${label}${blank}${this.t('none found')}`);
  }

  done(): RemediesResult {
    return { text: `${this.#lines.join('\n')}\n`, links: this.#links };
  }
}
