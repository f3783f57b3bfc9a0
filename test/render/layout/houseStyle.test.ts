import assert from 'node:assert/strict';
import type { HouseStyle } from '../../../server/src/engine/model/houseStyle.ts';
import { applyHouseStyle } from '../../../server/src/render/layout/applyHouseStyle.ts';
import { deviationsOf, deviationsText, gridWarnings } from '../../../server/src/render/layout/deviations.ts';
import { layoutOf, mergedStyle } from '../../../server/src/render/layout/layoutOf.ts';
import { common, gb33476, pitch28, plain, presets } from '../../../server/src/render/layout/presets.ts';
import { english } from '../../../server/src/wording/localize.ts';
import { report } from '../../support/report.ts';

const applied = (style: HouseStyle, base = common) => applyHouseStyle(base, style);

describe('a house style', () => {
  it('changes nothing where it says nothing', () => {
    for (const preset of presets) assert.deepEqual(applied({}, preset), preset);
  });

  it('gives fonts by role; what is set like the body follows it', () => {
    const { fonts } = applied({ fonts: { body: '宋体', heading1: '楷体' }, sizes: { body: 14, title: 20 } });
    assert.equal(fonts.body.eastAsian[0], '宋体');
    assert.equal(fonts.heading3.eastAsian[0], '宋体');
    assert.equal(fonts.imprint.eastAsian[0], '宋体');
    assert.deepEqual([fonts.heading1.eastAsian[0], fonts.heading2.eastAsian[0]], ['楷体', '楷体_GB2312']);
    assert.deepEqual([fonts.heading1.size, fonts.signer.size, fonts.title.size, fonts.imprint.size], [14, 14, 20, 14]);
    assert.ok(fonts.body.eastAsian.includes('SimSun'), 'what may stand in is of the same kind');
  });

  it('never leaves tables and captions larger than a smaller body: they shrink with it, to a known size', () => {
    const { fonts } = applied({ sizes: { body: 12 } });
    assert.deepEqual([fonts.table.size, fonts.caption.size, fonts.footnote.size], [10.5, 10.5, 10.5]);
    assert.equal(applied({ sizes: { body: 14 } }).fonts.table.size, 12);
    assert.equal(applied({ sizes: { body: 12, table: 14 } }).fonts.table.size, 14);
    assert.equal(applied({ sizes: { body: 18 } }).fonts.table.size, 14);
  });

  it('gives the digits a font, or the one of the words around them', () => {
    assert.equal(applied({ digits: '宋体' }).fonts.body.latin[0], '宋体');
    assert.deepEqual(applied({ digits: 'body' }).fonts.heading1.latin, applied({}).fonts.heading1.eastAsian);
    assert.deepEqual(applied({ digits: 'Arial' }).fonts.pageNumber, common.fonts.pageNumber);
    assert.equal(applied({ fonts: { pageNumber: '仿宋' } }).fonts.pageNumber.latin[0], '仿宋');
  });

  it('counts lines from the pitch, or the pitch from lines, as Word will', () => {
    assert.deepEqual(applied({ pitch: 29.6 }).grid, { linePitchPt: 29.6, lines: 21, chars: 28 });
    assert.deepEqual(applied({ lines: 22 }).grid, { linePitchPt: 28.95, lines: 22, chars: 28 });
    assert.equal(applied({ margins: { top: 30 } }).grid.lines, 22);
    assert.equal(applied({ margins: { top: 25 } }).grid.lines, 23);
  });

  it('counts characters from width and size, and takes no more than fit', () => {
    assert.equal(applied({ sizes: { body: 14 } }).grid.chars, 32);
    assert.equal(applied({ margins: { left: 30, right: 30 } }).grid.chars, 27);
    assert.equal(applied({ chars: 27 }).grid.chars, 27);
    assert.equal(applied({ chars: 60 }).grid.chars, 28);
  });

  it('keeps the inset of GB/T 33476 as long as its margins stay', () => {
    assert.equal(applied({ margins: { left: 30 } }, gb33476).typeAreaInset, 2.42);
    assert.equal('typeAreaInset' in applied({ margins: { top: 37 } }, gb33476), false);
  });

  it('sets titles, page numbers, bold and the running head', () => {
    const layout = applied({
      titleBefore: 1,
      titleAfter: 2,
      pageNumber: 'center',
      bold: { heading3: true, points: true },
      header: true,
      indent: 0,
    });
    assert.deepEqual([layout.linesBefore.title, layout.linesBefore.addressee, layout.firstLineIndentChars], [1, 2, 0]);
    assert.deepEqual([layout.pageNumber.outer, layout.pageNumber.edgeIndentChars], [false, 0]);
    assert.deepEqual(
      [layout.fonts.heading3.bold, layout.fonts.heading4.bold, layout.boldPoints, layout.runningHead],
      [true, false, true, true],
    );
  });

  it('of the report stands on that of its file, which stands on a preset', () => {
    const document = report('---\nstyle:\n  preset: house.yaml\n  fonts: {body: 宋体}\n---\n关于某事的报告\n');
    const layout = layoutOf(document, 'common', { preset: 'gb33476', pitch: 29, fonts: { body: '楷体', title: '黑体' } });
    assert.equal(layout.name, 'gb33476');
    assert.deepEqual([layout.fonts.body.eastAsian[0], layout.fonts.title.eastAsian[0], layout.grid.linePitchPt], ['宋体', '黑体', 29]);
    assert.equal(
      layoutOf(document, 'common', { preset: 'gb33476', pitch: 29, fonts: { body: '楷体', title: '黑体' } }),
      layout,
      'the same object',
    );
    assert.notEqual(layoutOf(document, 'common', { pitch: 29 }), layout);
  });

  it('does not mix the lines of one style with the pitch of another', () => {
    assert.deepEqual(mergedStyle([{ lines: 20 }, { pitch: 28 }]).lines, undefined);
    assert.deepEqual(mergedStyle([{ lines: 20, pitch: 30 }, { chars: 28 }]).pitch, 30);
  });
});

