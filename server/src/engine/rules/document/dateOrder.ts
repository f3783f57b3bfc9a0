import type { DocumentRule, Finding } from '../rule.ts';
import { rangeIn } from '../rule.ts';

const written = /^([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日$/;

/** Days on which something had happened, by the text's own words, after the date of issue. Plans and appointments say nothing. */
export const dateOrder: DocumentRule = {
  code: 'date-order',
  scope: 'document',
  check(document) {
    const days: { readonly line: number; readonly start: number; readonly end: number; readonly day: number }[] = [];
    for (const [line, { text, syntax, mentions }] of document.relatedLines()) {
      if (syntax.kind === 'attachmentStart') {
        break;
      }
      if (syntax.kind === 'issueDate') {
        const match = written.exec(text.trim());
        if (match === null) {
          return [];
        }
        const issued = Number(match[1]) * 10000 + Number(match[2]) * 100 + Number(match[3]);
        return days
          .filter(({ day }) => day > issued)
          .map(
            (place): Omit<Finding, 'code'> => ({
              severity: 'warning',
              range: rangeIn(place.line, place),
              message: 'This day is after the date of issue, {0}: one of the two is wrong.',
              args: [text.trim()],
            }),
          );
      }
      for (const mention of mentions) {
        if (mention.kind === 'day') {
          days.push({ line, start: mention.start, end: mention.end, day: mention.day });
        }
      }
    }
    return [];
  },
};
