import { area, type Check, cell, drop, empty, gridLine, near, type Sheets, same } from './check.ts';

const yes = (is: boolean): string => (is ? 'yes' : 'no');
/** A line of 28 characters; its edges are those of the characters' cells. */
const fullLine = (sheets: Sheets) => sheets('full').lines(1)[1] ?? { left: 0, right: 0 };
/** The edges of all lines of a page, leading and all. */
async function linesOf(sheets: Sheets, name: 'fullLines' | 'inkLines') {
  const found = (await sheets(name).picture(1)).edges({ left: 10, right: 200, top: 20, bottom: 290 }, 'grey');
  if (found === undefined) throw new Error('No shading.');
  return found;
}

/** Paper, type area and the head: clauses 5 and 7.2. */
export const headChecks: readonly Check[] = [
  near('5.1', 'paper 210 mm wide (A4)', 210, 0.5, async (sheets) => ((sheets('full').pages[0]?.width ?? 0) * 25.4) / 72),
  near('5.1', 'paper 297 mm high (A4)', 297, 0.5, async (sheets) => ((sheets('full').pages[0]?.height ?? 0) * 25.4) / 72),
  near(
    '5.2.1',
    'upper margin (天头) 37 mm, to the upper edge of line 1',
    37,
    1,
    async (sheets) => (await linesOf(sheets, 'fullLines')).top,
  ),
  near('5.2.1', 'type area (版心) 225 mm high: 22 lines with their leading', 225, 1, async (sheets) => {
    const { top, bottom } = await linesOf(sheets, 'fullLines');
    return bottom - top;
  }),
  near('5.2.1', 'upper margin 37 mm, to the ink as Word centres it in its line (layout gb33476)', 37, 1, async (sheets) => {
    const ink = await sheets('inkLines').edges(inkArea, 1);
    return ink.top - (await drop(sheets, 'inkLines'));
  }),
  near('5.2.1', 'type area 225 mm high, from ink to ink (layout gb33476)', 225, 1, async (sheets) => {
    const { top, bottom } = await sheets('inkLines').edges(inkArea, 1);
    return bottom - top;
  }),
  near('5.2.1', 'left margin (订口) 28 mm', 28, 1, async (sheets) => fullLine(sheets).left),
  near('5.2.1', 'type area 156 mm wide: 28 characters', 156, 1, async (sheets) => fullLine(sheets).right - fullLine(sheets).left),
  same('5.2.2', 'body in 3号仿宋', '仿宋 16 pt', async (sheets) => sheets('general').font('为保证档案实体安全')),
  same('5.2.3', '22 lines on every full page (100 pages)', '22 on 100 pages', async (sheets) => {
    const { pages } = sheets('full');
    const counts = pages.map(({ lines }) => lines.filter(({ text }) => text.startsWith('国')).length);
    return `${[...new Set(counts)].join(', ')} on ${pages.length} pages`;
  }),
  same('5.2.3', '28 characters on every full line (100 pages)', '28 on 2199 lines', async (sheets) => {
    const lengths = sheets('full')
      .pages.flatMap(({ lines }) => lines.map(({ text }) => text))
      // The first line of a paragraph begins two characters in.
      .filter((text) => text.startsWith('国') && text.length !== 26)
      .map(({ length }) => length);
    return `${[...new Set(lengths)].join(', ')} on ${lengths.length} lines`;
  }),
  same('5.2.4', 'words black unless the standard says otherwise', 'black', async (sheets) =>
    [...(await sheets('full').picture(1)).colors()].join(', '),
  ),
  near('7.2.1', 'copy number (份号) on line 1', 1, 0.1, async (sheets) => gridLine(sheets, await sheets('general').ink('000027')), 'line'),
  near('7.2.1', 'copy number flush left', area.left, 1, async (sheets) => sheets('general').line('000027').left),
  same('7.2.1', 'copy number of six digits, 3号', '16 pt', async (sheets) =>
    sheets('general')
      .font('000027')
      .replace(/^.* (?=\d)/, ''),
  ),
  near(
    '7.2.2',
    'secrecy (密级和保密期限) on line 2',
    2,
    0.1,
    async (sheets) => gridLine(sheets, await sheets('general').ink('秘密')),
    'line',
  ),
  near('7.2.2', 'secrecy flush left', area.left, 1, async (sheets) => sheets('general').line('秘密').left),
  same('7.2.2', 'secrecy in 3号黑体, ★ before the period', '黑体 16 pt 秘密★1年', async (sheets) => {
    const sheet = sheets('general');
    return `${sheet.font('秘密')} ${sheet.line('秘密').text.replace(/\s/g, '')}`;
  }),
  near(
    '7.2.3',
    'urgency (紧急程度) on line 3, below secrecy',
    3,
    0.1,
    async (sheets) => gridLine(sheets, await sheets('general').ink('特急')),
    'line',
  ),
  same('7.2.3', 'urgency in 3号黑体', '黑体 16 pt', async (sheets) => sheets('general').font('特急')),
  near(
    '7.2.4',
    'upper edge of the mark 35 mm below the type area’s',
    35,
    1,
    async (sheets) => (await sheets('general').ink('青山市档案局文件')).top - area.top,
  ),
  near('7.2.4', 'mark centred', (area.left + area.right) / 2, 1, async (sheets) => {
    const { left, right } = await sheets('general').ink('青山市档案局文件');
    return (left + right) / 2;
  }),
  same('7.2.4', 'mark in red 小标宋', '小标宋 red', async (sheets) =>
    sheets('general')
      .font('青山市档案局文件')
      .replace(/ [\d.]+ pt/, ''),
  ),
  near(
    '7.2.4',
    'joint mark: upper edge 35 mm below the type area’s',
    35,
    1,
    async (sheets) => (await sheets('joint').edges(markArea, 1, 'red')).top - area.top,
  ),
  same('7.2.4', 'joint mark: the host organ first', '云岭市林业局, 云岭市应急管理局, 云岭市气象局', async (sheets) =>
    sheets('joint')
      .lines(1)
      .map(({ text }) => text.replace(/\s|文件/g, ''))
      .filter((text) => /^云岭市[^局]*局$/.test(text))
      .join(', '),
  ),
  near('7.2.4', 'joint mark: 文件 at the right, at half the height of the names', 0, 1, async (sheets) => {
    const sheet = sheets('joint');
    const names = await sheet.edges({ ...markArea, right: 148 }, 1, 'red');
    const suffix = await sheet.edges({ ...markArea, left: 148 }, 1, 'red');
    return (names.top + names.bottom - suffix.top - suffix.bottom) / 2;
  }),
  empty('7.2.5', 'document number two empty lines below the mark', 2, async (sheets) => {
    const sheet = sheets('general');
    return [(await sheet.ink('青山市档案局文件')).bottom, (await sheet.ink('青档发〔')).top];
  }),
  near('7.2.5', 'document number centred', (area.left + area.right) / 2, 1, async (sheets) => {
    const { left, right } = await sheets('general').ink('青档发〔');
    return (left + right) / 2;
  }),
  same('7.2.5', 'year in full, in 〔〕', '青档发〔2026〕7号', async (sheets) => sheets('general').line('青档发').text.replace(/\s/g, '')),
  near(
    '7.2.5',
    'upward: number one character from the left',
    area.left + cell,
    1,
    async (sheets) => sheets('upward').line('临交〔2026〕45号').left,
  ),
  same('7.2.5', 'upward: number on the row of the last signer', '临交〔2026〕45号周文博', async (sheets) =>
    sheets('upward').line('临交〔2026〕45号').text.replace(/\s/g, ''),
  ),
  same('7.2.6', '签发人 in 3号仿宋, names in 3号楷体', '仿宋 16 pt, 楷体 16 pt', async (sheets) => {
    const sheet = sheets('upward');
    return `${sheet.font('签发人：')}, ${sheet.font('赵启明')}`;
  }),
  same('7.2.6', 'two names a row, the first row with the label', '签发人：赵启明孙丽', async (sheets) =>
    sheets('upward').line('签发人：').text.replace(/\s/g, ''),
  ),
  near(
    '7.2.6',
    'signer one character from the right',
    area.right - cell,
    1,
    async (sheets) => sheets('oneSigner').line('临交〔2026〕45号').right,
  ),
  same('7.2.7', 'rule red', 'red', async (sheets) => (await sheets('general').rules(1))[0]?.color ?? 'none'),
  near('7.2.7', 'rule 4 mm below the document number', 4, 1, async (sheets) => {
    const sheet = sheets('general');
    const [rule] = await sheet.rules(1);
    const number = sheet.line('青档发〔');
    return (rule?.top ?? 0) - (await sheet.edges({ ...number, bottom: (rule?.top ?? 0) - 0.3 }, 1)).bottom;
  }),
  near('7.2.7', 'rule as wide as the type area', area.width, 1, async (sheets) => {
    const [rule] = await sheets('general').rules(1);
    return (rule?.right ?? 0) - (rule?.left ?? 0);
  }),
  near(
    '7.2.7',
    'rule begins at the type area’s left edge',
    area.left,
    1,
    async (sheets) => (await sheets('general').rules(1))[0]?.left ?? 0,
  ),
  same('7.3.3', 'first page shows body text', 'yes', async (sheets) => yes(sheets('general').pageWith('为保证档案实体安全') === 1)),
];

const inkArea = { left: 10, right: 200, top: 25, bottom: 266 };
const markArea = { left: 20, right: 190, top: 40, bottom: 140 };
