import { attachment, captioned } from './references/captionReferences.ts';
import { english } from './references/englishReferences.ts';
import type { CrossReference, Reading } from './references/reference.ts';
import { bare, ordinal } from './references/sectionReferences.ts';

const none: readonly CrossReference[] = [];

/** What a mention begins with. Every other pattern here is sticky and bounded, so the whole is linear in the text. */
const starts =
  /[图圖表附第见見述参參本]|(?<![A-Za-z])(?:figures?|figs?|tables?|append(?:ix|ices)|attachments?|annex(?:es)?|sections?|chapters?|parts?)(?![A-Za-z])/gi;

const readings: Readonly<Record<string, Reading>> = {
  图: captioned('figure'),
  圖: captioned('figure'),
  表: captioned('table'),
  附: attachment,
  第: ordinal,
  见: bare,
  見: bare,
  述: bare,
  参: bare,
  參: bare,
  本: bare,
};

/**
 * The mentions of figures, tables, attachments and sections in a text: 见图1, 表1—3, 附件2, 第三部分, 第二部分第（三）项, 详见二（三）,
 * Section 2.1; in both scripts. Each of a list or a range is one. Headings, captions and marks of attachments are no mentions: leave such lines, or
 * their numbers, out.
 */
export function crossReferencesIn(text: string): readonly CrossReference[] {
  let found: CrossReference[] | undefined;
  starts.lastIndex = 0;
  for (let start = starts.exec(text); start !== null; start = starts.exec(text)) {
    const word = start[0];
    const at = start.index;
    const mentions = (readings[word] ?? (word.length > 1 ? english : undefined))?.(text, at, word);
    if (mentions === undefined || mentions.length === 0) continue;
    found ??= [];
    for (const mention of mentions) found.push(mention);
    starts.lastIndex = (mentions[mentions.length - 1] as CrossReference).end;
  }
  return found ?? none;
}
