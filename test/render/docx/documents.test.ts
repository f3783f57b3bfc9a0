import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type { Block, Inline, Report } from '../../../server/src/engine/model/report.ts';
import { exportWith, type Fixture, fixture, fixtures, runFolder, writeDocx } from '../../support/docx/exports.ts';
import { longReport } from '../../support/docx/longReport.ts';
import { type DocxPackage, faultsOf, openDocx } from '../../support/docx/package.ts';
import { pagesOf, toPdf } from '../../support/docx/pdf.ts';
import { mammothText, type PythonView, pythonViews, validatorErrors } from '../../support/docx/readers.ts';

interface Exported extends Fixture {
  readonly final: boolean;
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly docx: DocxPackage;
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');

const inlineText = (inline: Inline): string => {
  if (inline.kind === 'footnoteReference') return '';
  return inline.kind === 'field' ? (inline.value ?? inline.text) : inline.text;
};
const join = (inlines: readonly Inline[]): string => inlines.map(inlineText).join('');

/** Every word of a block, in the order a reader meets it; written from the model, not from the exporter. */
function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'title':
      return block.lines.map((line) => join(line.inlines));
    case 'heading':
      return [block.number + join(block.heading) + join(block.body)];
    case 'list':
      return block.items.map((item) => join(item.inlines));
    case 'table':
      return [
        ...(block.table.caption ? [join(block.table.caption.inlines)] : []),
        ...[block.table.header, ...block.table.rows].flatMap((row) => row.cells.map(join)),
        ...(block.table.notes ?? []).map(({ inlines }) => join(inlines)),
      ];
    case 'picture':
      return [join(block.caption)];
    case 'attachmentNote':
      return block.items.map((item) => (item.number === undefined ? '' : `${item.number}.`) + join(item.inlines));
    case 'signature':
      return [...block.organs, ...(block.date ? [block.date] : [])].map((line) => join(line.inlines));
    case 'attachment':
      return [join(block.mark), ...block.title.map((line) => join(line.inlines))];
    case 'code':
      return block.lines;
    case 'chart':
      return [join(block.caption)];
    case 'formula':
      return [];
    case 'nothing':
    case 'footnote':
    case 'pageBreak':
    case 'tableOfContents':
      return [];
    default:
      return [join(block.inlines)];
  }
}

/** The first piece of `report` that `text` does not have after the one before it, or undefined. */
function firstMissing(report: Report, text: string): string | undefined {
  let at = 0;
  for (const piece of report.blocks.flatMap(wordsOf).map(squeeze)) {
    const found = text.indexOf(piece, at);
    if (found < 0) return piece;
    at = found + piece.length;
  }
  return undefined;
}

