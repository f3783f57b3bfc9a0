import { arabic, type CrossReference, chinese, isAt, match, mention, part, type Reading, type ReferenceKind } from './reference.ts';

/** Words before 图 and 表: without one of them, it may be the end of another word (地图, 报表, 代表). */
const beforeCaption =
  /[\s\u3000见見如和与與及至由从從以按在于於据據照对對把将將参參看中是为為比较較合同并並则則而或到考用即阅閱的，。；：、！？,;:（(“"‘「|：]$|[如见見][上下]$|^$/;
/** What is counted, so that the number is no name: 表1月, 图3册. Digits and letters go on with the number, or make it another word. */
const counted =
  /[\s\u3000]?(?:[篇个個次张張天份月年日册冊幅人户戶件套台批页頁季亿億万萬千百届屆号號米岁歲倍家%％℃]|[项項](?!目)|名(?![称稱])|[条條](?![目款])|期(?![间間])|[A-Za-z0-9０-９Ａ-Ｚａ-ｚ]|[.．][0-9])/y;
/** After 图一 and in a list (图1、2): what may follow a number that is a name. A Chinese numeral often begins a word: 图一致. */
const mayFollow = /$|[所中的是为為可显顯示列反和与與及或、，,。；;：:！？）)】」”’"'至到—–～~\s\u3000|]/y;

/** 图1 or 表1, where the word is none of the end of another one. */
export const captioned =
  (kind: 'figure' | 'table'): Reading =>
  (text, at) =>
    beforeCaption.test(text.slice(Math.max(0, at - 2), at)) ? numbered(text, at, at + 1, kind) : undefined;

export const attachment: Reading = (text, at) => (text.charAt(at + 1) === '件' ? numbered(text, at, at + 2, 'attachment') : undefined);

/** The first number of a mention, and those that follow in a list or as the end of a range. */
const plainNumber = new RegExp(`[ \\u3000]?(?:(${arabic})(?:[-.．‐](${arabic}))?|(${chinese}))`, 'y');
const listed = new RegExp(`[ \\u3000]?(?:([至到—–～~])|[、，,和与與及或])[ \\u3000]?(?:(${arabic})|(${chinese}))`, 'y');

/** 图1 · 图2-1 · 表一 · 附件1、2和3 · 表1—3. */
function numbered(text: string, start: number, at: number, kind: ReferenceKind): readonly CrossReference[] | undefined {
  const first = match(plainNumber, text, at);
  if (first === undefined) return undefined;
  let end = at + first[0].length;
  if (first[3] === undefined ? isAt(counted, text, end) : !isAt(mayFollow, text, end)) return undefined;
  const [, whole = '', after] = first;
  const parts =
    first[3] !== undefined
      ? [part(end - first[3].length, first[3], 'plain')]
      : after === undefined
        ? [part(end - whole.length, whole, 'plain')]
        : [part(end - after.length - 1 - whole.length, whole, 'plain'), part(end - after.length, after, 'plain')];
  const mentions = [mention(kind, start, end, parts)];
  for (let next = match(listed, text, end); next !== undefined; next = match(listed, text, end)) {
    const digits = (next[2] ?? next[3]) as string;
    const to = end + next[0].length;
    // 图1、2018年, 附件1和3个问题: numbers of something else.
    if (!isAt(mayFollow, text, to) || (next[3] === undefined) !== (first[3] === undefined)) break;
    end = to;
    mentions.push(mention(kind, to - digits.length, to, [part(to - digits.length, digits, 'plain')], next[1] !== undefined));
  }
  return mentions;
}
