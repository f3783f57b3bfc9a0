import type { Finding } from '../../engine/rules/rule.ts';
import { rangeIn } from '../../engine/rules/rule.ts';
import type { TypeRule } from './typeRule.ts';

/** A 报告 must not carry a request (条例 第十五条（四）): that is what a 请示 is for. Words in quotes and titles of others do not count. */
export const requestInReport: TypeRule = {
  code: 'request-in-report',
  check(document, { by, legal, title }) {
    if (legal !== '报告' || by === 'headings' || title.includes('请示')) {
      return [];
    }
    const findings: Omit<Finding, 'code'>[] = [];
    for (const [line, { mentions, syntax }] of document.relatedLines()) {
      if (syntax.kind === 'attachmentStart') {
        break;
      }
      for (const mention of mentions) {
        if (mention.kind === 'request') {
          findings.push({
            severity: 'warning',
            range: rangeIn(line, mention),
            message: 'A 报告 must not ask for a decision: write a 请示 of its own for it, and take these words out.',
            args: [],
          });
        }
      }
    }
    return findings;
  },
};
