import assert from 'node:assert/strict';
import { common } from '../../../server/src/render/layout/presets.ts';
import { exportWith, parse } from '../../support/docx/exports.ts';
import { faultsOf, openDocx } from '../../support/docx/package.ts';

async function documentOf(...lines: readonly string[]): Promise<string> {
  const docx = await openDocx((await exportWith(parse(['关于某事的报告', '', ...lines].join('\n')), { layout: common })).bytes);
  assert.deepEqual(faultsOf(docx), []);
  return docx.part('word/document.xml');
}

describe('a page break', () => {
  it('belongs to the paragraph that follows, so that it needs no room on a full page', async () => {
    const document = await documentOf('正文。', '【分页】', '一、下步打算', '末段。');
    assert.match(document, /<w:pStyle w:val="Heading1"\/>(?:<w:keep\w+\/>)*<w:pageBreakBefore\/>.*?下步打算/);
    assert.doesNotMatch(document, /w:type="page"/);
  });

  it('before an attachment, which begins a page anyway, is one break', async () => {
    const document = await documentOf(
      '正文。',
      '',
      '附件：清单',
      '',
      '某局',
      '2024年1月2日',
      '',
      '【分页】',
      '附件',
      '',
      '清单',
      '',
      '内容。',
    );
    assert.equal(document.match(/<w:pageBreakBefore\/>/g)?.length, 1);
    assert.doesNotMatch(document, /w:type="page"/);
  });

  it('stands alone before a table, and twice where an empty page is wanted', async () => {
    assert.match(await documentOf('正文。', '【分页】', '| 甲 | 乙 |', '|---|---|', '| 1 | 2 |'), /w:type="page".*<w:tbl>/s);
    const twice = await documentOf('正文。', '【分页】', '【分页】', '末段。');
    assert.match(twice, /w:type="page".*<w:pageBreakBefore\/>/s);
  });
});
