import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ReportDocument } from '../../server/src/engine/document.ts';
import { blockStart, blocksOf } from '../../server/src/engine/model/blocks.ts';
import { outlineOf } from '../../server/src/engine/model/outline.ts';
import { findingsOf } from '../../server/src/engine/rules/findings.ts';
import type { FieldTexts } from '../../server/src/engine/syntax/fields.ts';
import type { TextChange } from '../../server/src/engine/text/position.ts';

// Pieces that open, close and break every construct of the language, at line starts and inside of lines.
const pieces = [
  '\n',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '一、基本情况',
  '（一）主要做法。正文',
  '1. 条目',
  '（1）',
  '# 题',
  '## 节',
  '一是甲。二是乙。',
  '三是丙。',
  '特此报告。',
  '附件：1. 清单',
  '2. 台账',
  '附件1',
  '××局',
  '2024年1月5日',
  '20XX年X月X日',
  '---',
  'title: 报告',
  '脱敏: true',
  '```',
  '~~~',
  '<!--',
  '-->',
  '<!-- report-writer-disable missing-data -->',
  '<!-- report-writer-enable -->',
  '<!-- report-writer-disable-next-line -->',
  '| 甲 | 乙 |',
  '|---|---|',
  '| * | 3 |',
  '表1 收支',
  '![图](a.png)',
  '- 项',
  '* 项',
  '[^1]: 注',
  '*次',
  '××',
  'XX',
  '全年开会*次',
  '**粗**',
  '\\*',
  '𠮷',
  '\u3000\u3000',
  '\ufeff',
  '\u0000',
  '\ufffd',
  '：',
  '。',
  ' ',
  'a',
  '[TOC]',
  '【分页】',
  '支出{{a}}元',
  '{{b|万元|1}}',
  '{{c}}',
  '`',
  '市委：',
  '1 Introduction',
  '1.1 Scope',
  '平安县教育局',
  '平安县财政局\n',
  'Northgate Housing',
  'Respectfully submitted,',
  '15 March 2026',
  'language: en',
] as const;

const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
const change = fc.record({
  at: fc.nat(400),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  text: fc.oneof(fc.constantFrom(...pieces), text),
});
const batches = fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });

/** All that the engine says of a document, as short texts: a difference is named by its first one, not by a diff of everything. */
const everything = (document: ReportDocument): string[] => [
  `missing ${document.missingCount}`,
  ...[...document.lines()].map((line, i) => `line ${i} ${JSON.stringify(line)}`),
  ...outlineOf(document).map((node) => `node ${JSON.stringify(node)}`),
  ...[...findingsOf(document)].map((finding) => `finding ${JSON.stringify(finding)}`),
  ...[...blocksOf(document)].map((block) => `block ${JSON.stringify(block)}`),
];

function assertSame(incremental: ReportDocument, full: ReportDocument): void {
  const actual = everything(incremental);
  const expected = everything(full);
  const first = expected.findIndex((text, i) => text !== actual[i]);
  assert.equal(first < 0 ? undefined : actual[first], first < 0 ? undefined : expected[first]);
  assert.equal(actual.length, expected.length);
}

/** Applies the same edits to both; returns the edits as LSP has them. */
function edit(
  document: ReportDocument,
  oracle: TextDocument,
  batch: readonly { at: number; length: number; text: string }[],
  version: number,
): void {
  const applied: TextChange[] = [];
  for (const { at, length, text: inserted } of batch) {
    const size = oracle.getText().length;
    const range = { start: oracle.positionAt(at % (size + 1)), end: oracle.positionAt((at % (size + 1)) + length) };
    applied.push({ range, text: inserted });
    TextDocument.update(oracle, [{ range, text: inserted }], version);
  }
  document.update(applied, version);
}

/** Values as sheets give them: now these, now others, now none. */
const states: readonly (FieldTexts | undefined)[] = [
  { text: (expression) => (expression.startsWith('a') ? '12' : undefined) },
  undefined,
  { text: (expression, after) => (expression.startsWith('c') ? '' : `${after.length}`) },
  { text: (expression) => (expression.startsWith('a') ? '13' : undefined) },
];

