import type { ReportDocument } from '../../document.ts';
import { parseFrontMatter } from '../../model/parseFrontMatter.ts';
import type { Range } from '../../text/position.ts';
import type { DocumentRule, Edit, Finding, Severity } from '../rule.ts';

type Found = Omit<Finding, 'code'>;

/** One line of the title, and where its words begin in the whole title. */
interface TitleLine {
  readonly line: number;
  readonly column: number;
  readonly from: number;
  readonly words: string;
}

interface Form {
  /** What is wrong; group 1, where there is one, is all of it that is marked. */
  readonly pattern: RegExp;
  readonly severity: Severity;
  readonly message: string;
  /** What to put in its place, where that is sure. */
  readonly fix?: string;
}

/** The 15 文种 of 条例 第八条 and other words with which titles end. */
const kinds =
  /(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|总结|计划|要点|方案|安排|办法|规定|细则|规则|制度|章程|条例|准则|规程|标准|指南|讲话|发言|致辞|材料|倡议|倡议书|简报|专报|信息|说明|汇报|建议|提案|答复|公示|记录|预案|规划|纲要|清单|台账|措施|举措|做法|经验|体会|情况|书|稿|表|词|信|声明|启事|证明|合同|协议|批示|指示|提纲|要求|思考|探索|研究|分析|实践|调研|综述|解读|评述|问答|工作|问题|事宜|事项|名单|目录|申请|草案|概况)$/;

const forms: readonly Form[] = [
  { pattern: /关于关于/, severity: 'warning', message: 'Words of the title are doubled: “{0}”.', fix: '关于' },
  { pattern: /的的(?!确)/, severity: 'warning', message: 'Words of the title are doubled: “{0}”.', fix: '的' },
  {
    pattern: /(?:请示报告|报告请示|请示函|报告函|通知函|通报函|批复函|通知通报|请示的报告的?请示)$/,
    severity: 'warning',
    message: '“{0}” names two types of document: a title ends with one.',
  },
  {
    pattern: /的通知的通知|的函的通知的通知/,
    severity: 'information',
    message: 'A title does not usually say 通知 twice: “{0}”.',
    fix: '的通知',
  },
  {
    pattern: /^.{0,30}(关于对)(?!口|外|台|接|标|照|联)[^的]{2,40}的(?:通知|报告|请示)$/,
    severity: 'information',
    message: 'A title does not usually begin with “{0}”.',
    fix: '关于',
  },
  {
    pattern: /(关于(?:请求|申请|恳请))[^的]{2,40}的请示$/,
    severity: 'information',
    message: '“{0}” says in a 请示 what its name says already.',
    fix: '关于',
  },
  {
    pattern: /(关于(?:上报|报送|呈报))[^的《]{2,40}的报告$/,
    severity: 'information',
    message: '“{0}” says in a 报告 what its name says already.',
    fix: '关于',
  },
  { pattern: /[。；;，,、：:.]$/, severity: 'warning', message: 'A title ends without “{0}”.', fix: '' },
];

const longest = 50;

/** The title: 关于…的 and one 文种, without marks at its end, not too long (条例 第八条, 第九条; practice). Chinese titles only. */
export const titleForm: DocumentRule = {
  code: 'title-form',
  scope: 'document',
  check(document) {
    const lines = titleLines(document);
    const title = lines.map(({ words }) => words).join('');
    if (!/[\u3400-\u9fff]/.test(title)) {
      return [];
    }
    const findings: Found[] = [];
    for (const { pattern, severity, message, fix } of forms) {
      const match = pattern.exec(title);
      if (match === null) {
        continue;
      }
      const words = match[1] ?? match[0];
      const at = match.index + match[0].indexOf(words);
      const range = rangeOf(lines, at, at + words.length);
      if (range === undefined) {
        continue;
      }
      const edits: readonly Edit[] | undefined =
        fix === undefined || range.start.line !== range.end.line ? undefined : [{ range, newText: fix }];
      findings.push({
        severity,
        range,
        message,
        args: [words],
        ...(edits !== undefined && {
          fix:
            fix === ''
              ? { title: 'Remove “{0}”', args: [words], sure: false, edits }
              : { title: 'Write “{0}”', args: [fix as string], sure: false, edits },
        }),
      });
    }
    const whole = rangeOf(lines, 0, title.length);
    const bare = title.replace(/[（(【［][^（）()【】［］]{0,20}[）)】］]$/, '').replace(/[。；;，,、：:.]$/, '');
    if (whole === undefined) {
      return findings;
    }
    if (/^[^《]{0,30}关于/.test(bare) && !/的[^的]{1,8}$/.test(bare) && !kinds.test(bare) && !/[*×《》“”：:—]/.test(bare)) {
      findings.push({
        severity: 'hint',
        range: whole,
        message: 'A title like this usually ends with the type of document: 的通知, 的报告 ….',
        args: [],
      });
    }
    if (title.length > longest && /关于/.test(bare) && kinds.test(bare)) {
      findings.push({
        severity: 'hint',
        range: whole,
        message: 'The title has {0} characters; {1} are usually enough.',
        args: [title.length, longest],
      });
    }
    return findings;
  },
};

/** Lines at the top in which the title is looked for. */
const headLines = 80;

function titleLines(document: ReportDocument): readonly TitleLine[] {
  const { lineCount } = parseFrontMatter(document);
  const lines: TitleLine[] = [];
  let from = 0;
  let line = lineCount;
  for (const { text, syntax } of document.lines(lineCount, lineCount + headLines)) {
    if (syntax.kind === 'title') {
      const words = text.slice(syntax.contentStart).trimEnd();
      lines.push({ line, column: syntax.contentStart, from, words });
      from += words.length;
    } else if (lines.length > 0 || syntax.kind === 'heading') {
      break;
    }
    line += 1;
  }
  return lines;
}

/** Columns of the whole title as a range in the document. */
function rangeOf(lines: readonly TitleLine[], start: number, end: number): Range | undefined {
  const first = lines.findLast(({ from }) => from <= start);
  const last = lines.findLast(({ from }) => from < end);
  return first && last
    ? {
        start: { line: first.line, character: first.column + start - first.from },
        end: { line: last.line, character: last.column + end - last.from },
      }
    : undefined;
}
