import { crossReferencesIn } from '../syntax/crossReferences.ts';
import type { LineKind, LineSyntax } from '../syntax/lineSyntax.ts';
import { parseNumber } from '../syntax/numerals.ts';
import { pointWords } from '../syntax/points.ts';
import type { CrossReference } from '../syntax/references/reference.ts';
import type { Span } from '../text/position.ts';
import { sign } from './signs.ts';

/** Words of a line that rules compare with other lines. */
export type Mention = Span &
  (
    | { readonly kind: 'reference'; readonly to: CrossReference['kind']; readonly path: readonly number[]; readonly through: boolean }
    /** 见图* · 详见附件: no number, or one that is missing. */
    | { readonly kind: 'unnumbered'; readonly to: 'figure' | 'table' | 'attachment' }
    /** 请予批准 and its like, outside of quotes. */
    | { readonly kind: 'request' }
    /** A day on which something was done; `day` is its number as year × 10000 + month × 100 + day. */
    | { readonly kind: 'day'; readonly day: number }
    /** A list is announced, of the points that follow in the line or of the lines after it: 以下三个方面：. `start` to `end` is the number. */
    | { readonly kind: 'announcement'; readonly count: number }
    /** One point of a series alone in its paragraph: …：一是…, or with another word: 二要…, 第二，…. */
    | { readonly kind: 'ordinal'; readonly ordinal: number }
  );

const none: readonly Mention[] = Object.freeze([]);

/** Lines that are no running text. */
const silent: ReadonlySet<LineKind> = new Set([
  'blank',
  'frontMatter',
  'comment',
  'code',
  'title',
  'documentNumber',
  'caption',
  'attachmentNote',
  'attachmentStart',
  'pageBreak',
  'tableOfContents',
  'issueDate',
]);

function endsInColon(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last === 0xff1a || last === 0x3a;
}

/** What a line says of other lines. */
export function mentionsIn(text: string, { kind }: LineSyntax, points: readonly Span[], signs: number): readonly Mention[] {
  // Without a sign only an announcement is left: 存在以下四个问题：.
  if ((signs === 0 && points.length === 0 && !endsInColon(text)) || silent.has(kind)) {
    return none;
  }
  const found: Mention[] = [];
  if ((signs & sign.reference) !== 0) {
    references(text, found);
  }
  if ((signs & sign.request) !== 0) {
    requests(text, found);
  }
  if ((signs & sign.date) !== 0) {
    days(text, found);
  }
  const colon = (points[0]?.start ?? text.length) - 1;
  if (text.charAt(colon) === '：' || text.charAt(colon) === ':') {
    const announced = announcementAt(text, colon);
    if (announced !== undefined) found.push({ kind: 'announcement', ...announced });
  }
  if (kind === 'paragraph' && points.length === 0 && (signs & (sign.point | sign.ordinal)) !== 0) {
    const ordinal = singleOrdinal(text, signs);
    if (ordinal !== undefined) found.push(ordinal);
  }
  return found.length === 0 ? none : found;
}

const otherOrdinal = /^[\s\u3000]{0,16}(?:([一二三四五六七八九十]{1,3})要|[第其]([一二三四五六七八九十]{1,3})[，,、：:])/;

function singleOrdinal(text: string, signs: number): Mention | undefined {
  const word = (signs & sign.point) === 0 ? undefined : pointWords(text)[0];
  if (word !== undefined) {
    return { kind: 'ordinal', ...word };
  }
  const match = otherOrdinal.exec(text);
  const ordinal = match === null ? undefined : parseNumber((match[1] ?? match[2]) as string);
  return match === null || ordinal === undefined ? undefined : { kind: 'ordinal', ordinal, start: 0, end: match[0].length };
}

const mayRefer = /[图圖表]\s?[0-9０-９一二三四五六七八九十*＊×_＿]|附\s?件|\b(?:Fig|Tab|App|Att|Ann)/;
/** A lead without which a mention without a number may be anything: （见图*）, 详见附件. */
const unnumbered =
  /(?:(?:[详詳参參]?[见見]|如)(?:下|上)?)(?:([图圖表])\s?(?:[*＊×_＿]{1,4}|[XxＸ]{1,3})(?![0-9A-Za-z])|(附件)(?![0-9０-９一二三四五六七八九十*＊×XxＸ]))/g;

function references(text: string, found: Mention[]): void {
  if (!mayRefer.test(text)) {
    return;
  }
  for (const { kind, path, start, end, through } of crossReferencesIn(text)) {
    if (kind !== 'section' && found.length < mostMentions) {
      found.push({ kind: 'reference', to: kind, path, start, end, through: through === true });
    }
  }
  unnumbered.lastIndex = 0;
  for (let match = unnumbered.exec(text); match !== null && found.length < mostMentions; match = unnumbered.exec(text)) {
    const end = match.index + match[0].length;
    const to = match[2] !== undefined ? 'attachment' : match[1] === '表' ? 'table' : 'figure';
    const words = match[2] ?? match[0].slice(match[0].search(/[图圖表]/));
    found.push({ kind: 'unnumbered', to, start: end - words.length, end });
  }
}