function check(start: string, edits: readonly (readonly { at: number; length: number; text: string }[])[]): void {
  const document = ReportDocument.create('file:///a', 'report', 0, start);
  const oracle = TextDocument.create('file:///a', 'report', 0, start);
  edits.forEach((batch, i) => {
    // Every other edit finds other values than the one before.
    const values = states[(i >> 1) % states.length];
    document.setValues(values);
    const versionWithValues = document.findingsVersion;
    const findingsWithValues = JSON.stringify([...findingsOf(document)]);
    edit(document, oracle, batch, i + 1);
    const full = ReportDocument.create('file:///a', 'report', i + 1, oracle.getText());
    full.setValues(values);
    assert.ok(document.getText() === oracle.getText(), 'the text differs');
    assert.equal(document.lineCount, oracle.lineCount);
    assertSame(document, full);
    if (document.findingsVersion === versionWithValues) {
      assert.equal(JSON.stringify([...findingsOf(document)]), findingsWithValues, 'findings changed, their version did not');
    }
  });
}

// A failing property shrinks its example; that may take long, so it ends in time and still fails.
const settings = { seed: 9704, interruptAfterTimeLimit: 180_000, markInterruptAsFailure: true } as const;

describe('incremental equals full', () => {
  it('after random edits, in batches, with every line break and surrogate pairs', () => {
    fc.assert(fc.property(text, batches, check), { ...settings, numRuns: 400 });
  });

  it('at the borders of chunks', () => {
    const line = fc.constantFrom('一、情况', '正文*次。', '', '- 项', '```', '| 甲 |', '𠮷');
    const long = fc.array(line, { minLength: 500, maxLength: 1600 }).map((lines) => lines.join('\n'));
    const anywhere = fc.record({ at: fc.nat(20_000), length: fc.oneof(fc.nat(5), fc.nat(6000)), text: fc.oneof(text, long) });
    fc.assert(fc.property(long, fc.array(fc.array(anywhere, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 5 }), check), {
      numRuns: 25,
      seed: 9704,
    });
  });

  it('and says which lines it scanned anew', () => {
    fc.assert(
      fc.property(text, fc.array(change, { minLength: 1, maxLength: 4 }), (start, batch) => {
        const document = ReportDocument.create('file:///a', 'report', 0, start);
        const oracle = TextDocument.create('file:///a', 'report', 0, start);
        const before = [...document.lines()];
        const applied: TextChange[] = [];
        for (const { at, length, text: inserted } of batch) {
          const size = oracle.getText().length;
          const range = { start: oracle.positionAt(at % (size + 1)), end: oracle.positionAt((at % (size + 1)) + length) };
          applied.push({ range, text: inserted });
          TextDocument.update(oracle, [{ range, text: inserted }], 1);
        }
        const { from, removed, inserted } = document.update(applied, 1);
        const after = [...document.lines()];
        // Outside the changed lines the very same records stand.
        assert.equal(after.length, before.length - removed + inserted);
        for (const [i, line] of before.slice(0, from).entries()) {
          assert.equal(after[i], line);
        }
        for (const [i, line] of before.slice(from + removed).entries()) {
          assert.equal(after[from + inserted + i], line);
        }
      }),
      { ...settings, numRuns: 400 },
    );
  });

  it('finds the first line of the block that any line belongs to', () => {
    fc.assert(
      fc.property(text, (start) => {
        const document = ReportDocument.create('file:///a', 'report', 0, start);
        let first = 0;
        for (const block of blocksOf(document)) {
          for (let i = first; i < first + block.lineCount; i++) {
            assert.equal(blockStart(document, i), first);
          }
          first += block.lineCount;
        }
        assert.equal(first, document.lineCount);
      }),
      { ...settings, numRuns: 300 },
    );
  });
});

describe('positions and offsets', () => {
  it('are those of the stock TextDocument', () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: -3, max: 500 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (start, offset, line, character) => {
          const document = ReportDocument.create('file:///a', 'report', 0, start);
          const oracle = TextDocument.create('file:///a', 'report', 0, start);
          assert.deepEqual(document.positionAt(offset), oracle.positionAt(offset));
          assert.equal(document.offsetAt({ line, character }), oracle.offsetAt({ line, character }));
          const range = { start: { line, character }, end: { line: character, character: line } };
          const ordered = line <= character ? range : { start: range.end, end: range.start };
          assert.equal(document.getText(ordered), oracle.getText(ordered));
        },
      ),
      { ...settings, numRuns: 500 },
    );
  });
});
