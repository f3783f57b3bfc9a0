import type { Span } from '../text/position.ts';
import type { Meaning } from './kinds/around.ts';
import type { Mark } from './mark.ts';
import { namedThings } from './words/organs.ts';

const clauseEnds = /[，。；：！？、,;:!?（）()“”《》【】[\]\s*×_|\\/]/;
const leading =
  /^(?:其中|全年|全县|全市|全镇|全局|全校|全院|本年度?|今年以来|今年|去年|上半年|下半年|截至目前|目前|现(?![场金代状行有役])|已|共|累计|总共|分别|积极|深入|扎实|深化|主动|认真|先后|创新|至少|组织|参与|同时|并|及时|全面|顺利|每半?(?:天|日|周|月|季度|季|年)|一是|二是|三是|四是|五是|对|等|的|了|和|与|及|其)+/;
const verbs =
  /^(?:召开|开展|组织|举办|完成|实施|推行|发放|新增|培训|检查|排查|接待|受理|办理|走访|慰问|整改|投入|实现|建成|签订|印发|制定|出台|修订|提出|收到|化解|处置|查处|立案|报告|上|作|做|进行|参加|推荐|选派|申报|获得|获|达到?|是|有|为|强化|加强|抓好|落实|建立健全|建立|完善)/;
const trailing = /(?:共计?|累计|总计|合计|约|近|达到?|为|是|了|有|至少?|到|超过?|的|不[少低高多超]|于|在|由|等|现|计|共有|分别|同比)+$/;

/** A name for the field from the nearest noun phrase: 公务接待费, 党员大会次数. Absent where none is near. */
export function fieldOf(text: string, start: number, end: number, mark: Mark, meaning: Meaning): string | undefined {
  const own = mark.label === undefined || mark.label === '' || /^待[^：:]{1,10}$/.test(mark.label) ? undefined : cleanLabel(mark.label);
  if (own !== undefined) return own;
  const label = labelBefore(text, start, mark);
  const left = clauseBefore(text, start, mark);
  const right = clauseAfter(text, end, mark, meaning);
  switch (meaning.kind) {
    case 'ratio':
      return fractionField(text, start, mark, label ?? left);
    case 'count':
    case 'multiple':
      return counted(label ?? left, right, meaning);
    case 'money':
      return withEnd(
        label ?? left,
        /(?:费|额|款|金|资|收入|支出|产值|成本|利润|价|投入|投资|预算|补贴|补助|税)$/,
        meaning.unit === '元' || label !== undefined ? '费' : '金额',
      );
    case 'percent':
      return percentage(label ?? left, right);
    case 'reference':
      return /附件$/.test(left) ? '附件号' : /表$/.test(left) ? '表号' : /[图圖]$/.test(left) ? '图号' : label;
    case 'date':
      return label ?? (meaning.unit === '年' ? '报告年度' : /(?:谋划|部署|做好|安排)$/.test(left) ? '下一年度' : '日期');
    case 'org':
      return label ?? (/^(?:省|市|县|区|镇|乡|村|街道|社区)/.test(right) ? `${right.slice(0, 1)}名` : '单位名称');
    case 'person':
      return label ?? '姓名';
    case 'document':
      return label ?? (/起草/.test(left) ? '文稿名称' : '文件名称');
    case 'place':
      return label ?? '地点';
    case 'name':
      return label ?? (right === '' ? undefined : `${namedThings.at(right, 0, right.length) ?? right.slice(0, 4)}名称`);
    default:
      return label;
  }
}

/** The last verb of a clause with what stands before it: what is counted comes after. */
const upToVerb = /^.*(?:召开|开展|完成|制定|组织|举办|实施|推行|发放|印发|修订|办理|建成|建立|进行|出台|报送|上(?=党课|公开课))/;

function counted(left: string, right: string, { unit = '', kind, period }: Meaning): string | undefined {
  const phrase = left.replace(upToVerb, '').replace(verbs, '') || right || left;
  const suffix = kind === 'multiple' ? '倍数' : kind === 'ratio' ? '' : countSuffix(unit);
  if (phrase === '') return suffix === '' ? undefined : suffix;
  // A long phrase is named by its end, where the noun stands.
  const noun = phrase.length > 10 ? phrase.slice(-6) : phrase;
  if (period !== undefined && unit === '次') return `${noun}${period.slice(1)}频次`;
  return noun.endsWith(suffix) || /[数量]$/.test(noun) ? noun : `${noun}${suffix}`;
}

function countSuffix(unit: string): string {
  const bare = unit.replace(/^[十百千万亿]+/, '');
  if (bare === '') return '数';
  if (/^个./.test(bare)) return `${bare.slice(1)}数`;
  if (bare === '个') return '个数';
  if (bare === '名' || bare === '人') return '人数';
  if (bare === '人次' || bare === '场次') return bare;
  return /[a-zA-Z℃米亩吨克升瓦]/.test(bare) ? '' : `${bare}数`;
}

