import { isHan, skipBlanks } from '../chars.ts';
import type { DatumKind } from '../missingDatum.ts';
import { englishUnitAt } from '../words/english.ts';
import { unitAt } from '../words/units.ts';
import type { Around, Meaning } from './around.ts';

export function reference({ left, right }: Around): Meaning | undefined {
  if (!/[图圖表件式录錄第A-Za-z.]$/.test(left)) return undefined;
  if (/(?:^|[见見如和与與及至的按据據照详詳（(，。；、\s])(?:附?[图圖]|附?表|附件|公?式|附[录錄])$/.test(left))
    return { kind: 'reference' };
  if (/(?:Figure|Fig\.?|Table|Appendix|Annex|Section|Chapter|[Pp]age|Exhibit|Attachment)$/.test(left)) return { kind: 'reference' };
  if (/第$/.test(left) && /^[条款章节页]/.test(right)) return { kind: 'reference' };
  return /[条款]第$/.test(left) && right.startsWith('项') ? { kind: 'reference' } : undefined;
}

const markChars = '*＊×XxＸ_＿?？';

export function ratio({ text, start, end, mark, right }: Around): Meaning | undefined {
  const isMark = (at: number): boolean => at >= start && at < end && markChars.includes(text[at] ?? '\n');
  if (text[mark.end] === '/' && isMark(mark.end + 1)) return { kind: 'ratio' };
  if (text[mark.start - 1] === '/' && isMark(mark.start - 2) && !/^[年月日]/.test(right)) return { kind: 'ratio' };
  if (/[:：∶]/.test(text[mark.end] ?? '') && isMark(mark.end + 1)) return { kind: 'ratio' };
  // 典型案例1：××公司: a label, not a ratio.
  if (text[mark.start - 1] === '：' && isHan(text.charCodeAt(mark.end)) && !isMark(mark.start - 2)) return undefined;
  return /[:：∶]/.test(text[mark.start - 1] ?? '') &&
    (isMark(mark.start - 2) || /(?:^|\D)\d{1,3}$/.test(text.slice(Math.max(start, mark.start - 5), mark.start - 1)))
    ? { kind: 'ratio' }
    : undefined;
}

export function documentNumber({ left, right, text, mark }: Around): Meaning | undefined {
  if (text[mark.start - 1] === '〔' || (text[mark.start] === '〔' && mark.label === undefined)) return { kind: 'document' };
  if (!right.includes('号')) return undefined;
  if (/^号/.test(right) && /[〕］\])）]第?$|字第?$/.test(left)) return { kind: 'document' };
  if (/^(?:号文|号令|号公告|号文件|号通知|号决定)/.test(right)) return { kind: 'document' };
  if (/第$/.test(left) && /^号/.test(right) && !/^号(?:楼|院|线|库|厂|机)/.test(right)) return { kind: 'document' };
  return /^[\u4e00-\u9fff]{0,10}[〔［[（(][ \u3000]*(?:\d{4}|[Xx×*_\d]{1,4})?[ \u3000]*[〕］\]）)]第?[^，。]{0,8}号/.test(right) &&
    !/^[）)]/.test(right)
    ? { kind: 'document' }
    : undefined;
}

const currencyEnds = '¥￥$€£＄币）)写：:BDRPY之';

export function currency(around: Around): Meaning | undefined {
  const { left } = around;
  if (!currencyEnds.includes(left.at(-1) ?? '\n')) return undefined;
  if (/(?:[¥￥$€£＄]|人民币(?:[（(]?大写[）)]?)?[：:]?|RMB|USD|EUR|GBP|CNY|HK\$|US\$)$/.test(left)) {
    const after = unit(around);
    return { kind: 'money', ...(after?.unit !== undefined ? { unit: after.unit } : {}) };
  }
  return /百分之$/.test(left) ? { kind: 'percent' } : undefined;
}

export function unit(around: Around): Meaning | undefined {
  const { text, to, end, left, mark } = around;
  const at = mark.insertAt ?? skipBlanks(text, to, end);
  const found = unitAt(text, at, end);
  // 由××处负责, 公司××部: an office, not a count.
  const here =
    found && /^[部处组队班]$/.test(found.unit) && /(?:公司|集团|局|委|厅|校|院|单位|由|经|向|报)$/.test(left) ? undefined : found;
  if (here) {
    const after = text.slice(here.end, Math.min(end, here.end + 4));
    const kind =
      here.kind === 'date' || here.unit === '分' || here.unit === '点'
        ? dateOrLength(here.unit, left.replace(/[：:]$/, ''), after)
        : here.kind;
    // 投资*个亿, 产值*万: of money the sum is said without its 元.
    if (/^(?:个?亿|万)$/.test(here.unit) && moneyBefore.test(left)) return { kind: 'money', unit: here.unit };
    const every = kind === 'count' ? periodIn(left) : undefined;
    return {
      kind,
      unit: here.unit,
      ...(here.approximate ? { approximate: true as const } : {}),
      ...(every !== undefined ? { period: every } : {}),
    };
  }
  if (text.startsWith('-fold', at)) return { kind: 'multiple', unit: 'fold' };
  const word = englishUnitAt(text, at, end);
  if (!word) return undefined;
  // Due on the ____ day of each month.
  if (word.unit === 'day' && /\bthe$/.test(left)) return { kind: 'date' };
  const money =
    word.scale === true &&
    /revenue|budget|cost|sales|invest|fund|saving|profit|spend|turnover|expenditure|income|worth|loan|RMB|USD|EUR|GBP|yuan/i.test(
      text.slice(Math.max(around.start, around.from - 48), around.from),
    );
  return { kind: money ? 'money' : word.kind, unit: word.unit };
}

