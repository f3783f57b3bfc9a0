import { isBlank, isHan, skipBlanks, skipBlanksBack } from './chars.ts';
import { organAt, titleAt } from './evidence.ts';
import type { Mark } from './mark.ts';
import type { DatumKind } from './missingDatum.ts';
import { englishUnitAt } from './words/english.ts';
import { labelKindBefore, labelKindOf } from './words/labels.ts';
import { districts, namedThings, organVerbs, titles } from './words/organs.ts';
import { unitAt } from './words/units.ts';

/** What the words around a mark say of its value. */
export interface Meaning {
  readonly kind: DatumKind;
  readonly unit?: string;
  readonly approximate?: true;
  readonly period?: string;
}

/** The neighbourhood of a mark: the text, the mark's outer ends with brackets and quotes around it, and the words at both sides. */
interface Around {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The mark with the quotes or brackets that hug it. */
  readonly from: number;
  readonly to: number;
  /** Up to 24 columns before and after, blanks at the mark left out. */
  readonly left: string;
  readonly right: string;
  readonly open: string;
  readonly mark: Mark;
}

type Test = (around: Around) => Meaning | undefined;

/** Tells the kind of the value a mark stands for: the tests in order, the first that answers wins. */
export function meaningOf(text: string, start: number, end: number, mark: Mark): Meaning {
  const around = lookAround(text, start, end, mark);
  for (const test of tests) {
    const meaning = test(around);
    if (meaning) return meaning;
  }
  return { kind: 'text' };
}

function lookAround(text: string, start: number, end: number, mark: Mark): Around {
  let { start: from, end: to } = mark;
  const open = from > start ? (text[from - 1] ?? '') : '';
  const paired = { '“': '”', '《': '》', '（': '）', '(': ')', '【': '】', '[': ']', '〔': '〕', '"': '"' }[open];
  const hugged = paired !== undefined && text[to] === paired;
  if (hugged) {
    from--;
    to++;
  }
  const leftStop = skipBlanksBack(text, from, start);
  const rightStop = skipBlanks(text, to, end);
  return {
    text,
    start,
    end,
    from,
    to,
    left: text.slice(Math.max(start, leftStop - 24), leftStop),
    right: text.slice(rightStop, Math.min(end, rightStop + 24)),
    open: hugged ? open : '',
    mark,
  };
}

const tests: readonly Test[] = [
  known,
  words,
  reference,
  ratio,
  documentNumber,
  currency,
  unit,
  labelled,
  personOrOrgan,
  actor,
  document,
  name,
  place,
  period,
  english,
];

function known({ mark, text, start }: Around): Meaning | undefined {
  if (mark.kind === undefined) return undefined;
  if (mark.kind === 'date') return { kind: 'date', ...(text[mark.end] === '年' ? { unit: '年' } : {}) };
  if (mark.kind === 'count') return { kind: 'count', unit: text.slice(Math.max(start, mark.end - 2), mark.end) };
  return { kind: mark.kind };
}

/** The words inside the mark say it: 【待补：参会人数】, `[Client Name]`. A unit after it says more. */
function words(around: Around): Meaning | undefined {
  const { mark } = around;
  if (mark.label === undefined) return undefined;
  const followed = unit(around);
  if (followed) return followed;
  const kind = labelKindOf(mark.label);
  return kind === undefined ? undefined : { kind };
}

function reference({ left, right }: Around): Meaning | undefined {
  if (/(?:^|[见如和与及至的按据照详（(，。；、\s])(?:图|表|附图|附表|附件|公式|式|附录)$/.test(left)) return { kind: 'reference' };
  if (/(?:Figure|Fig\.?|Table|Appendix|Annex|Section|Chapter|[Pp]age|Exhibit|Attachment)$/.test(left)) return { kind: 'reference' };
  if (/第$/.test(left) && /^[条款章节页]/.test(right)) return { kind: 'reference' };
  return /[条款]第$/.test(left) && right.startsWith('项') ? { kind: 'reference' } : undefined;
}

const markChars = '*＊×XxＸ_＿?？';

function ratio({ text, start, end, mark, right }: Around): Meaning | undefined {
  const isMark = (at: number): boolean => at >= start && at < end && markChars.includes(text[at] ?? '\n');
  if (text[mark.end] === '/' && isMark(mark.end + 1)) return { kind: 'ratio' };
  if (text[mark.start - 1] === '/' && isMark(mark.start - 2) && !/^[年月日]/.test(right)) return { kind: 'ratio' };
  if (/[:：∶]/.test(text[mark.end] ?? '') && isMark(mark.end + 1)) return { kind: 'ratio' };
  return /[:：∶]/.test(text[mark.start - 1] ?? '') && isMark(mark.start - 2) ? { kind: 'ratio' } : undefined;
}

function documentNumber({ left, right, text, mark }: Around): Meaning | undefined {
  if (text[mark.start - 1] === '〔' || text[mark.start] === '〔') return { kind: 'document' };
  if (/^号/.test(right) && /[〕］\])）]第?$|字第?$/.test(left)) return { kind: 'document' };
  if (/^(?:号文|号令|号公告|号文件|号通知|号决定)/.test(right)) return { kind: 'document' };
  if (/第$/.test(left) && /^号/.test(right) && !/^号(?:楼|院|线|库|厂|机)/.test(right)) return { kind: 'document' };
  return /^[\u4e00-\u9fff]{0,10}[〔［[（(][ \u3000]*(?:\d{4}|[Xx×*_\d]{1,4})?[ \u3000]*[〕］\]）)]第?[^，。]{0,8}号/.test(right) &&
    !/^[）)]/.test(right)
    ? { kind: 'document' }
    : undefined;
}

