import assert from 'node:assert/strict';
import fc from 'fast-check';
import { reportOf } from '../../server/src/engine/model/blocks.ts';
import type { Block, Inline } from '../../server/src/engine/model/report.ts';
import { p, rawDocx, row, run, table } from './rawDocx.ts';
import { importedReport, reportOfText } from './support.ts';

/** Pieces of text that mean something to the language, to catch it out. */
const marks = [
  '*',
  '**',
  '***',
  '_',
  '`',
  '``',
  '```',
  '[',
  ']',
  '[^1]',
  '[甲](乙)',
  '![',
  '](',
  '{{',
  '}}',
  '{{甲}}',
  '|',
  '\\',
  '\\*',
  '\\\\',
  '#',
  '## ',
  '- ',
  '+ ',
  '---',
  '~~~',
  '$$',
  '<!--',
  '-->',
  '<!-- -->',
  '一、',
  '（一）',
  '1. ',
  '1.1 ',
  '第一章 ',
  '附件：',
  '附件1',
  '表1 ',
  '图1 ',
  '注：',
  '特此报告。',
  '2026年1月5日',
  '[TOC]',
  '【分页】',
  '×',
  'XX',
  '____',
  '（  ）',
  '某',
  '次',
  '万元',
  '：',
  '。',
  '，',
  ' ',
  '　',
  '\t',
  '甲',
  '乙',
  'A',
  '𠮷',
  'e\u0301',
  '<<',
  '^^',
];
const words = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...marks) }, fc.string({ unit: 'binary', maxLength: 4 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

const squeezed = (text: string): string => text.replace(/[\s\p{C}\ufeff\ufffd]/gu, '');
/** What XML can carry: everything else has no place in a document. */
const carried = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/\p{Surrogate}/gu, '\ufffd');

const textOf = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'footnoteReference' ? `[^${inline.label}]` : inline.text)).join('');

function printed(block: Block): string {
  switch (block.kind) {
    case 'title':
      return block.lines.map(({ inlines }) => textOf(inlines)).join('');
    case 'heading':
      return block.number + textOf(block.heading) + textOf(block.body);
    case 'attachmentNote':
      return `附件：${block.items.map(({ number, inlines }) => (number === undefined ? '' : `${number}.`) + textOf(inlines)).join('')}`;
    case 'signature':
      return [...block.organs, ...(block.date ? [block.date] : [])].map(({ inlines }) => textOf(inlines)).join('');
    case 'attachment':
      return [block.mark, ...block.title.map(({ inlines }) => inlines)].map(textOf).join('');
    case 'table':
      return [block.table.header, ...block.table.rows].flatMap(({ cells }) => cells.map(textOf)).join('');
    default:
      return 'inlines' in block
        ? textOf(block.inlines)
        : block.kind === 'list'
          ? block.items.map(({ inlines }) => textOf(inlines)).join('')
          : '';
  }
}

const printedWords = (text: string): string => squeezed(reportOf(reportOfText(text)).blocks.map(printed).join(''));

describe('any words whatever in a Word document', () => {
  it('are printed by the report as they stood, none more and none less', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 6 }), async (paragraphs) => {
        const { text } = await importedReport(
          rawDocx({ body: `${p('正文开始，共三句，不是标题。')}${paragraphs.map((one) => p(run(carried(one)))).join('')}` }),
        );
        // A bullet that was typed is a list; a table of contents is one; both are checked elsewhere.
        const expected = paragraphs.map(carried).filter((one) => !/^\s*\[TOC\]\s*$/i.test(one));
        assert.equal(oneForm(printedWords(text)), oneForm(squeezed(`正文开始，共三句，不是标题。${expected.join('')}`)), text);
      }),
      { numRuns: 600, seed: 9704 },
    );
  });

  it('are printed by a table cell by cell', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(words, words, words), { minLength: 2, maxLength: 4 }), async (rows) => {
        const body = table(...rows.map((cells) => row(...cells.map((one) => `<w:tc>${p(run(carried(one)))}</w:tc>`))));
        const { text } = await importedReport(rawDocx({ body: `${p('见下表。')}${body}` }));
        const block = reportOf(reportOfText(text)).blocks.find(({ kind }) => kind === 'table');
        assert.ok(block?.kind === 'table', text);
        const cells = [block.table.header, ...block.table.rows].map((one) => one.cells.map((cell) => squeezed(textOf(cell))));
        assert.deepEqual(
          cells,
          rows.map((one) => one.map((cell) => squeezed(carried(cell)))),
          text,
        );
      }),
      { numRuns: 300, seed: 2012 },
    );
  });
});

/** The attachment note prints its label and numbers in one form, whatever was typed. */
const oneForm = (text: string): string => (text.includes('附件') ? text.replace(/[附件0-9：:.．、]/g, '') : text);
