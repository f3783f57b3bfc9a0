import { area, type Check, cell, drop, empty, near, pitch, same } from './check.ts';
import type { Sheet } from './sheet.ts';

const middle = 105;
const words = (line: { readonly text: string } | undefined): string => (line?.text ?? '').replace(/\s/g, '');
const bodySize = (16 * 25.4) / 72;
const letterRule = async (sheet: Sheet, index: number) => {
  const found = (await sheet.rules(1))[index];
  if (found === undefined) throw new Error(`The letter has no rule ${index}.`);
  return found;
};

/** Letter, order and minutes: clause 10. */
export const formChecks: readonly Check[] = [
  near(
    '10.1',
    'letter: upper edge of the mark 30 mm below the paper’s',
    30,
    1,
    async (sheets) => (await sheets('letter').ink('临江市交通运输局', 1, 'red')).top,
  ),
  near('10.1', 'letter: mark centred', middle, 1, async (sheets) => {
    const { left, right } = await sheets('letter').ink('临江市交通运输局', 1, 'red');
    return (left + right) / 2;
  }),
  same('10.1', 'letter: mark in red 小标宋, the organ’s name without 文件', '小标宋 red 临江市交通运输局', async (sheets) => {
    const sheet = sheets('letter');
    return `${sheet.font('临江市交通运输局', 1, '#ff0000').replace(/ [\d.]+ pt/, '')} ${words(sheet.line('临江市交通运输局', 1))}`;
  }),
  near('10.1', 'letter: first rule 4 mm below the mark', 4, 1, async (sheets) => {
    const sheet = sheets('letter');
    return (await letterRule(sheet, 0)).top - (await sheet.ink('临江市交通运输局', 1, 'red')).bottom;
  }),
  same('10.1', 'letter: upper double rule red, thick above thin', 'red, thick above thin', async (sheets) => {
    const [one, other] = [await letterRule(sheets('letter'), 0), await letterRule(sheets('letter'), 1)];
    return `${one.color}, ${one.thickness > other.thickness * 1.5 ? 'thick above thin' : 'not thick above thin'}`;
  }),
  same('10.1', 'letter: lower double rule red, thin above thick', 'red, thin above thick', async (sheets) => {
    const [one, other] = [await letterRule(sheets('letter'), 2), await letterRule(sheets('letter'), 3)];
    return `${one.color}, ${other.thickness > one.thickness * 1.5 ? 'thin above thick' : 'not thin above thick'}`;
  }),
  near('10.1', 'letter: lower double rule 20 mm above the paper’s lower edge', 20, 1, async (sheets) => {
    const { top, thickness } = await letterRule(sheets('letter'), 3);
    return 297 - top - thickness;
  }),
  near('10.1', 'letter: rules 170 mm long', 170, 1, async (sheets) => {
    const { left, right } = await letterRule(sheets('letter'), 0);
    return right - left;
  }),
  near('10.1', 'letter: rules centred', middle, 1, async (sheets) => {
    const { left, right } = await letterRule(sheets('letter'), 0);
    return (left + right) / 2;
  }),
  near('10.1', 'letter: first line of labels 7/8 of a 3号 character below the rule', (bodySize * 7) / 8, 1, async (sheets) => {
    const sheet = sheets('letter');
    const { top, thickness } = await letterRule(sheet, 1);
    const line = sheet.line('000031');
    // The document number at the right: digits alone are lower than Chinese characters.
    const ink = await sheet.edges({ ...line, left: line.right - 30, top: top + thickness + 0.3 }, 1);
    return ink.top - (await drop(sheets)) - top - thickness;
  }),
  same('10.1', 'letter: copy number, secrecy and urgency one below the other, flush left', '000031, 秘密★1年, 加急', async (sheets) => {
    const sheet = sheets('letter');
    const at = sheet.indexOf('000031', 1);
    return sheet
      .lines(1)
      .slice(at, at + 3)
      .filter(({ left }) => Math.abs(left - area.left) < 1)
      .map((line) => words(line).replace('临交〔2026〕45号', ''))
      .join(', ');
  }),
  near(
    '10.1',
    'letter: document number flush right on the first of these lines',
    area.right,
    1,
    async (sheets) => sheets('letter').line('000031').right,
  ),
  empty('10.1', 'letter: title two empty lines below the last of these lines', 2, async (sheets) => {
    const sheet = sheets('letter');
    return [
      (await sheet.ink('加急')).bottom,
      (await sheet.edges(sheet.lines(1)[sheet.indexOf('加急', 1) + 1] ?? sheet.line('加急'), 1)).top,
    ];
  }),
  same('10.1', 'letter: no page number on page 1, one on page 2', 'none, —2—', async (sheets) => {
    const sheet = sheets('letter');
    return `${words(sheet.number(1)) || 'none'}, ${words(sheet.number(2)) || 'none'}`;
  }),
  same('10.1', 'letter: imprint without printing organ, date and rules', 'no 印发, 0 rules', async (sheets) => {
    const sheet = sheets('letter');
    const last = sheet.pages.length;
    const printed = sheet.lines(last).some((line) => words(line).includes('印发'));
    return `${printed ? '印发' : 'no 印发'}, ${(await sheet.rules(last)).length} rules`;
  }),
  near('10.1', 'letter: imprint at the foot of the last page’s type area', area.bottom, pitch / 2, async (sheets) => {
    const sheet = sheets('letter');
    return (await sheet.ink('抄送：', sheet.pages.length)).bottom;
  }),
  near(
    '10.2',
    'order: upper edge of the mark 20 mm below the type area’s',
    20,
    1,
    async (sheets) => (await sheets('order').ink('平湖市人民政府令')).top - area.top,
  ),
  same('10.2', 'order: mark is the organ’s name and 令, in red 小标宋', '小标宋 red 平湖市人民政府令', async (sheets) => {
    const sheet = sheets('order');
    return `${sheet.font('平湖市人民政府令').replace(/ [\d.]+ pt/, '')} ${words(sheet.line('平湖市人民政府令'))}`;
  }),
  empty('10.2', 'order: number two empty lines below the mark', 2, async (sheets) => {
    const sheet = sheets('order');
    return [(await sheet.ink('平湖市人民政府令')).bottom, (await sheet.ink('第26号')).top];
  }),
  near('10.2', 'order: number centred', middle + 1, 1, async (sheets) => {
    const { left, right } = await sheets('order').ink('第26号');
    return (left + right) / 2;
  }),
  empty('10.2', 'order: body two empty lines below the number', 2, async (sheets) => {
    const sheet = sheets('order');
    return [(await sheet.ink('第26号')).bottom, (await sheet.ink('《平湖市')).top];
  }),
  same('10.2', 'order: no rule under the number', '0', async (sheets) => String((await sheets('order').rules(1)).length)),
  near(
    '10.2',
    'order: signed by a stamp, four characters from the right (7.3.5.3)',
    area.right - 4 * cell,
    1,
    async (sheets) => sheets('order').line('市长').right,
  ),
  near(
    '10.3',
    'minutes: upper edge of the mark 35 mm below the type area’s',
    35,
    1,
    async (sheets) => (await sheets('minutes').edges({ left: 20, right: 190, top: 40, bottom: 100 }, 1, 'red')).top - area.top,
  ),
  same('10.3', 'minutes: mark ends in 纪要, red 小标宋', '小标宋 red, 纪要', async (sheets) => {
    const sheet = sheets('minutes');
    return `${sheet.font('常务会议纪要').replace(/ [\d.]+ pt/, '')}, ${words(sheet.line('南浦区')).slice(-2)}`;
  }),
  empty('10.3', 'minutes: those present one empty line below the text', 1, async (sheets) => {
    const sheet = sheets('minutes');
    return [(await sheet.ink('九月十日')).bottom, (await sheet.ink('出席')).top];
  }),
  near(
    '10.3',
    'minutes: those present two characters in',
    area.left + 2 * cell,
    1,
    async (sheets) => sheets('minutes').line('出席：').left,
  ),
  same('10.3', 'minutes: label in 3号黑体, names in 3号仿宋', '黑体 16 pt, 仿宋 16 pt', async (sheets) => {
    const sheet = sheets('minutes');
    return `${sheet.font('出席')}, ${sheet.font('各副区长')}`;
  }),
  near('10.3', 'minutes: lines that go on align after the colon', area.left + 5 * cell, 1, async (sheets) => {
    const sheet = sheets('minutes');
    const next = sheet.lines(1)[sheet.indexOf('出席：', 1) + 1];
    if (next === undefined) throw new Error('Nothing follows.');
    return next.left;
  }),
];