function currency(around: Around): Meaning | undefined {
  const { left } = around;
  if (/(?:[¥￥$€£＄]|人民币(?:[（(]?大写[）)]?)?[：:]?|RMB|USD|EUR|GBP|CNY|HK\$|US\$)$/.test(left)) {
    const after = unit(around);
    return { kind: 'money', ...(after?.unit !== undefined ? { unit: after.unit } : {}) };
  }
  return /百分之$/.test(left) ? { kind: 'percent' } : undefined;
}

function unit(around: Around): Meaning | undefined {
  const { text, to, end, left, mark } = around;
  const at = mark.insertAt ?? skipBlanks(text, to, end);
  const here = unitAt(text, at, end);
  if (here) {
    const after = text.slice(here.end, Math.min(end, here.end + 4));
    const kind = here.kind === 'date' || here.unit === '分' || here.unit === '点' ? dateOrLength(here.unit, left, after) : here.kind;
    const every = kind === 'count' ? periodIn(left) : undefined;
    return {
      kind,
      unit: here.unit,
      ...(here.approximate ? { approximate: true as const } : {}),
      ...(every !== undefined ? { period: every } : {}),
    };
  }
  const word = englishUnitAt(text, at, end);
  if (!word) return undefined;
  const money =
    word.scale === true &&
    /revenue|budget|cost|sales|invest|fund|saving|profit|spend|turnover|expenditure|income|worth|loan|RMB|USD|EUR|GBP|yuan/i.test(
      text.slice(Math.max(around.start, around.from - 48), around.from),
    );
  return { kind: money ? 'money' : word.kind, unit: word.unit };
}

const lengthBefore =
  /(?:期限?|期限?为|为期|连续|近|历时|从事|工作|任职|经营|服务|徒刑|拘役|管制|满|超过|不少于|不低于|不超过|达|使用|有效期|最近|过去|未来|今后|长达|已有|时间|累计|每|第|期间|质保|保修|约|共|经过|用|提前|延长|逾期|迟于|早于)$/;
const lengthAfter = /^(?:以上|以下|以内|内|期|来|间|后|多|左右|余|之内|届满|工龄|时间)/;

/** 年, 月, 日, 时, 分 name a point of time or say how long something takes. */
function dateOrLength(unitWord: string, left: string, after: string): DatumKind {
  if (unitWord === '分') return /[时点]$|[时点][*×Xx_]+$/.test(left) ? 'date' : 'count';
  if (unitWord === '点')
    return /[日午晚晨早间]$/.test(left) ? 'date' : /^[\u4e00-\u9fff]/.test(after) && !/^[前后在召开分整半]/.test(after) ? 'count' : 'date';
  if (unitWord === '年')
    return (lengthBefore.test(left) && !/第$/.test(left)) || /第$/.test(left) || lengthAfter.test(after) ? 'count' : 'date';
  if (unitWord === '日')
    return !/月$/.test(left) && (/^(?:内|前|以内|后|之内)/.test(after) || /(?:连续|满|期限?为?|不超过|不少于|共)$/.test(left))
      ? 'count'
      : 'date';
  return 'date';
}

/** 每月, 每半年 … in the words before a mark, in the same clause. */
function periodIn(left: string): string | undefined {
  const clause = left.slice(Math.max(...['，', '。', '；', '：', '、', ',', '（'].map((mark) => left.lastIndexOf(mark))) + 1);
  return /(?:每(?:半|两|双|隔)?(?:个)?(?:天|日|周|旬|月|季度|季|学期|年度|年|班|个月)|月均|年均|日均|周均)(?!.*每)/.exec(clause)?.[0];
}

/** 联系人：__, 金额为__, `Owner: TBD`. */
function labelled({ left, start }: Around): Meaning | undefined {
  const label = /^(.*?)(?:[（(][^（()）]{0,8}[）)])?\s*(?:[：:]|为|是| is| was| of)\s*$/.exec(left)?.[1];
  if (label === undefined || start < 0) return undefined;
  const kind = labelKindBefore(
    label.toLowerCase() === label ? label : label.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
    label.length,
    0,
  );
  return kind === undefined ? undefined : { kind };
}

