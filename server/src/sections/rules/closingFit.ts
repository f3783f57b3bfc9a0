import { rangeIn, wordsOf } from '../../engine/rules/rule.ts';
import { asksForDecision, kindsOfClosing, usualClosings } from './closings.ts';
import type { TypeRule } from './typeRule.ts';

/** A closing of another 文种: 特此通知 under a 报告. A request under a 报告 is a rule of its own. */
export const closingFit: TypeRule = {
  code: 'closing-fit',
  check(document, { by, legal }) {
    if (by === 'headings' || legal === '') {
      return [];
    }
    for (const [line, record] of document.relatedLines()) {
      if (record.syntax.kind === 'attachmentStart') {
        break;
      }
      if (record.syntax.kind !== 'closing') {
        continue;
      }
      const span = wordsOf(record);
      const words = record.text.slice(span.start, span.end);
      const kinds = kindsOfClosing(words);
      if (kinds === undefined || kinds.includes(legal) || (legal === '报告' && asksForDecision(words))) {
        continue;
      }
      const range = rangeIn(line, span);
      const usual = usualClosings[legal];
      return [
        {
          severity: 'warning',
          range,
          message: '“{0}” is the closing of a {1}; this is a {2}.',
          args: [words, kinds[0] as string, legal],
          ...(usual !== undefined && { fix: { title: 'Write “{0}”', args: [usual], sure: false, edits: [{ range, newText: usual }] } }),
        },
      ];
    }
    return [];
  },
};
