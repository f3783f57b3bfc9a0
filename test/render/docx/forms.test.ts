import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { exportWith, fixture, parse, runFolder, writeDocx } from '../../support/docx/exports.ts';
import { openDocx } from '../../support/docx/package.ts';
import { type PdfPage, pagesOf, toPdf } from '../../support/docx/pdf.ts';
import { type Rule, rulesOf } from '../../support/docx/raster.ts';

const front = (type: string, more = ''): string =>
  `---\n文种: ${type}\n发文机关: 临江市交通运输局\n发文字号: 临交〔2026〕45号\n抄送:\n  - 市政府办公室\n印发机关: 临江市交通运输局办公室\n印发日期: 2026年9月9日\n${more}---\n`;
const text =
  '关于核实车辆登记信息的事项\n\n市公安局：\n\n现请协助核实有关车辆的登记信息，并于本月二十日前函复。\n\n临江市交通运输局\n2026年9月8日\n';

const sources: Readonly<Record<string, string>> = {
  general: front('通知') + text,
  upward: front('请示', '签发人:\n  - 赵启明\n  - 孙丽\n  - 周文博\n') + text,
  letter: `${front('函', '密级: 秘密★1年\n紧急程度: 加急\n')}${text}\n${'国'.repeat(28 * 30)}\n`,
  order: `${front('命令')}《管理办法》已经会议通过，现予公布。\n\n临江市交通运输局\n2026年9月8日\n`,
  contents: `关于年度工作的报告\n\n[TOC]\n\n开头。\n\n${['一', '二', '三', '四'].map((n) => `${n}、第${n}部分\n\n${'正文'.repeat(330)}。`).join('\n\n')}\n`,
  covered: `---\n样式: plain\n封面: 是\n发文机关: 临江公司\n文号: 第3号\n---\n关于年度工作的报告\n\n[TOC]\n\n${['一', '二', '三'].map((n) => `${n}、第${n}部分\n\n${'正文'.repeat(600)}。`).join('\n\n')}\n\n特此报告。\n\n临江公司\n2026年9月8日\n`,
  minutes: `${front('纪要')}会议纪要\n\n会议研究了秋季防汛工作。\n\n出席：${'各副区长，'.repeat(12)}各街道主任\n`,
};

const near = (actual: number | undefined, expected: number, message: string, tolerance = 1): void =>
  assert.ok(
    actual !== undefined && Math.abs(actual - expected) <= tolerance,
    `${message}: ${actual?.toFixed(2)} mm, expected ${expected} mm`,
  );
const mm = (points: number): number => (points * 25.4) / 72;
const ink = ({ color, top, thickness }: Rule) => ({ color, top, thickness });