function personOrOrgan({ text, to, end, left, mark }: Around): Meaning | undefined {
  const at = skipBlanks(text, to, end);
  const organInside = mark.end - mark.start > 3 ? organInsideEnd(text, mark) : undefined;
  const title = titleAt(text, at, end);
  if (title !== undefined && organInside === undefined) return { kind: 'person' };
  const organ = organAt(text, at, end) ?? organInside;
  if (organ !== undefined) {
    const beyond = organInside === undefined ? organAt(text, at + organ.length, end) : undefined;
    const isPlace = districts.at(organ, 0, organ.length) === organ && beyond === undefined;
    return {
      kind: isPlace && /(?:在|赴|到|位于|地处|前往|来自|驻|住|至|于|途经|深入|籍贯|居住|地址为?|户籍)$/.test(left) ? 'place' : 'org',
    };
  }
  if (
    /(?:[，。；、（(：:的]|^)[\u4e00-\u9fff]{0,8}(?:书记|主任|局长|组长|厅长|处长|科长|部长|县长|市长|区长|镇长|院长|校长|所长|队长|经理|同志|主席|教授|医师)$/.test(
      left,
    )
  )
    return { kind: 'person' };
  return /(?:Mr|Mrs|Ms|Dr|Prof|Dear)\.?$/.test(left) ? { kind: 'person' } : undefined;
}

/** The organ word that closes a joined mark: XX县XX局. */
function organInsideEnd(text: string, mark: Mark): string | undefined {
  for (let length = Math.min(10, mark.end - mark.start - 1); length > 0; length--) {
    const word = organAt(text, mark.end - length, mark.end);
    if (word !== undefined && word.length === length) return word;
  }
  return undefined;
}

function actor({ text, left, to, end, right }: Around): Meaning | undefined {
  if (/(?:由|经)$/.test(left) && titles.at(right, 0, right.length) !== undefined) return { kind: 'person' };
  return /(?:接受|配合|由|经|向|报|报经|受|与|会同|联合|协助|依托|委托)了?$/.test(left) && organVerbs.at(text, to, end) !== undefined
    ? { kind: 'org' }
    : undefined;
}

function document({ open, left, right, text, from, mark, start }: Around): Meaning | undefined {
  if (open === '《' || text[mark.start] === '《') return { kind: 'document' };
  const opened = text.lastIndexOf('《', from - 1);
  if (opened >= start && from - opened < 40 && !text.slice(opened, from).includes('》')) return { kind: 'document' };
  const verb = /(?:印发|起草|制定|出台|修订|学习|根据|依据|按照|转发|下发|传达|贯彻|落实|发布)了?$/.test(left);
  return verb && /^(?:等|》|文件|规定|办法|通知|要求|的规定|条款|$|[，。；])/.test(right) ? { kind: 'document' } : undefined;
}

function name({ open, text, mark, right }: Around): Meaning | undefined {
  if (open === '“' || text[mark.start] === '“') return { kind: 'name' };
  const thing = namedThings.at(right, 0, right.length);
  return thing !== undefined && thing !== '等' ? { kind: 'name' } : undefined;
}

function place({ left, right }: Around): Meaning | undefined {
  if (/(?:在|赴|到|前往|位于)$/.test(left) && /^(?:、|等地|召开|调研|举行|举办|开展|考察|实地|参加|学习|检查|组织)/.test(right))
    return { kind: 'place' };
  return /^(?:会议室|礼堂|会场|大厅|报告厅|广场|等地|校区|机场|车站|酒店|宾馆)/.test(right) ? { kind: 'place' } : undefined;
}

function period({ left, right }: Around): Meaning | undefined {
  return /(?:谋划|做好|部署|安排|筹划|谋划好|抓好|制定)$/.test(left) && isHan(right.charCodeAt(0)) ? { kind: 'date' } : undefined;
}

function english({ text, start, from, right, to }: Around): Meaning | undefined {
  const before = text.slice(Math.max(start, from - 60), from).trimEnd();
  const measured = /([a-z]+)(?: \w+)? (?:of|was|is|reached|totalled|totaled|to|at)(?: approximately| about| around)?$/i.exec(before);
  const kind = measured?.[1] === undefined ? undefined : labelKindOf(measured[1]);
  if (kind !== undefined) return { kind };
  if (/(?:due|on|until|before|after|dated|by|since)$/i.test(before) && !isBlank(text.charCodeAt(to + 1))) return { kind: 'date' };
  return /^[a-z]+s\b/.test(right) && /(?:of|with|approximately|about|than|nearly|to|for|and|total)$/i.test(before)
    ? { kind: 'count' }
    : undefined;
}
