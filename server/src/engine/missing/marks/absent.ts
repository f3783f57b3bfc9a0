import { isHan } from '../chars.ts';
import type { Scan } from '../mark.ts';
import { unitAt } from '../words/units.ts';
import { WordTable } from '../wordTable.ts';

/** Verbs and adverbs that a number must follow before a unit: 共召开次会议. */
const numberVerbs = new WordTable(
  `召开 共召开 开展 学习 组织 举办 完成 发放 新增 累计 共计 总计 合计 达到 培训 检查 排查 接待 受理 办理 走访 慰问 整改 投入 实现 建成 签订 印发 制定 出台 修订 提出 收到 化解 处置 查处 立案 达 增长 下降 同比增长 同比下降 提高 减少 增加 上升 提升 筹集 拨付 争取 协调资金 资金 总额 共 约 支出 收入 节约 降低 超过 占 占比 每月 每季度 每年 每周 每半月`,
);
/** Units that no other word begins with after such a verb. */
const strongUnits = new WordTable(
  '次 人次 场次 余次 余人 余项 余名 余份 余家 余户 余件 余元 余万元 余亿元 万元 亿元 个百分点 % ％ 项 份 场 条',
);
const lonelyVerbs = new Set(['共', '约', '达', '占', '资金', '总额', '收入', '支出', '累计']);
const weakUnits = new Set(['项', '份', '场', '条', '次']);

/** 余 after these, and after a numeral, is part of another word or of a number: 剩余, 其余, 业余, 十余. */
const notBeforeRest = /[剩其多业盈节结富残冗编课工之有无空年岁月日天十百千万亿两数半一二三四五六七八九零〇几]/;
const restUnits = new WordTable(
  '余次 余人 余人次 余项 余名 余份 余家 余户 余件 余条 余个 余元 余万元 余亿元 余万人 余亩 余万人次 余篇 余场 余处 余起',
);

/** A number that is simply not there. The finding stands on the unit; the value goes in before it. */
export function matchAbsent(scan: Scan, at: number): number {
  const { text, start, end } = scan;
  if (text[at] === '号') return absentNumber(scan, at);
  if (text[at] === '余' && at > start && isHan(text.charCodeAt(at - 1)) && !notBeforeRest.test(text[at - 1] ?? '')) {
    const rest = restUnits.at(text, at, end);
    if (rest === undefined || unitAt(text, at, end) === undefined) return at + 1;
    scan.marks.push({ start: at, end: at + rest.length, certainty: 'maybe', insertAt: at });
    return at + rest.length;
  }
  // After a figure, a blank or a point nothing is missing.
  if (at === start || !isHan(text.charCodeAt(at - 1))) return at + 1;
  const bare = isBareUnit(text, at, start, end);
  if (bare) {
    scan.marks.push({ start: at, end: at + 1, certainty: 'maybe', insertAt: at });
    return at + 1;
  }
  const verb = numberVerbs.before(text, at, start);
  if (verb === undefined) return at + 1;
  const unit = strongUnits.at(text, at, end);
  if (unit === undefined || unitAt(text, at, end) === undefined) return at + 1;
  if (weakUnits.has(unit)) {
    // 检查项, 培训条: the unit is part of a noun where nothing is counted behind it.
    if (unit !== '次' && !isHan(text.charCodeAt(at + unit.length))) return at + 1;
    if (lonelyVerbs.has(verb) && isHan(text.charCodeAt(at + unit.length)) && verb !== '共') return at + 1;
    if (verb === '共' && at - 2 >= start && isHan(text.charCodeAt(at - 2)) && !/[年月总一]/.test(text[at - 2] ?? '')) return at + 1;
    if (unit !== '次' && isHan(text.charCodeAt(at + unit.length)) && /^[一-龥][，。；、：）]/.test(text.slice(at + 1, at + 3)))
      return at + 1;
  }
  scan.marks.push({ start: at, end: at + unit.length, certainty: 'maybe', insertAt: at });
  return at + unit.length;
}

/** `〔2024〕号`: the document's number is not there. */
function absentNumber({ text, start, marks }: Scan, at: number): number {
  if (at - 3 >= start && /\d[〕］\]]$/.test(text.slice(at - 2, at)))
    marks.push({ start: at, end: at + 1, certainty: 'maybe', insertAt: at });
  return at + 1;
}

/** 发现问题个，: no clause ends so. 整改率%: a rate without its figure. */
function isBareUnit(text: string, at: number, start: number, end: number): boolean {
  const left = text[at - 1] ?? '';
  if (text[at] === '%' || text[at] === '％') return '率比重'.includes(left);
  if (text[at] !== '个' || at - 1 <= start || notBeforePiece.test(left)) return false;
  return at + 1 >= end || '，。；、,;'.includes(text[at + 1] ?? '\n');
}

const notBeforePiece = /[一二两三四五六七八九十百千万亿几数半多某整逐挨各每这那哪个单矮高大小首末]/;
