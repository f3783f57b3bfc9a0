import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { bindSheets, type FieldValues } from '../../server/src/data/bind.ts';
import { type GapOptions, type GapRow, gapsOf } from '../../server/src/data/gapRows.ts';
import { makeSheet } from '../../server/src/data/makeSheet.ts';
import { mergeSheet, type SheetEdit } from '../../server/src/data/mergeSheet.ts';
import { readSheet } from '../../server/src/data/readSheet.ts';
import { readJsonSheet } from '../../server/src/data/readYaml.ts';
import type { ReportDocument } from '../../server/src/engine/document.ts';
import { english } from '../../server/src/wording/localize.ts';
import { validatorErrors } from '../support/docx/readers.ts';
import { report } from '../support/report.ts';

/** Applies edits to a text by plain offsets, from the last to the first: an independent way from the document's own. */
function apply(document: ReportDocument, edits: readonly SheetEdit[]): string {
  let text = document.getText();
  for (const { range, newText } of edits.toReversed()) {
    text = text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
  }
  return text;
}

const fill = (rows: readonly GapRow[], value: (row: GapRow, i: number) => string): FieldValues =>
  bindSheets([
    readJsonSheet('filled.json', JSON.stringify(rows.map((row, i) => ({ key: row.key, value: value(row, i), unit: row.unit })))),
  ]);

/** The data that a sheet is made for, as their detector gives them. */
function wanted(document: ReportDocument): { readonly start: number; readonly end: number }[] {
  const found: { readonly start: number; readonly end: number }[] = [];
  for (const [line, { missing }] of document.flaggedLines()) {
    for (const { start, end, certainty, masking, insertAt } of missing) {
      if (certainty === 'maybe' || masking) continue;
      const base = document.offsetAt({ line, character: 0 });
      found.push(insertAt === undefined ? { start: base + start, end: base + end } : { start: base + insertAt, end: base + insertAt });
    }
  }
  return found;
}

const numeric = new Set(['count', 'money', 'percent', 'ratio', 'multiple', 'date', 'reference']);
const valueFor = ({ kind }: GapRow, i: number): string => (kind !== undefined && numeric.has(kind) ? String(2 + i) : `晴川${i}`);

/** What must hold for any report whose fields are all gaps. */
function holdsFor(text: string, options: GapOptions = {}): void {
  const document = report(text);
  const gaps = gapsOf(document, options);
  const spans = wanted(document);
  assert.equal(gaps.edits.length, spans.length);
  const withFields = report(apply(document, gaps.edits));

  // The marks themselves, merged back, give the text there was.
  const marks = new Map(gaps.rows.map(({ key }) => [key, '']));
  for (const { newText, range } of gaps.edits) marks.set(newText.slice(2, -2), document.getText(range));
  const back = mergeSheet(
    withFields,
    fill(gaps.rows, ({ key }) => marks.get(key) ?? ''),
  );
  const backText = apply(withFields, back.edits);
  assert.equal(back.left.length, gaps.edits.filter(({ newText }) => (marks.get(newText.slice(2, -2)) ?? '').trim() === '').length);
  if (!options.joinSame && back.left.length === 0) assert.equal(backText, text);

  // Values change the characters of the marks, and no other.
  const values = new Map(gaps.rows.map((row, i) => [row.key, valueFor(row, i)]));
  let expected = '';
  let at = 0;
  spans.forEach(({ start, end }, i) => {
    expected += text.slice(at, start) + (values.get(gaps.edits[i]?.newText.slice(2, -2) ?? '') ?? '');
    at = end;
  });
  expected += text.slice(at);
  const merged = mergeSheet(withFields, fill(gaps.rows, valueFor));
  assert.deepEqual(merged.left, []);
  assert.equal(apply(withFields, merged.edits), expected);
}

