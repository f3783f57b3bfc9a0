import type { MissingInline } from '../render/html/lineHtml.ts';
import { describeMissing } from '../wording/describeMissing.ts';
import type { Localize } from '../wording/localize.ts';

/** What a mark on the page stands for, in words. */
export function describeGap(inline: MissingInline, t: Localize): string {
  return inline.kind === 'missing' ? describeMissing(inline.datum, t) : t('Missing: the value of {0}', inline.key);
}
