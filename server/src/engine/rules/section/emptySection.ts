import type { Line } from '../../syntax/line.ts';
import type { SectionFinding, SectionRule } from '../rule.ts';

/**
 * A heading with nothing under it, among others with text. Where several in a row have nothing they are a list, or the outline of a report
 * that is still to be written; and a heading that says something itself (二、时间：3月5日) is none.
 */
export const emptySection: SectionRule = {
  code: 'empty-section',
  scope: 'section',
  check({ children, empty }) {
    const findings: SectionFinding[] = [];
    empty.forEach((isEmpty, child) => {
      const line = children[child];
      if (!isEmpty || line === undefined || empty[child - 1] || empty[child + 1] || children.length < 2 || saysSomething(line)) {
        return;
      }
      const start = line.text.length - line.text.trimStart().length;
      findings.push({
        child,
        start,
        end: line.text.trimEnd().length,
        severity: 'information',
        message: 'There is no text under this heading: write it, or take the heading out.',
        args: [],
      });
    });
    return findings.length === 0 ? none : findings;
  },
};

const none: readonly SectionFinding[] = Object.freeze([]);

function saysSomething({ syntax, text }: Line): boolean {
  if (syntax.kind !== 'heading') {
    return true;
  }
  const words = text.slice(syntax.contentStart).trim();
  const chineseList = syntax.level > 2 && syntax.prefixEnd === 0;
  return chineseList || /[：:，,、。；;0-9]|\[/.test(words) || words === '';
}
