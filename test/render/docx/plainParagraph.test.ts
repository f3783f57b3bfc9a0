import assert from 'node:assert/strict';
import { Document, type FileChild, Packer, Paragraph, TextRun } from 'docx';
import { PlainParagraph } from '../../../server/src/render/docx/plainParagraph.ts';
import { openDocx } from '../../support/docx/package.ts';

const bodyOf = async (child: FileChild): Promise<string> => {
  const bytes = await Packer.pack(new Document({ sections: [{ children: [child] }] }), 'uint8array');
  return (await openDocx(bytes)).part('word/document.xml').replace(/.*<w:body>|<w:sectPr.*/gs, '');
};

describe('a plain paragraph', () => {
  it('writes what the library writes for the same words', async () => {
    const parts = [
      { text: ' 甲 & <乙> "丙"]]> ', hinted: false },
      { text: '“丁”——戊……', hinted: true },
      { text: '’', hinted: false },
      { text: '”', hinted: true, latin: '仿宋' },
    ];
    const own = await bodyOf(new PlainParagraph('BodyText', parts));
    const runs = parts.map(({ text, hinted, latin }) => {
      const fonts = latin === undefined ? {} : { ascii: latin, hAnsi: latin };
      return new TextRun({ text, ...(hinted ? { font: { ...fonts, hint: 'eastAsia' } } : {}) });
    });
    assert.equal(own, await bodyOf(new Paragraph({ style: 'BodyText', children: runs })));
    assert.match(own, /“丁”/);
  });

  it('may be empty', async () => {
    assert.equal(await bodyOf(new PlainParagraph('BodyText', [])), await bodyOf(new Paragraph({ style: 'BodyText' })));
  });
});
