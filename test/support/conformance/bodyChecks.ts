import { area, type Check, cell, empty, gridLine, near, pitch, same } from './check.ts';
import type { Sheet } from './sheet.ts';

const centre = ({ left, right }: { readonly left: number; readonly right: number }): number => (left + right) / 2;
/** The first line of the title: the one before the next, since the mark begins with the same words. */
const titleOf = (sheet: Sheet) => lineAfter(sheet, '关于开展', -1).line;
const middle = (area.left + area.right) / 2;
const lineAfter = (sheet: Sheet, start: string, by = 1) => {
  const page = sheet.pageWith(start);
  const line = sheet.lines(page)[sheet.indexOf(start, page) + by];
  if (line === undefined) throw new Error(`Nothing follows ${start}.`);
  return { line, page };
};
const inkAfter = async (sheet: Sheet, start: string, by = 1) => {
  const { line, page } = lineAfter(sheet, start, by);
  return await sheet.edges(line, page);
};
const words = (line: { readonly text: string }): string => line.text.replace(/\s/g, '');

/** Title, body, signature and attachments: clause 7.3. */
export const bodyChecks: readonly Check[] = [
  same('7.3.1', 'title in 2号小标宋', '小标宋 22 pt', async (sheets) => sheets('general').font('档案库房安全检查')),
  empty('7.3.1', 'title two empty lines below the rule', 2, async (sheets) => {
    const sheet = sheets('general');
    const [rule] = await sheet.rules(1);
    return [(rule?.top ?? 0) + (rule?.thickness ?? 0), (await sheet.edges(titleOf(sheet), 1)).top];
  }),
  near('7.3.1', 'title centred', middle, 1, async (sheets) => {
    const { left, right } = sheets('general').line('关于开展');
    return (left + right) / 2;
  }),
  same(
    '7.3.1',
    'title broken where the sense allows, in a trapezoid or a diamond',
    '青山市档案局 / 关于开展档案库房安全检查的通知',
    async (sheets) => {
      const sheet = sheets('general');
      return `${words(titleOf(sheet))} / ${words(sheet.line('关于开展'))}`;
    },
  ),
  empty('7.3.2', 'addressee one empty line below the title', 1, async (sheets) => {
    const sheet = sheets('general');
    const last = lineAfter(sheet, '各县（区）', -1);
    return [(await sheet.edges(last.line, last.page)).bottom, (await sheet.ink('各县（区）')).top];
  }),
  near('7.3.2', 'addressee flush left', area.left, 1, async (sheets) => sheets('general').line('各县（区）').left),
  same('7.3.2', 'addressee ends with a full-width colon', '：', async (sheets) => words(sheets('general').line('各县（区）')).slice(-1)),
  near('7.3.3', 'paragraphs begin two characters in', area.left + 2 * cell, 1, async (sheets) => sheets('general').line('为保证档案').left),
  near(
    '7.3.3',
    'lines that go on begin at the edge',
    area.left,
    1,
    async (sheets) => (await inkAfter(sheets('general'), '为保证档案')).left,
  ),
  same('7.3.3', 'first level “一、” in 3号黑体', '黑体 16 pt', async (sheets) => sheets('general').font('一、检查内容')),
  same('7.3.3', 'second level “（一）” in 3号楷体', '楷体 16 pt', async (sheets) => sheets('general').font('（一）温湿度')),
  same('7.3.3', 'third level “1.” in 3号仿宋', '仿宋 16 pt', async (sheets) =>
    sheets('general').font('库房', sheets('general').pageWith('1.库房')),
  ),
  same('7.3.3', 'fourth level “（1）” in 3号仿宋', '仿宋 16 pt', async (sheets) => sheets('general').font('记录方式')),
  empty('7.3.4', 'attachment note one empty line below the body', 1, async (sheets) => {
    const sheet = sheets('general');
    return [(await inkAfter(sheet, '附件：1.', -1)).bottom, (await sheet.ink('附件：1.')).top];
  }),
  near('7.3.4', 'attachment note two characters in', area.left + 2 * cell, 1, async (sheets) => sheets('general').line('附件：1.').left),
  near('7.3.4', 'a name that goes on aligns under its first character', 0, 1, async (sheets) => {
    const sheet = sheets('general');
    const page = sheet.pageWith('附件：1.');
    const first = sheet.line('附件：1.');
    // The name's first character follows the label, the number and its dot: five characters and one.
    const name = await sheet.edges({ ...first, left: area.left + 6 * cell + 1.6 }, page);
    return (await inkAfter(sheet, '附件：1.')).left - name.left;
  }),
  same('7.3.4', 'no mark after an attachment’s name; none before the name of a single one', '附件：值班表', async (sheets) =>
    words(sheets('noted').line('附件：')),
  ),
  near(
    '7.3.5.1',
    'sealed: date ends four characters from the right',
    area.right - 4 * cell,
    1,
    async (sheets) => sheets('sealed').line('2026年9月8日').right,
  ),
  near('7.3.5.1', 'sealed: signature centred above the date', 0, 1, async (sheets) => {
    const sheet = sheets('sealed');
    return centre(signatureOf(sheet, '2026年9月8日')) - centre(sheet.line('2026年9月8日'));
  }),
  near(
    '7.3.5.1',
    'sealed: a seal of 42 mm, signature and date a little below its middle, begins within one line of the text',
    pitch / 2,
    pitch / 2,
    async (sheets) => {
      const sheet = sheets('sealed');
      const page = sheet.pageWith('2026年9月8日');
      const [organ, date] = [await sheet.edges(signatureOf(sheet, '2026年9月8日'), page), await sheet.ink('2026年9月8日')];
      // Half a line below its middle.
      const sealTop = (organ.top + date.bottom) / 2 - pitch / 2 - 21;
      return sealTop - (await sheet.ink('妥否', page)).bottom;
    },
  ),
  empty('7.3.5.2', 'unsealed: signature one empty line below the text', 1, async (sheets) => {
    const sheet = sheets('short');
    return [(await sheet.ink('妥否')).bottom, (await sheet.ink('值班室')).top];
  }),
  near(
    '7.3.5.2',
    'unsealed: signature ends two characters from the right',
    area.right - 2 * cell,
    1,
    async (sheets) => signatureOf(sheets('longOrgan'), '2026年1月5日').right,
  ),
  near('7.3.5.2', 'unsealed: the date begins two characters right of the signature', 2 * cell, 1, async (sheets) => {
    const sheet = sheets('longOrgan');
    return sheet.line('2026年1月5日').left - signatureOf(sheet, '2026年1月5日').left;
  }),
  near(
    '7.3.5.2',
    'unsealed: a date longer than the signature ends two characters from the right',
    area.right - 2 * cell,
    1,
    async (sheets) => sheets('short').line('2026年1月5日').right,
  ),
  near('7.3.5.2', 'unsealed: … and the signature begins two characters left of it', 2 * cell, 1, async (sheets) => {
    const sheet = sheets('short');
    return sheet.line('2026年1月5日').left - sheet.line('值班室').left;
  }),
  empty('7.3.5.3', 'stamped: two empty lines below the text', 2, async (sheets) => {
    const sheet = sheets('stamped');
    return [(await sheet.ink('妥否')).bottom, (await sheet.ink('局长')).top];
  }),
  near(
    '7.3.5.3',
    'stamped: the stamp ends four characters from the right',
    area.right - 4 * cell,
    1,
    async (sheets) => sheets('stamped').line('局长').right,
  ),
  near('7.3.5.3', 'stamped: the post two characters left of the stamp', 2 * cell, 1, async (sheets) => {
    const sheet = sheets('stamped');
    const line = sheet.line('局长');
    const page = sheet.pageWith('局长');
    const post = await sheet.edges(line, page, 'black');
    return (await sheet.edges(line, page, 'red')).left - post.right;
  }),
  empty('7.3.5.3', 'stamped: the date one empty line below the stamp', 1, async (sheets) => {
    const sheet = sheets('stamped');
    return [(await sheet.ink('局长')).bottom, (await sheet.ink('2026年9月8日')).top];
  }),
  near(
    '7.3.5.3',
    'stamped: the date ends four characters from the right',
    area.right - 4 * cell,
    1,
    async (sheets) => sheets('stamped').line('2026年9月8日').right,
  ),
  same('7.3.5.4', 'date in Arabic digits, year in full, month and day without leading zeros', '2026年9月8日', async (sheets) =>
    words(sheets('sealed').line('2026年9月8日')),
  ),
  near(
    '7.3.6',
    'note (附注) on the line below the date',
    1,
    0.1,
    async (sheets) => {
      const sheet = sheets('general');
      const page = signaturePage(sheet);
      return (
        (await gridLine(sheets, await sheet.ink('（联系人', page))) - (await gridLine(sheets, await sheet.ink('2026年11月18日', page)))
      );
    },
    'line',
  ),
  near('7.3.6', 'note two characters in', area.left + 2 * cell, 1.6, async (sheets) => sheets('general').line('（联系人').left),
  same('7.3.7', 'each attachment on a new page, after the signature', 'yes', async (sheets) => {
    const sheet = sheets('general');
    const [signed, first, second] = [signaturePage(sheet), attachmentPage(sheet, '附件1'), attachmentPage(sheet, '附件2')];
    return signed < first && first < second ? 'yes' : `pages ${signed}, ${first}, ${second}`;
  }),
  near(
    '7.3.7',
    '附件1 on line 1',
    1,
    0.1,
    async (sheets) => gridLine(sheets, await sheets('general').ink('附件1', attachmentPage(sheets('general'), '附件1'))),
    'line',
  ),
  near(
    '7.3.7',
    '附件1 flush left',
    area.left,
    1,
    async (sheets) => (await sheets('general').ink('附件1', attachmentPage(sheets('general'), '附件1'))).left,
  ),
  same('7.3.7', '附件1 in 3号黑体', '黑体 16 pt', async (sheets) =>
    sheets('general').font('附件', attachmentPage(sheets('general'), '附件1')),
  ),
  near(
    '7.3.7',
    'attachment’s title on line 3',
    3,
    0.35,
    async (sheets) => gridLine(sheets, await sheets('general').ink('整改台账', attachmentPage(sheets('general'), '附件2'))),
    'line',
  ),
  near('7.3.7', 'attachment’s title centred', middle, 1, async (sheets) => {
    const { left, right } = await sheets('general').ink('整改台账', attachmentPage(sheets('general'), '附件2'));
    return (left + right) / 2;
  }),
  same('7.3.7', 'body of an attachment as the body: 3号仿宋', '仿宋 16 pt', async (sheets) => sheets('general').font('台账由各单位')),
];

const attachmentPage = (sheet: Sheet, mark: string): number =>
  sheet.pages.findIndex(({ lines }) => lines.some((line) => words(line) === mark)) + 1;

const signaturePage = (sheet: Sheet): number => sheet.pageWith('2026年11月18日');
/** The line above the date. */
const signatureOf = (sheet: Sheet, date: string) => lineAfter(sheet, date, -1).line;