describe('every fixture, exported as a draft and as a final', () => {
  const folder = runFolder();
  let exported: readonly Exported[] = [];
  let python: readonly PythonView[] = [];
  let pdfs: readonly string[] = [];

  before(async () => {
    const all: Exported[] = [];
    for (const one of [...fixtures(), fixture('hundred-pages', longReport())]) {
      for (const final of [false, true]) {
        const { bytes } = await exportWith(one.report, { final, list: true, layout: one.layout });
        const path = writeDocx(folder, `${one.name}-${final ? 'final' : 'draft'}`, bytes);
        all.push({ ...one, final, bytes, path, docx: await openDocx(bytes) });
      }
    }
    exported = all;
    const paths = exported.map(({ path }) => path);
    [python, pdfs] = await Promise.all([pythonViews(paths), toPdf(paths, folder)]);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has at least ten reports of different forms and lengths, one of more than a hundred pages', async () => {
    assert.ok(exported.length >= 20);
    const long = exported.findIndex(({ name, final }) => name === 'hundred-pages' && final);
    assert.ok((await pagesOf(pdfs[long] ?? '')).length >= 100);
  });

  it('passes the Open XML SDK validator', async () => {
    for (let at = 0; at < exported.length; at += 4) {
      const four = exported.slice(at, at + 4);
      const errors = await Promise.all(four.map(({ path }) => validatorErrors(path)));
      for (const [index, { path }] of four.entries()) assert.deepEqual(errors[index], [], path);
    }
  });

  it('has none of the faults that the validator misses', () => {
    for (const { docx, path } of exported) assert.deepEqual(faultsOf(docx), [], path);
  });

  it('reads the same in python-docx, all words in order', () => {
    for (const [index, { report, path }] of exported.entries()) {
      assert.equal(firstMissing(report, squeeze(python[index]?.texts.join('') ?? '')), undefined, path);
    }
  });

  it('reads the same in mammoth', async () => {
    for (const { report, bytes, path } of exported) assert.equal(firstMissing(report, squeeze(await mammothText(bytes))), undefined, path);
  });

  it('prints every word on LibreOffice’s pages', async () => {
    const stripNumbers = (text: string): string => text.replace(/^—\d+—$/, '');
    for (const [index, { report, path }] of exported.entries()) {
      const text = (await pagesOf(pdfs[index] ?? ''))
        .flatMap((page) => page.lines.map((line) => stripNumbers(squeeze(line.text))))
        .join('');
      // A PDF has cells of a table line by line and notes at the foot, so pieces are looked for anywhere, in halves of ten characters.
      for (const piece of report.blocks.filter((block) => block.kind !== 'table' && block.kind !== 'picture').flatMap(wordsOf)) {
        const start = squeeze(piece).slice(0, 10);
        assert.ok(text.includes(start), `${path}: ${start}`);
      }
    }
  });

  it('gives headings Word’s own styles and keeps run-in headings in the body', () => {
    const index = exported.findIndex(({ name, final }) => name === 'long-report' && final);
    const view = python[index];
    assert.ok(view);
    const styleOf = (start: string): string | undefined => view.styles[view.texts.findLastIndex((text) => text.startsWith(start))];
    assert.equal(styleOf('白石县卫生健康局关于'), 'Title');
    assert.equal(styleOf('一、主要工作'), 'Heading 1');
    assert.equal(styleOf('1.定向培养'), 'Heading 3');
    assert.equal(styleOf('（1）招生环节'), 'Heading 4');
    assert.equal(styleOf('（一）机构建设'), 'Body Text');
    const document = exported[index]?.docx.part('word/document.xml') ?? '';
    assert.match(document, /<w:rStyle w:val="Heading2Char"\/>(?:(?!<\/w:r>).)*机构建设稳步推进/);
  });

  it('names title, organ and number in the document’s properties', () => {
    const index = exported.findIndex(({ name }) => name === 'upward-request');
    const view = python[index];
    assert.equal(view?.title, '东湖区民政局关于申请拨付城市社区老年食堂改造补助资金的请示');
    assert.equal(view?.author, '东湖区民政局');
    assert.equal(view?.subject, '东民请〔2026〕12号');
  });

  it('marks a draft and nothing of it in a final', () => {
    const pair = exported.filter(({ name }) => name === 'self-inspection');
    const draft = pair.find(({ final }) => !final);
    const final = pair.find((candidate) => candidate.final);
    assert.ok(draft && final);
    const missing = draft.report.blocks.flatMap((block) => JSON.stringify(block).match(/"kind":"missing"/g) ?? []).length;
    assert.ok(missing > 10);
    assert.equal(draft.docx.part('word/comments.xml').match(/<w:comment /g)?.length, missing);
    assert.ok((draft.docx.part('word/document.xml').match(/<w:highlight w:val="yellow"\/>/g)?.length ?? 0) >= missing);
    assert.match(draft.docx.part('word/header1.xml'), /Draft/);
    assert.match(draft.docx.part('word/document.xml'), new RegExp(`Missing data: ${missing}`));
    const everything = [...final.docx.parts.values()].join('');
    assert.doesNotMatch(everything, /w:highlight|<w:comment |commentRange|Draft|Missing/);
    assert.equal(final.docx.parts.has('word/header1.xml'), false);
  });
});