describe('deviations from the standard', () => {
  const clauses = (layout: typeof common) => deviationsOf(layout, english).map(({ clause }) => clause);

  it('are none for the presets made for it', () => {
    assert.deepEqual(deviationsOf(common, english), []);
    assert.deepEqual(deviationsOf(gb33476, english), []);
    assert.match(deviationsText([], english), /None/);
  });

  it('say clause, demand and what is given', () => {
    const layout = applied({
      margins: { top: 30 },
      fonts: { title: '黑体' },
      sizes: { body: 15 },
      bold: { heading3: true },
      pageNumber: 'center',
    });
    const found = deviationsOf(layout, english);
    const at = (clause: string) => found.filter((one) => one.clause === clause);
    assert.deepEqual(at('5.2.1')[0], { clause: '5.2.1', item: 'Upper margin (天头)', demanded: '37 mm', given: '30 mm' });
    assert.deepEqual(at('5.2.2')[0], { clause: '5.2.2', item: 'Font: 正文', demanded: '三号 仿宋', given: '小三 仿宋_GB2312' });
    assert.deepEqual(at('7.3.1')[0]?.given, '二号 黑体');
    assert.ok(at('7.3.3').some(({ given }) => given === 'bold'));
    assert.equal(at('7.5').length, 1);
    assert.match(deviationsText(found, english), /\| 5\.2\.1 \| Upper margin \(天头\) \| 37 mm \| 30 mm \|/);
  });

  it('come in the order of the clauses, and the plain layout has many', () => {
    const found = clauses(plain);
    assert.ok(found.length > 10);
    assert.deepEqual(
      found.map(Number.parseFloat),
      found.map(Number.parseFloat).sort((a, b) => a - b),
    );
    assert.deepEqual(clauses(pitch28), ['5.2.3']);
  });
});

describe('a grid that its margins do not hold', () => {
  const warnings = (style: HouseStyle, base = common) => gridWarnings(base, [style], applied(style, base), english);

  it('is told with the pitch that would fit', () => {
    assert.deepEqual(warnings({ pitch: 29.6 }), [
      'A pitch of 29.6 pt gives 21 lines a page between these margins, not 22: 28.95 pt would.',
    ]);
    assert.equal(warnings({ pitch: 28, lines: 20 }).length, 1);
    assert.equal(warnings({ margins: { top: 45 } }).length, 1);
    assert.equal(warnings({ chars: 40 }).length, 1);
  });

  it('is not told where it fits, or is wanted', () => {
    for (const style of [{}, { pitch: 28 }, { lines: 20 }, { pitch: 29.6, lines: 21 }, { chars: 27 }, { margins: { left: 25 } }])
      assert.deepEqual([style, warnings(style)], [style, []]);
    assert.deepEqual(warnings({ pitch: 29.6 }, gb33476), []);
    assert.deepEqual(warnings({ pitch: 24 }, plain), []);
  });
});