const moneyBefore =
  /(?:投资|资金|产值|收入|利润|税收|税额|贷款|营收|资产|存款|总额|销售额|债务|融资|授信|额|款|费)(?:约|近|超|达|达到|共|共计|为|超过|突破|完成)?$/;

const lengthBefore =
  /(?:期限?|期限?为|为期|连续|近|历时|从事|工作|任职|经营|服务|徒刑|拘役|管制|满|超过|不少于|不低于|不超过|达|使用|有效期|最近|过去|未来|今后|长达|已有|时间|累计|每|第|期间|质保|保修|约|共|经过|用|提前|延长|逾期|迟于|早于)$/;
const lengthAfter = /^(?:以上|以下|以内|内|期|来|间|后|多|左右|余|之内|届满|工龄|时间)/;

const daysBefore = /(?:连续|满|整顿|停[业产课工]|拘留|休息|请假|放假|期限?为?|不超过|不少于|共|每|每隔|逾期)$/;

/** 年, 月, 日, 时, 分 name a point of time or say how long something takes. */
function dateOrLength(unitWord: string, left: string, after: string): DatumKind {
  if (unitWord === '分') return /(?<!小)时$|点$|(?<!小)时[*×Xx_]+$|点[*×Xx_]+$/.test(left) ? 'date' : 'count';
  if (unitWord === '点')
    return /[日午晚晨早间于在至到]$/.test(left) || /^(?:前|整|半|以前|[*×Xx_\d]{1,2}分)/.test(after) ? 'date' : 'count';
  if (unitWord === '年') return lengthBefore.test(left) || lengthAfter.test(after) ? 'count' : 'date';
  if (unitWord === '日') return !left.endsWith('月') && (/^(?:内|以内|后|之内)/.test(after) || daysBefore.test(left)) ? 'count' : 'date';
  return 'date';
}

/** 每月, 每半年 … in the words before a mark, in the same clause. */
function periodIn(left: string): string | undefined {
  const clause = left.slice(Math.max(...['，', '。', '；', '：', '、', ',', '（'].map((mark) => left.lastIndexOf(mark))) + 1);
  return /(?:每(?:半|两|双|隔)?(?:个)?(?:天|日|周|旬|月|季度|季|学期|年度|年|班|个月)|月均|年均|日均|周均)(?!.*每)/.exec(clause)?.[0];
}

/** 星期×. */
export function weekday({ left, text, from }: Around): Meaning | undefined {
  return /(?:星期|礼拜|[（(]周)$/.test(left) && '期拜周'.includes(text[from - 1] ?? '\n') ? { kind: 'date' } : undefined;
}

/** 强度＿＿DDDs, 日均XXt: some unit of measure in Latin letters right behind the mark. */
export function measured({ text, to, end, left }: Around): Meaning | undefined {
  if (!/[\u4e00-\u9fff约为达于]$/.test(left)) return undefined;
  const unit = /^[A-Za-zμ][A-Za-z]{0,4}(?:[/·][A-Za-z]{1,5}\d?)?(?![A-Za-z])/.exec(text.slice(to, Math.min(end, to + 14)))?.[0];
  return unit === undefined || /^(?:OA|IT|AI|App|APP|PPT|Word|PDF)$/.test(unit) ? undefined : { kind: 'count', unit };
}

/** 第*合同段, 第X实验: a number in a row. */
export function ordinal({ left, right }: Around): Meaning | undefined {
  return left.endsWith('第') && !/^(?:人民医院|医院|中学|小学|幼儿园|初级|高级|党支部)/.test(right) ? { kind: 'count' } : undefined;
}

/** 由91.2%提高到【】, 同比增长（待核）: the value is of the kind that it is compared with. */
export function compared({ left, right }: Around): Meaning | undefined {
  if (/(?:同比|环比|较上年|比上年|比去年)(?:(?:增长|下降|上升|提高|降低|减少|增加)了?)?$/.test(left) && !/^[/／]/.test(right))
    return { kind: 'percent' };
  return /[%％][\u4e00-\u9fff]{0,4}(?:到|至|为)$/.test(left) ? { kind: 'percent' } : undefined;
}