const pieces = fc.constantFrom(
  '投入资金*万元，',
  '开展培训**场次，',
  '接待群众*余人次，',
  '由××局牵头，',
  '增长XX%，',
  '完成率为__%，',
  '于20XX年X月X日印发，',
  '协调资金*万元，',
  '提出【待补：建议条数】条建议，',
  '（见表*），',
  '全镇共有12个村，',
  '减少*/*，',
  '“一户一策”全部落实。',
  '𠮷祥社区',
  '\n',
  '\r\n',
  '一、基本情况\n',
  '（二）工作成效\n',
  '| 项目 | 数量（项） |\n|---|---|\n| 道路 | * |\n\n',
  '\\*不算，',
);

describe('a sheet made of a report', () => {
  it('has a row for each gap, with kind, unit, section and the words around', () => {
    const document = report(
      '关于某事的报告\n\n一、基本情况\n\n（一）经费。全年公务接待*元，每月召开*次例会。\n二、下一步打算\n召开*次例会。\n',
    );
    assert.deepEqual(
      gapsOf(document).rows.map(({ kind, unit, period, section, context }) => [kind, unit, period, section, context]),
      [
        ['money', '元', '', '一、基本情况 › （一）经费', '全年公务接待▮元，每月召开*次例会'],
        ['count', '次', '每月', '一、基本情况 › （一）经费', '全年公务接待*元，每月召开▮次例会'],
        ['count', '次', '', '二、下一步打算', '召开▮次例会'],
      ],
    );
  });

  it('gives each gap a key of its own, unless the same are to be one', () => {
    const document = report('一是协调资金*万元。\n二是协调资金*万元。\n');
    const apart = gapsOf(document).rows.map(({ key }) => key);
    assert.equal(new Set(apart).size, 2);
    assert.equal(apart[1], `${apart[0]}2`);
    const joined = gapsOf(document, { joinSame: true });
    assert.deepEqual([joined.rows.length, joined.edits.map(({ newText }) => newText)], [1, [`{{${apart[0]}}}`, `{{${apart[0]}}}`]]);
  });

  it('keeps clear of keys that are there already, and gives the fields of the report a row', () => {
    const document = report('公务接待*元，其中{{公务接待费}}元，另有{{公务接待费|万元}}万元、{{客人}}。');
    const [first] = gapsOf(document).rows;
    const made = gapsOf(document, { taken: [first?.key ?? ''] });
    assert.equal(made.edits.length, 1);
    const keys = made.rows.map(({ key }) => key);
    assert.equal(new Set(keys).size, 3);
    assert.ok(keys.includes('公务接待费') && keys.includes('客人'));
  });

  it('leaves hints and masked names alone unless asked', () => {
    const document = report('全年共召开次会议，张××同志参加。');
    assert.deepEqual(gapsOf(document).edits, []);
    const [edit] = gapsOf(document, { hints: true }).edits;
    assert.deepEqual(edit?.range.start, edit?.range.end);
  });

  it('reads back with the same keys in every format', () => {
    const document = report('一、概况\n投入资金*万元，培训**场次，=*元，由××局牵头。\n');
    const { rows } = gapsOf(document);
    for (const format of ['yaml', 'csv', 'xlsx'] as const) {
      const { sheet } = makeSheet(document, { format, t: english });
      const read = readSheet(`a.${format}`, typeof sheet === 'string' ? new TextEncoder().encode(sheet) : sheet);
      assert.deepEqual(
        [read.problems, read.rows.map(({ key, unit, context }) => [key, unit ?? '', context])],
        [[], rows.map(({ key, unit, context }) => [key, unit, context])],
        format,
      );
    }
  });

  it('is a valid workbook for the Open XML SDK', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sheet-'));
    const path = join(folder, 'a.xlsx');
    const { sheet } = makeSheet(report('投入资金*万元，由××局牵头。'), { format: 'xlsx', t: english });
    writeFileSync(path, sheet);
    const errors = await validatorErrors(path);
    rmSync(folder, { recursive: true });
    assert.deepEqual(errors, []);
  });

  it('cannot smuggle a formula into a spreadsheet', () => {
    const { sheet } = makeSheet(report('=HYPERLINK，投入*万元。'), { format: 'csv', t: english });
    for (const line of String(sheet).split('\r\n')) assert.doesNotMatch(line, /(?:^|,)"?[=+@-]/);
  });
});