/** The two ends of a fraction are told apart: 会议文件减少分子, 会议文件减少分母. */
function fractionField(text: string, start: number, mark: Mark, left: string): string | undefined {
  if (text[mark.end] === '/') return `${left}分子`;
  if (text[mark.start - 1] !== '/') return left === '' ? undefined : left;
  let before = mark.start - 1;
  while (before > start && mark.start - before < 8 && /[*＊×X_]/.test(text[before - 1] ?? '')) before--;
  return `${clauseBefore(text, start, { start: before, end: before })}分母`;
}

function percentage(left: string, right: string): string | undefined {
  const phrase = left || right;
  if (phrase === '') return undefined;
  const rise = /(?:同比|环比)?(?:增长|上升|提高|提升|增加)$/.exec(phrase);
  const fall = /(?:同比|环比)?(?:下降|降低|减少|回落)$/.exec(phrase);
  const change = rise ?? fall;
  if (!change) return withEnd(phrase, /(?:率|比|比例|占比|幅|速)$/, '比例');
  const against = change[0].startsWith('同比') ? '同比' : change[0].startsWith('环比') ? '环比' : '';
  return `${phrase.slice(0, change.index)}${against}${rise ? '增幅' : '降幅'}`;
}

function withEnd(phrase: string, ends: RegExp, suffix: string): string | undefined {
  if (phrase === '') return undefined;
  return ends.test(phrase) ? phrase : `${phrase}${suffix}`;
}

/** How many characters around a mark may name it. */
const reach = 24;

/** How far comments are looked for: a line may be as long as a book. */
const commentReach = 240;

/** The words before a column, comments left out: they are no words. */
function wordsBefore(text: string, start: number, at: number): string {
  const near = text.slice(Math.max(start, at - commentReach), at);
  return withoutComments(near.slice(near.includes('-->') ? 0 : -reach))
    .slice(-reach)
    .trimEnd();
}

/** The words after a column, without blanks and closing marks before them. */
function wordsAfter(text: string, at: number, end: number): string {
  const near = withoutComments(text.slice(at, Math.min(end, at + commentReach)));
  let from = 0;
  while (from < near.length && /[\s”"）)]/.test(near[from] ?? '')) from++;
  return near.slice(from, from + reach);
}

function withoutComments(text: string): string {
  let at = text.indexOf('-->');
  if (at < 0) return text;
  const opened = text.indexOf('<!--');
  let words = '';
  // A comment that begins before these words.
  at = opened < 0 || opened > at ? at + 3 : 0;
  for (let open = text.indexOf('<!--', at); open >= 0; open = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    words += text.slice(at, open);
    at = close + 3;
  }
  return words + text.slice(at);
}

/** The label right before a mark: `联系人：`. */
function labelBefore(text: string, start: number, mark: Span): string | undefined {
  const before = wordsBefore(text, start, mark.start);
  if (!before.endsWith('：') && !before.endsWith(':')) return undefined;
  const label = /([A-Za-z][A-Za-z ]{1,20}|[\u4e00-\u9fff]{2,12})(?:[（(][^（()）]{0,8}[）)])?[：:]$/.exec(before)?.[1];
  return label?.trim();
}

function clauseBefore(text: string, start: number, mark: Span): string {
  const before = wordsBefore(text, start, mark.start);
  let at = before.length;
  while (at > 0 && !clauseEnds.test(before[at - 1] ?? '')) at--;
  return before
    .slice(at)
    .replace(leading, '')
    .replace(trailing, '')
    .replace(/^[A-Za-z0-9.\s]+$/, '')
    .slice(-14);
}

function clauseAfter(text: string, end: number, mark: Mark, meaning: Meaning): string {
  const after = wordsAfter(text, mark.insertAt ?? mark.end, end);
  const unit = meaning.unit ?? '';
  const rest = after.replace(/^[余多来]/, '').slice(unit !== '' && after.replace(/^[余多来]/, '').startsWith(unit) ? unit.length : 0);
  const noun = /^[的”“"]*([\u4e00-\u9fff]{2,12})/.exec(rest)?.[1] ?? '';
  return noun
    .replace(/(?:现已|已|均|进行|等|的|整治|全部).*$/, '')
    .replace(/工作$/, '')
    .slice(0, 10);
}

function cleanLabel(label: string): string | undefined {
  const words = label
    .replace(
      /^(?:请|需|须)?(?:待补充?|待填写?|待核实?|待定|待查|待确认|补充|填写|输入|插入|此处(?:插入|填写|填|补充|补)?|insert|enter|add|fill in)[：:，,\s]*/i,
      '',
    )
    .trim();
  return words === '' || words.length > 24 ? undefined : words;
}
