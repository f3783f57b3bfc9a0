import type { Line } from '../../syntax/line.ts';
import type { SectionFinding, SectionRule } from '../rule.ts';

/** Words with which headings end, and sentences hardly ever. */
const headingWords =
  /(?:情况|问题|原因|措施|打算|安排|建议|成效|成果|做法|要求|目标|任务|步骤|保障|体会|启示|思路|计划|举措|分析|概况|概述|经验|亮点|意义|背景|原则|范围|依据|职责|程序|结论|不足|差距|方向|内容|进展|评价|总则|附则)$/;
/** Words of a sentence that says what is done, or to be done. */
const sentenceWords = /[由将应须请已]|同意|负责|听取|研究了/;
const longest = 20;

/**
 * A heading on a line of its own that ends in 。 or ： (GB/T 15834—2011, B.4). A sentence after a number may look the same, so text must
 * follow, and its words must be those of a heading, or the other headings here must have no mark.
 */
export const headingEnd: SectionRule = {
  code: 'heading-end',
  scope: 'section',
  check({ children, empty, endsBare }) {
    const findings: SectionFinding[] = [];
    let others: boolean | undefined;
    children.forEach((line, child) => {
      const mark = endMark(line);
      if (mark === undefined || empty[child] || (endsBare && child === children.length - 1)) {
        return;
      }
      const words = wordsOf(line, mark);
      others ??= othersAreBare(children, empty);
      if (words.length > longest || /[，,、：:]/.test(words) || sentenceWords.test(words) || !(headingWords.test(words) || others)) {
        return;
      }
      findings.push({
        child,
        start: mark,
        end: mark + 1,
        severity: 'warning',
        message: 'A heading on a line of its own ends without “{0}”.',
        args: [line.text.charAt(mark)],
        fix: { title: 'Remove “{0}”', args: [line.text.charAt(mark)], sure: true, edits: [{ start: mark, end: mark + 1, newText: '' }] },
      });
    });
    return findings.length === 0 ? none : findings;
  },
};

const none: readonly SectionFinding[] = Object.freeze([]);

/** The column of the mark with which a heading on a line of its own ends. */
function endMark({ syntax, text, stateOut }: Line): number | undefined {
  if (syntax.kind !== 'heading' || syntax.level > 2 || stateOut.bare === 0) {
    return undefined;
  }
  const last = text.trimEnd().length - 1;
  return last > syntax.contentStart && /[。：:]/.test(text.charAt(last)) ? last : undefined;
}

const wordsOf = ({ syntax, text }: Line, end: number): string => (syntax.kind === 'heading' ? text.slice(syntax.contentStart, end) : '');

/** Two other headings here at least stand alone, with text under them and without a mark, and more do so than do not. */
function othersAreBare(children: readonly Line[], empty: readonly boolean[]): boolean {
  let bare = 0;
  let marked = 0;
  children.forEach((line, child) => {
    if (line.syntax.kind === 'heading' && line.stateOut.bare > 0 && !empty[child]) {
      if (endMark(line) === undefined) bare++;
      else marked++;
    }
  });
  return bare >= 2 && bare > marked;
}
