import { area, atMost, type Check, cell, near, same, smallCell } from './check.ts';
import type { Sheet } from './sheet.ts';

const words = (line: { readonly text: string } | undefined): string => (line?.text ?? '').replace(/\s/g, '');
const last = (sheet: Sheet): number => sheet.pages.length;
const rule = async (sheet: Sheet, index: number) => {
  const found = (await sheet.rules(last(sheet))).filter(({ color }) => color === 'black').at(index);
  if (found === undefined) throw new Error(`No rule ${index} on the last page.`);
  return found;
};
const numberInk = async (sheet: Sheet, page: number) => {
  const line = sheet.number(page);
  if (line === undefined) throw new Error(`Page ${page} has no number.`);
  return { all: await sheet.edges(line, page), dash: await sheet.edges({ ...line, right: line.left + 2.2, left: line.left }, page) };
};

/** Imprint, page numbers, landscape tables: clauses 7.4, 7.5 and 8. */
export const footChecks: readonly Check[] = [
  same('7.4.1', 'three rules on the last page', '3', async (sheets) =>
    String((await sheets('general').rules(last(sheets('general')))).length),
  ),
  near('7.4.1', 'first rule 0.35 mm thick', 0.35, 0.1, async (sheets) => (await rule(sheets('general'), 0)).thickness),
  near('7.4.1', 'middle rule 0.25 mm thick', 0.25, 0.1, async (sheets) => (await rule(sheets('general'), 1)).thickness),
  near('7.4.1', 'last rule 0.35 mm thick', 0.35, 0.1, async (sheets) => (await rule(sheets('general'), 2)).thickness),
  near('7.4.1', 'rules as wide as the type area', area.width, 1, async (sheets) => {
    const { left, right } = await rule(sheets('general'), 0);
    return right - left;
  }),
  near('7.4.1', 'last rule on the type area’s lower edge', area.bottom, 1, async (sheets) => {
    const { top, thickness } = await rule(sheets('general'), 2);
    return top + thickness / 2;
  }),
  same('7.4.2', '抄送 in 4号仿宋', '仿宋 14 pt', async (sheets) => sheets('general').font('抄送：')),
  near('7.4.2', '抄送 one character from the left', area.left + smallCell, 1, async (sheets) => sheets('general').line('抄送：').left),
  atMost('7.4.2', '抄送 ends no nearer to the right than one character', area.right - smallCell, 1, async (sheets) => {
    const sheet = sheets('general');
    return sheet.line('抄送：').right;
  }),
  near('7.4.2', 'lines that go on align after the colon', area.left + 4 * smallCell, 1, async (sheets) => {
    const sheet = sheets('general');
    const page = last(sheet);
    const next = sheet.lines(page)[sheet.indexOf('抄送：', page) + 1];
    if (next === undefined) throw new Error('抄送 takes one line.');
    return next.left;
  }),
  same('7.4.2', '抄送 ends with 。', '。', async (sheets) => {
    const sheet = sheets('general');
    const page = last(sheet);
    return words(sheet.lines(page)[sheet.indexOf('青山市档案局办公室', page) - 1]).slice(-1);
  }),
  same(
    '7.4.3',
    'printing organ and date in 4号仿宋, 印发 after the date',
    '仿宋 14 pt, 青山市档案局办公室2026年11月20日印发',
    async (sheets) => {
      const sheet = sheets('general');
      return `${sheet.font('青山市档案局办公室')}, ${words(sheet.line('青山市档案局办公室'))}`;
    },
  ),
  near(
    '7.4.3',
    'printing organ one character from the left',
    area.left + smallCell,
    1,
    async (sheets) => sheets('general').line('青山市档案局办公室').left,
  ),
  near(
    '7.4.3',
    'printing date one character from the right',
    area.right - smallCell,
    1,
    async (sheets) => sheets('general').line('青山市档案局办公室').right,
  ),
  same('7.5', 'page number in 4号宋体 digits, a dash on either side', '宋体 14 pt, —1—', async (sheets) => {
    const sheet = sheets('full');
    return `${sheet.font('—1—', 1)}, ${words(sheet.number(1))}`;
  }),
  near('7.5', 'the dash 7 mm below the type area', 7, 1, async (sheets) => {
    const { dash } = await numberInk(sheets('full'), 1);
    return (dash.top + dash.bottom) / 2 - area.bottom;
  }),
  near(
    '7.5',
    'odd page: one character from the right',
    area.right - cell,
    1,
    async (sheets) => (await numberInk(sheets('full'), 1)).all.right,
  ),
  near(
    '7.5',
    'even page: one character from the left',
    area.left + cell,
    1,
    async (sheets) => (await numberInk(sheets('full'), 2)).all.left,
  ),
  same('7.5', 'numbers go on through the attachments', 'yes', async (sheets) => {
    const sheet = sheets('general');
    const numbers = sheet.pages.map((_, index) => words(sheet.number(index + 1)));
    return numbers.every((number, index) => number === `—${index + 1}—`) ? 'yes' : numbers.join(' ');
  }),
  same('8', 'landscape table on a page turned on its side', '297 × 210 mm', async (sheets) => {
    const page = sheets('turned').pages[1];
    return `${Math.round(((page?.width ?? 0) * 25.4) / 72)} × ${Math.round(((page?.height ?? 0) * 25.4) / 72)} mm`;
  }),
  near(
    '8',
    'page number stays where it is on an upright sheet: the dash 7 mm below the type area',
    7,
    1,
    async (sheets) => (await turnedNumber(sheets('turned'), 2)).below,
  ),
  near(
    '8',
    'even page: one character from the upright sheet’s left edge',
    area.left + cell,
    1,
    async (sheets) => (await turnedNumber(sheets('turned'), 2)).left,
  ),
  near(
    '8',
    'odd page: one character from the upright sheet’s right edge',
    area.right - cell,
    1,
    async (sheets) => (await turnedNumber(sheets('turned'), 3)).right,
  ),
  near(
    '8',
    'head of the table towards the upright sheet’s left: the binding edge of odd pages, the cutting edge of even ones',
    area.left,
    6,
    async (sheets) => {
      // The sheet lies with its left edge on top; the caption is the uppermost thing right of the number at the edge.
      const picture = await sheets('turned').picture(2);
      return picture.edges({ left: 40, right: 280, top: 5, bottom: 200 })?.top ?? 0;
    },
  ),
];

/** The number of a page on its side, in the places of the upright sheet: its left edge is on top, its lower one at the left. */
async function turnedNumber(
  sheet: Sheet,
  page: number,
): Promise<{ readonly below: number; readonly left: number; readonly right: number }> {
  const picture = await sheet.picture(page);
  const strip = { left: 18, right: 34 };
  const all = picture.edges({ ...strip, top: 0, bottom: 210 });
  const dash = all && picture.edges({ ...strip, top: all.top, bottom: all.top + 2.2 });
  if (all === undefined || dash === undefined) throw new Error(`Page ${page} has no number at its left edge.`);
  return { below: 297 - (dash.left + dash.right) / 2 - area.bottom, left: all.top, right: all.bottom };
}
