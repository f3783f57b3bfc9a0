import assert from 'node:assert/strict';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { onePixelPng } from '../support/docx/samplePictures.ts';
import { p, rawDocx, run } from './rawDocx.ts';
import { exported, imported, importedReport } from './support.ts';

async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await imported(bytes);
  return result.kind === 'refused' ? result.message : `not refused: ${result.text.slice(0, 100)}`;
}
const ole = (name: string): Uint8Array => {
  const bytes = new Uint8Array(2000);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from(name, 'utf16le'), 1024);
  return bytes;
};
const document = (body: string, head = ''): Uint8Array =>
  zipSync({
    '_rels/.rels': strToU8(
      '<Relationships xmlns="r"><Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(`<?xml version="1.0"?>${head}<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
  });

describe('a file that is no Word document', () => {
  it('is refused with the way out', async () => {
    const cases: readonly (readonly [bytes: Uint8Array, message: RegExp])[] = [
      [new Uint8Array(), /empty/],
      [strToU8('just words'), /no Word document, or is damaged/],
      [strToU8('{\\rtf1\\ansi words}'), /RTF/],
      [strToU8('%PDF-1.7'), /PDF/],
      [strToU8('<html><body>words</body></html>'), /web page/],
      [ole('WordDocument'), /old format \(\.doc\).*save it as \.docx first/],
      [ole('EncryptedPackage'), /password: .*remove the password/],
      [zipSync({ 'content.xml': strToU8('<a/>'), mimetype: strToU8('application/vnd.oasis.opendocument.text') }), /OpenDocument/],
      [zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), /another kind/],
      [zipSync({ 'hello.txt': strToU8('hello') }), /no Word document/],
    ];
    for (const [bytes, message] of cases) assert.match(await refusal(bytes), message);
  });

  it('is refused before it is unpacked when it is a bomb', async () => {
    const zeros = new Uint8Array(120_000_000);
    assert.match(await refusal(zipSync({ 'word/document.xml': zeros })), /unpacks to far more/);
    assert.match(await refusal(rawDocx({ body: p('文'), files: { 'word/media/a.png': zeros } })), /unpacks to far more/);
    const many = Object.fromEntries(Array.from({ length: 6000 }, (_, index) => [`word/x${index}.xml`, strToU8('<a/>')]));
    assert.match(await refusal(rawDocx({ body: p('文'), files: many })), /unpacks to far more/);
  });

  it('is refused with a document type, so that no entity can grow', async () => {
    const bomb = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    assert.match(await refusal(document(p(run('&b;')), bomb)), /damaged/);
  });
});

describe('a damaged or malicious Word document', () => {
  it('never throws, wherever it is cut off or changed', async () => {
    const whole = await exported('关于植树的报告\n\n市政府：\n\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n\n特此报告。\n', true);
    for (let length = 0; length < whole.length; length += Math.ceil(whole.length / 60)) await imported(whole.subarray(0, length));
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const changed = Uint8Array.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      await imported(changed);
    }
    const files = unzipSync(whole);
    const xml = files['word/document.xml'] ?? new Uint8Array();
    for (let length = 0; length < xml.length; length += Math.ceil(xml.length / 60)) {
      await imported(zipSync({ ...files, 'word/document.xml': xml.subarray(0, length) }));
    }
  });

  it('keeps the words of a text that is cut off, and says so', async () => {
    const cut = document(p('第一段，完整。'));
    const files = unzipSync(cut);
    const whole = Buffer.from(files['word/document.xml'] ?? [])
      .toString('utf8')
      .replace('</w:body></w:document>', '<w:p><w:r><w:t>第二段</w:t>');
    const result = await importedReport(zipSync({ ...files, 'word/document.xml': strToU8(whole) }));
    assert.equal(result.text, '第一段，完整。\n第二段\n');
    assert.deepEqual(
      result.remarks.map(({ message }) => message),
      ['The document is cut off: what is left of it was read.'],
    );
  });

  it('takes no part from outside and names no file by the document', async () => {
    const relationship = (id: string, type: string, target: string, more = '') =>
      `<Relationship Id="${id}" Type="x/${type}" Target="${target}"${more}/>`;
    const { text, pictures } = await importedReport(
      rawDocx({
        body:
          ['a', 'b', 'c'].map((id) => p(`<w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r>`)).join('') +
          p('正文在此，不多不少。'),
        relationships:
          relationship('a', 'image', '../../../../etc/passwd') +
          relationship('b', 'image', 'file:///etc/passwd', ' TargetMode="External"') +
          relationship('c', 'image', 'media/x.png'),
        files: { '../../evil.png': onePixelPng, 'word/media/x.png': onePixelPng },
      }),
    );
    assert.equal(text, '![](test.assets/image1.png)\n\n正文在此，不多不少。\n');
    assert.deepEqual(
      pictures.map(({ name }) => name),
      ['image1.png'],
    );
  });

  it('takes styles and lists that lead to themselves', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>';
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const { text } = await importedReport(
      rawDocx({
        styles,
        numbering,
        body: p('正文，一段。', '<w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>'),
      }),
    );
    assert.equal(text, '正文，一段。\n');
    const notes = `<w:footnote w:id="1">${p('<w:r><w:footnoteReference w:id="1"/></w:r>')}</w:footnote>`;
    assert.equal(
      (await importedReport(rawDocx({ footnotes: notes, body: p(`${run('注')}<w:r><w:footnoteReference w:id="1"/></w:r>`) }))).text,
      '注[^1]\n\n[^1]: [^1]\n',
    );
  });

  it('takes nesting of any depth without overflowing', async () => {
    const deep = (open: string, close: string) => open.repeat(50_000) + run('深') + close.repeat(50_000);
    const bodies = [
      `<w:p>${deep('<w:ins>', '</w:ins>')}</w:p>`,
      deep('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'),
      `<w:p>${deep('<m:oMath>', '</m:oMath>')}</w:p>`,
      `<w:p><w:r>${deep('<mc:AlternateContent><mc:Choice>', '</mc:Choice></mc:AlternateContent>')}</w:r></w:p>`,
    ];
    for (const body of bodies) {
      const { text, remarks } = await importedReport(rawDocx({ body: body + p('后文，完整。') }));
      assert.match(text, /后文，完整。/);
      assert.ok(remarks.some(({ message }) => message.startsWith('The document nests far deeper')));
    }
  });

  it('takes 100,000 paragraphs, and lets itself be cancelled between them', async () => {
    const bytes = rawDocx({ body: p('年度工作完成情况，逐项说明如下：共*项。').repeat(100_000) });
    const { text } = await importedReport(bytes);
    assert.equal(text.split('\n').length, 100_001);
    let asked = 0;
    const signal = {
      throwIfAborted: () => {
        asked += 1;
        if (asked > 3) throw new Error('cancelled');
      },
    };
    await assert.rejects(imported(bytes, { signal }), /cancelled/);
    assert.equal(asked, 4);
  });

  it('drops what no text may have', async () => {
    const body = p('<w:r><w:t>甲&#0;&#8;&#xFFFE;&#xD800;乙\u2028丙&#10;丁</w:t></w:r>') + p('末段，完整。');
    assert.equal((await importedReport(rawDocx({ body }))).text, '甲\ufffd乙 丙 丁\n末段，完整。\n');
  });
});