describe('the forms of GB/T 9704-2012, measured on LibreOffice’s pages', () => {
  const folder = runFolder();
  const pdfs = new Map<string, string>();
  const pages = new Map<string, readonly PdfPage[]>();
  const rules = (form: string, page = 1): Promise<readonly Rule[]> => rulesOf(pdfs.get(form) ?? '', page);
  const lineOf = (form: string, start: string, page = 0) => pages.get(form)?.[page]?.lines.find((line) => line.text.startsWith(start));

  const exportOf = (name: string) => {
    const { report, layout } = fixture(name, sources[name] ?? '');
    return exportWith(report, { final: true, layout });
  };

  before(async () => {
    const names = Object.keys(sources);
    const paths: string[] = [];
    for (const name of names) paths.push(writeDocx(folder, name, (await exportOf(name)).bytes));
    const made = await toPdf(paths, folder);
    for (const [index, name] of names.entries()) {
      pdfs.set(name, made[index] ?? '');
      pages.set(name, await pagesOf(made[index] ?? ''));
    }
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('sets a red rule as wide as the type area 4 mm below the document number (7.2.7)', async () => {
    const [rule] = await rules('general');
    assert.equal(rule?.color, 'red');
    near(rule?.left, 28, 'left end');
    near(rule?.right, 210 - 26, 'right end');
    const number = lineOf('general', '临交〔2026〕45号');
    // The box of a line is some 1.3 em high: half of what is more than the glyph lies below it.
    near((rule?.top ?? 0) - (mm(number?.bottom ?? 0) - mm(16) * 0.15), 4, 'below the number', 1.2);
  });

  it('leaves two empty lines between the red rule and the title (7.3.1)', async () => {
    const [rule] = await rules('general');
    const title = lineOf('general', '关于核实');
    const lines = (mm(((title?.top ?? 0) + (title?.bottom ?? 0)) / 2) - (rule?.top ?? 0)) / mm(28.95);
    assert.ok(lines > 2.3 && lines < 3.2, `${lines.toFixed(2)} lines from the rule to the middle of the title`);
  });

  it('ends the last page with three rules, 0.35 and 0.25 mm thick, the last on the type area’s edge (7.4.1)', async () => {
    const found = (await rules('general')).filter(({ color }) => color === 'black');
    assert.equal(found.length, 3);
    for (const rule of found) {
      near(rule.left, 28, 'left end');
      near(rule.right, 210 - 26, 'right end');
    }
    const [first, middle, last] = found.map(ink);
    near(first?.thickness, 0.35, 'first rule', 0.12);
    near(middle?.thickness, 0.25, 'middle rule', 0.12);
    near(last?.thickness, 0.35, 'last rule', 0.12);
    near(last?.top, 297 - 35, 'last rule');
  });

  it('sets number and signers of an upward document on one row, two names a row (7.2.5, 7.2.6)', () => {
    const first = lineOf('upward', '签发人：');
    const second = lineOf('upward', '临交〔2026〕45号');
    assert.equal(first?.text.replaceAll(' ', ''), '签发人：赵启明孙丽');
    assert.equal(second?.text.replaceAll(' ', ''), '临交〔2026〕45号周文博');
    near(mm(second?.left ?? 0), 28 + mm(15.75), 'number, one character in');
    assert.ok((second?.top ?? 0) > (first?.top ?? 0));
  });

  it('sets names of signers in 楷体', async () => {
    const { bytes } = await exportWith(parse(sources.upward ?? ''));
    assert.match(
      (await openDocx(bytes)).part('word/document.xml'),
      /<w:rFonts (?=[^>]*w:eastAsia="楷体_GB2312")[^>]*>(?:(?!<\/w:r>).)*赵启明/,
    );
  });

  it('gives a letter its mark 30 mm below the paper’s edge and two double lines of 170 mm (10.1)', async () => {
    const [thick, thin, lowerThin, lowerThick] = await rules('letter');
    assert.ok(thick && thin && lowerThin && lowerThick);
    for (const rule of [thick, thin, lowerThin, lowerThick]) {
      assert.equal(rule.color, 'red');
      near(rule.left, 20, 'left end');
      near(rule.right, 190, 'right end');
    }
    assert.ok(thick.thickness > thin.thickness * 1.5, 'thick above thin');
    assert.ok(lowerThick.thickness > lowerThin.thickness * 1.5, 'thin above thick');
    near(lowerThick.top + lowerThick.thickness, 297 - 20, 'lower line');
    const mark = lineOf('letter', '临江市交通运输局');
    const height = mm((mark?.bottom ?? 0) - (mark?.top ?? 0));
    near(mm(mark?.top ?? 0) + (height - mm(36)) / 2, 30, 'mark', 1.5);
    near(thick.top - (mm(mark?.bottom ?? 0) - (height - mm(36)) / 2), 4, 'line below the mark', 1.5);
  });

  it('sets labels and number of a letter below the line, and prints no number on its first page', () => {
    const first = lineOf('letter', '秘密★1年');
    assert.equal(first?.text.replaceAll(' ', ''), '秘密★1年临交〔2026〕45号');
    near(mm(first?.right ?? 0), 210 - 26, 'document number ends at the edge');
    assert.ok(lineOf('letter', '加急'));
    assert.equal(
      pages.get('letter')?.[0]?.lines.some(({ text }) => /^—/.test(text)),
      false,
    );
    assert.equal(
      pages.get('letter')?.[1]?.lines.some(({ text }) => /^—\s*2/.test(text)),
      true,
    );
  });

  it('gives a letter’s imprint neither printing organ nor rules', async () => {
    const last = pages.get('letter')?.at(-1);
    assert.ok(last?.lines.some(({ text }) => text.startsWith('抄送：')));
    assert.ok(!last?.lines.some(({ text }) => text.includes('印发')));
    assert.deepEqual(await rules('letter', pages.get('letter')?.length ?? 0), []);
  });

  it('sets an order’s mark 20 mm below the type area’s edge, its body two lines below the number, no rule (10.2)', async () => {
    const mark = lineOf('order', '临江市交通运输局令');
    const height = mm((mark?.bottom ?? 0) - (mark?.top ?? 0));
    near(mm(mark?.top ?? 0) + (height - mm(36)) / 2, 37 + 20, 'mark', 2);
    assert.deepEqual(
      (await rules('order')).filter(({ color }) => color === 'red'),
      [],
    );
    const number = lineOf('order', '临交〔2026〕45号');
    const body = lineOf('order', '《管理办法》');
    near(mm((body?.top ?? 0) - (number?.top ?? 0)) / mm(28.95), 3, 'lines from number to body', 0.2);
  });

  it('hangs the names of those present at a meeting after the colon, the label in 黑体 (10.3)', async () => {
    assert.ok(lineOf('minutes', '临江市交通运输局纪要'));
    const lines = pages.get('minutes')?.[0]?.lines ?? [];
    const first = lines.findIndex(({ text }) => text.startsWith('出席：'));
    near(mm((lines[first]?.top ?? 0) - (lines[first - 1]?.top ?? 0)) / mm(28.95), 2, 'lines from the text to those present', 0.2);
    near(mm((lines[first + 1]?.left ?? 0) - (lines[first]?.left ?? 0)), mm(15.75 * 3), 'second line');
    const document = (await openDocx((await exportWith(parse(sources.minutes ?? ''))).bytes)).part('word/document.xml');
    assert.match(document, /<w:rStyle w:val="Heading1Char"\/><\/w:rPr><w:t[^>]*>出席</);
  });

  it('lists headings in a table of contents with the pages that LibreOffice prints them on', () => {
    const all = pages.get('contents') ?? [];
    for (const name of ['一、第一部分', '二、第二部分', '三、第三部分', '四、第四部分']) {
      const entry = all[0]?.lines.find(({ text }) => text.startsWith(name))?.text ?? '';
      const page = all.findLastIndex(({ lines }) => lines.some(({ text }) => text === name)) + 1;
      assert.ok(page > 0);
      assert.match(entry, new RegExp(`\\D${page}$`), `${name} is on page ${page}`);
    }
    assert.ok(all.length >= 5);
  });

  it('numbers pages from behind a cover, which has neither header nor number, in the table of contents too', async () => {
    const all = pages.get('covered') ?? [];
    assert.deepEqual(
      all[0]?.lines.map(({ text }) => text.replace(/\s/g, '')),
      ['第3号', '关于年度工作的报告', '临江公司', '2026年9月8日'],
    );
    near(mm(all[0]?.lines[0]?.right ?? 0), 210 - 24.5, 'the number on the cover ends at the edge', 1);
    const [title] = all[0]?.lines.slice(1) ?? [];
    near(mm(((title?.left ?? 0) + (title?.right ?? 0)) / 2), 105, 'title on the cover', 1);
    for (const [index, { lines }] of all.slice(1).entries()) {
      assert.equal(lines[0]?.text.replace(/\s/g, ''), '关于年度工作的报告', 'the title at the head');
      assert.equal(lines.at(-1)?.text.trim(), String(index + 1));
    }
    const page = all.findLastIndex(({ lines }) => lines.some(({ text }) => text === '三、第三部分'));
    assert.match(all[1]?.lines.find(({ text }) => text.startsWith('三、第三部分'))?.text ?? '', new RegExp(`\\D${page}$`));
  });

  it('leaves a letter that is not issued yet in the general form', async () => {
    const { bytes } = await exportWith(parse('---\n文种: 函\n---\n关于某事的函\n\n市公安局：\n\n请函复。\n'));
    assert.doesNotMatch((await openDocx(bytes)).part('word/document.xml'), /w:titlePg|w:framePr/);
  });
});