describe('making and merging', () => {
  it('change the marks and nothing else, whatever the report', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), fc.boolean(), (parts, joinSame) => holdsFor(parts.join(''), { joinSame })),
      { numRuns: 300 },
    );
  });

  it('leave no gap in a report of plain gaps', () => {
    const text = '投入资金*万元，开展培训**场次，由××局牵头，增长XX%，于20XX年X月X日印发。';
    const document = report(text);
    const gaps = gapsOf(document);
    const filled = fill(gaps.rows, (row, i) => (row.kind === 'date' ? '2025年3月5日' : valueFor(row, i)));
    const merged = mergeSheet(report(apply(document, gaps.edits)), filled);
    const done = report(apply(report(apply(document, gaps.edits)), merged.edits));
    assert.equal(done.missingCount, 0);
    assert.equal(done.getText(), '投入资金2万元，开展培训3场次，由晴川2局牵头，增长5%，于2025年3月5日印发。');
  });

  const corpus = 'test/fixtures/missing-data';
  for (const file of readdirSync(corpus).filter((one) => one.endsWith('.txt'))) {
    it(`hold for ${file}`, () => {
      const text = readFileSync(join(corpus, file), 'utf8')
        .replace(/⟦[!~]?(.*?)(?:\|[^⟧|]*)?⟧/g, '$1')
        .replace(/\{\{(.*?)\}\}/g, '【待补：$1】');
      holdsFor(text);
    });
  }

  const example = join(process.cwd(), '../shared/examples/political-ecology-report.txt');
  it('hold for the example, with 39 rows and keys of their own', function () {
    if (!existsSync(example)) {
      console.log('      the example is not there: not tested');
      this.skip();
    }
    const document = report(readFileSync(example, 'utf8'));
    const { rows, edits } = gapsOf(document);
    assert.deepEqual([rows.length, edits.length, new Set(rows.map(({ key }) => key)).size], [39, 39, 39]);
    holdsFor(document.getText());
    const filled = mergeSheet(report(apply(document, edits)), fill(rows, valueFor));
    assert.equal(report(apply(report(apply(document, edits)), filled.edits)).missingCount, 0);
  });
});

describe('a merge', () => {
  const sheet = (text: string) => bindSheets([readSheet('a.yaml', new TextEncoder().encode(text))]);

  it('formats, and leaves what it does not know or would say wrongly', () => {
    const document = report('共{{甲|万元|1}}万元，{{甲}}万元，{{乙}}个，{{丙}}，`{{甲}}`，\\{{甲}}。');
    const { edits, left } = mergeSheet(document, sheet('甲: {值: 123456, 单位: 元}\n乙:\n'));
    assert.equal(apply(document, edits), '共12.3万元，{{甲}}万元，{{乙}}个，{{丙}}，`{{甲}}`，\\{{甲}}。');
    assert.deepEqual(
      left.map(({ use, problem }) => [use.key, problem?.code]),
      [
        ['甲', 'unit'],
        ['乙', 'empty-value'],
        ['丙', undefined],
      ],
    );
  });

  it('keeps the cells of a table apart', () => {
    const document = report('| 项目 | 内容 |\n|---|---|\n| 甲 | {{甲}} |\n');
    assert.match(apply(document, mergeSheet(document, sheet('甲: a|b\n')).edits), /\| a\\\|b \|/);
  });

  it('of 1,000 data looks at each once', () => {
    const document = report(Array.from({ length: 1000 }, (_, i) => `第${i}项支出{{费用${i}|万元|1}}万元。`).join('\n'));
    const rows = Array.from({ length: 1000 }, (_, i) => `费用${i},${i * 10_000},元`).join('\n');
    const { edits, left } = mergeSheet(document, bindSheets([readSheet('a.csv', new TextEncoder().encode(`名称,数值,单位\n${rows}\n`))]));
    assert.deepEqual([edits.length, left.length, edits[999]?.newText], [1000, 0, '999.0']);
  });
});
