import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { findMissingData, noMissingData } from '../../../server/src/engine/missing/findMissingData.ts';
import type { LineContext } from '../../../server/src/engine/missing/lineContext.ts';
import type { MissingDatum } from '../../../server/src/engine/missing/missingDatum.ts';
import { contextOf, readCorpus, score } from './labelledCorpus.ts';

const find = (text: string, more: Partial<LineContext> = {}): readonly MissingDatum[] =>
  findMissingData(text, { ...contextOf(text), ...more });
const marks = (text: string, more: Partial<LineContext> = {}): readonly string[] =>
  find(text, more).map(({ start, end }) => text.slice(start, end));

/** The kinds of the 39 marks of the example, in order; the fixture with the same conventions has its own list in its labels. */
const exampleKinds =
  'org org count name count count count count count count date money money money percent reference ratio ratio count count count count count org count count count count money count count count document money multiple money count count date'.split(
    ' ',
  );

describe('missing data of a line', () => {
  it('are none in ordinary text: the one frozen empty list', () => {
    assert.equal(find('全年召开会议12次，投入资金30万元。'), noMissingData);
    assert.ok(Object.isFrozen(noMissingData));
  });

  it('are looked for between start and end only', () => {
    assert.deepEqual(marks('* *党组召开会议*次', { start: 2 }), ['*', '*']);
    assert.deepEqual(marks('召开会议*次，培训*人', { end: 8 }), ['*']);
  });

  it('are one for a date, a document number, an organ, and two for a fraction', () => {
    assert.deepEqual(marks('于20XX年X月X日印发'), ['20XX年X月X日']);
    assert.deepEqual(marks('（XX应急罚〔2025〕XX号）'), ['XX应急罚〔2025〕XX号']);
    assert.deepEqual(marks('由XX县XX局牵头'), ['XX县XX局']);
    assert.deepEqual(marks('会议减少*/*。'), ['*', '*']);
  });

  it('are not there behind a backslash, in code, in comments and in links', () => {
    for (const text of [
      '召开\\*次',
      '\\20XX年X月X日',
      '由\\XX局牵头',
      '共\\____人',
      '共\\（  ）人',
      '称为`XX局`的',
      '<!-- *次 -->会议',
      '[会议](a/XX局*次.md)',
    ])
      assert.deepEqual(marks(text), [], text);
  });

  it('count a cell whose whole text is a mark, and look at each cell by itself', () => {
    assert.deepEqual(marks('| 城关镇 | * | XX | 12 |'), ['*', 'XX']);
    assert.deepEqual(marks('| 总人口* | 12 |'), []);
  });

  it('are read by the header of their column', () => {
    const header = '| 乡镇 | 投入资金（万元） | 完成率 | 责任人 | 完成时间 | 供水人口（人） | 备注 |';
    const row = find('| 清溪镇 | * | XX | ** | 待定 | X | |', { tableHeader: header });
    assert.deepEqual(
      row.map(({ kind, unit, field }) => [kind, unit, field]),
      [
        ['money', '万元', '清溪镇投入资金'],
        ['percent', undefined, '清溪镇完成率'],
        ['person', undefined, '清溪镇责任人'],
        ['date', undefined, '清溪镇完成时间'],
        ['count', '人', '清溪镇供水人口'],
      ],
    );
  });

  it('are empty cells of figures: likely with a unit in a full row, else maybe, and none in notes, sums of rates and empty forms', () => {
    const tableHeader = '| 乡镇 | 投入资金（万元） | 数量 | 完成率（%） | 备注 |';
    const cells = (text: string): unknown[] =>
      find(text, { tableHeader }).map(({ start, end, certainty, insertAt }) => [start, end, certainty, insertAt]);
    assert.deepEqual(cells('| 清溪镇 |  | 3 | 95 | |'), [[7, 9, 'likely', undefined]]);
    assert.deepEqual(cells('| 清溪镇 || 3 | 95 | |'), [[7, 8, 'likely', 7]]);
    assert.deepEqual(cells('| 清溪镇 | 12 | | 95 | |'), [[12, 13, 'maybe', undefined]]);
    assert.deepEqual(cells('| 清溪镇 | … | 3 | 95 | |'), [[8, 9, 'maybe', undefined]]);
    assert.deepEqual(cells('| 合计 | 12 | 3 | | |'), []);
    for (const none of ['—', '-', '/', '无', 'n/a']) assert.deepEqual(cells(`| 清溪镇 | ${none} | 3 | 95 | |`), [], none);
    assert.deepEqual(cells('|  |  |  |  |  |'), []);
    assert.deepEqual(
      find('| 灭火器 | × |', { tableHeader: '| 项目 | 是否合格 |' }).map(({ kind }) => kind),
      [],
    );
  });

  it('are bold words where both sides hug words, and marks where they hug a unit, a date or an organ', () => {
    assert.deepEqual(marks('**重点任务**推进有力，**一是**抓落实。'), []);
    assert.deepEqual(marks('召开会议**次，培训**人'), ['**', '**']);
    assert.deepEqual(marks('由**县**局负责'), ['**县**局']);
    assert.deepEqual(marks('于**年**月**日开会'), ['**年**月**日']);
  });

  it('are left out for masked names where the document says so, and are marked as such where not', () => {
    assert.equal(find('被告人张×犯盗窃罪')[0]?.masking, true);
    assert.deepEqual(find('被告人张×犯盗窃罪', { masking: true }), []);
    assert.equal(find('共查处张×等×人', { masking: true }).length, 1);
  });

  it('know unit, approximation, period, field and where a number is simply not there', () => {
    const [first] = find('公务接待*元');
    assert.deepEqual([first?.kind, first?.unit, first?.field], ['money', '元', '公务接待费']);
    const [second] = find('每月开展*余次');
    assert.deepEqual([second?.period, second?.approximate, second?.unit], ['每月', true, '次']);
    const [third] = find('全年共召开次会议');
    assert.deepEqual([third?.certainty, third?.insertAt, third?.start], ['maybe', 5, 5]);
  });

  it('are named as a writer would name them', () => {
    const fields = (text: string): readonly (string | undefined)[] => find(text).map(({ field }) => field);
    assert.deepEqual(fields('全年共召开全体会*次，现场办公*次，用实例上党课*次'), ['全体会次数', '现场办公次数', '党课次数']);
    assert.deepEqual(fields('每月召开*次工作例会，办理了*条群众建议'), ['工作例会月频次', '群众建议条数']);
    assert.deepEqual(fields('（公务接待*元），费用同比下降*%（详见图*），简报压减*/*'), [
      '公务接待费',
      '费用同比降幅',
      '图号',
      '简报压减分子',
      '简报压减分母',
    ]);
    assert.deepEqual(fields('联系人：XXX，【待补：参会人数】，[Client Name]'), ['联系人', '参会人数', 'Client Name']);
  });

  it('are in order and do not overlap, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        '*',
        '**',
        '×',
        '××',
        'XX',
        'X',
        '20XX',
        '____',
        '（ ）',
        '【待补】',
        '〔',
        '〕',
        '号',
        '年',
        '月',
        '日',
        '县',
        '局',
        '次',
        '元',
        '%',
        '第',
        ' ',
        '  ',
        '/',
        '\\',
        '-',
        '{{a}}',
        '？',
        '张',
        '召开',
        '、',
        '，',
        'a',
        '1',
        '“',
        '”',
        '《',
        '》',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '`',
        '\u{20bb7}',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let from = 0;
        for (const datum of find(text)) {
          assert.ok(datum.start >= from && datum.end > datum.start && datum.end <= text.length, JSON.stringify([text, datum]));
          from = datum.end;
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a self-inspection report with stars', () => {
  it('has each star of our own fixture found, with its kind', () => {
    const result = score(readCorpus('').filter((line) => line.file === 'self-inspection.txt'));
    assert.ok(result.gaps >= 30);
    assert.deepEqual(result.mistakes, []);
  });

  it('has the 39 of the example found, with their kinds', function () {
    const path = '../shared/examples/political-ecology-report.txt';
    if (!existsSync(path)) {
      console.log(`      ${path} is absent: only our own fixture was checked.`);
      this.skip();
    }
    const kinds = readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((text) => findMissingData(text, { start: 0, end: text.length, kind: 'paragraph' }))
      .map(({ kind }) => kind);
    assert.deepEqual(kinds, exampleKinds);
  });
});