/** Words that ask a higher organ to decide, at the end of a clause. */
const request =
  /(?:(?:妥否|当否|可否|是否妥当|是否可行)[，,]?)?(?:恳请|敬请|谨请|请|请求)(?:上级|贵[局厅委府部办]|[市省县区]委?|市政府|省政府|县政府|领导|党委|党组|人民政府|予以|及时|尽快|研究|审定|给予|予)?(?:予以|给予|研究|尽快|及时)?(?:批示|批复|批准|审批|审核批准|核准|支持解决|协调解决|帮助解决|拨付|拨款|解决为盼)(?=[。；，！.;,!]|$)/g;

/** 请县政府予以拨付救灾资金: with an organ above that is to give something. */
const requestTo =
  /(?:恳请|敬请|请)(?:上级|贵|[省市县区][\u3400-\u9fff]{0,6}(?:政府|局|厅|委|部|党委))[^，。；：]{0,4}?(?:予以|给予|帮助|协调)(?:拨付|批准|批复|支持|解决|安排|追加|增拨)(?=[\u3400-\u9fff0-9]{0,16}[。；，！]|$)/g;

function requests(text: string, found: Mention[]): void {
  for (const pattern of [request, requestTo]) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null && found.length < mostMentions; match = pattern.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      const isKnown = found.some((other) => other.kind === 'request' && other.start < end && start < other.end);
      // What somebody is told to do, or did: 及时报请批准, 已申请批准, 提出请予批准的要求.
      if (!isKnown && !isQuoted(text, start) && !reported.test(text.slice(Math.max(0, start - 2), start))) {
        found.push({ kind: 'request', start, end });
      }
    }
  }
}

const reported = /[申报提呈敦邀聘宴约需须应可要]$|(?:不得|不再|必须|应当)$/;

const day = /([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日/g;
const future =
  /将|拟|计划|预计|争取|力争|确保|以前|之前|前[，。；完]|定于|施行|实施|生效|起[，。；执实施]|截止|届满|到期|有效期|为期|下一步|至[0-9]|日期?—|举行|召开(?!了)|期限|应当?|要求|须|安排/;
const done = /^(?:[，,]?(?:[^，。；]{0,30}?)(?:已经?|召开了|开展了|组织了|印发了|下发了|完成了|举办了|发生|收到|通过了))/;

/** Days on which, by the sentence's own words, something had happened. */
function days(text: string, found: Mention[]): void {
  if (!text.includes('年')) {
    return;
  }
  day.lastIndex = 0;
  for (let match = day.exec(text); match !== null && found.length < mostMentions; match = day.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - longestSentence), start).replace(/^.*。/s, '');
    const after = text.slice(end, end + longestSentence).replace(/。.*$/s, '');
    const upTo = /(?:截至|截止到?)(?:目前)?[（(]?$/.test(before);
    if (
      (upTo || done.test(after)) &&
      !future.test(upTo ? after.slice(0, 2) : before.slice(-20) + after.slice(0, 40)) &&
      !isQuoted(text, start)
    ) {
      found.push({ kind: 'day', day: Number(match[1]) * 10000 + Number(match[2]) * 100 + Number(match[3]), start, end });
    }
  }
}

const number = '[一二两三四五六七八九十]{1,2}|[0-9]{1,2}';
/** Things that are listed point by point. */
const listed =
  '方面|措施|问题|原因|做法|工作|任务|要求|意见|建议|重点|环节|步骤|举措|差距|不足|特点|经验|体会|变化|机制|原则|目标|抓手|启示|成效|亮点|短板|事项|内容|情况|困难|优势|阶段|关键';
const announcing = new RegExp(
  `(?<![第每近约超数前后0-9一二三四五六七八九十几])(${number})(?:(?:个|项|大|种|类|方面)[^，。；：、一二三四五六七八九十0-9]{0,10}?(?:${listed})|条(?:${listed})?|点(?:${listed})?|个?方面(?:[抓做推着入发开进加落][^，。；：、一二三四五六七八九十0-9]{0,8})?|类|项)(?:如下|是|为|有)?$`,
);

/** The number of a list that is announced right before the colon at `colon`. */
function announcementAt(text: string, colon: number): { readonly count: number; readonly start: number; readonly end: number } | undefined {
  const from = Math.max(0, colon - 28);
  const clause = text.slice(from, colon);
  const match = announcing.exec(clause);
  if (match === null) {
    return undefined;
  }
  const count = match[1] === '两' ? 2 : parseNumber(match[1] as string);
  const start = from + match.index;
  return count === undefined || count < 2 || count > 20 || isQuoted(text, start)
    ? undefined
    : { count, start, end: start + (match[1] as string).length };
}

/** A quote that began further back than this was not closed. */
const longestQuote = 300;
/** Of one sort in one line. No report has more; a line that is no text must not cost more. */
const mostMentions = 100;
/** How far a sentence reaches, as far as a day is concerned. */
const longestSentence = 200;

/** Whether a column lies between quotes or title marks. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longestQuote), at);
  for (const [open, close] of [
    ['“', '”'],
    ['《', '》'],
    ['「', '」'],
    ['『', '』'],
  ] as const) {
    if (before.lastIndexOf(open) > before.lastIndexOf(close)) {
      return true;
    }
  }
  return false;
}

/** The same mentions at the same places. */
export const sameMentions = (a: readonly Mention[], b: readonly Mention[]): boolean =>
  a.length === b.length && a.every((mention, i) => JSON.stringify(mention) === JSON.stringify(b[i]));
