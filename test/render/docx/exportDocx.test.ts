import assert from 'node:assert/strict';
import type { BlockContent, Report } from '../../../server/src/engine/model/report.ts';
import { block, exportWith, fixtures, line, paragraph, reportWith, words } from '../../support/docx/exports.ts';
import { faultsOf, openDocx } from '../../support/docx/package.ts';
import { gifHead, jpegHead, onePixelPng, png } from '../../support/docx/samplePictures.ts';

const documentOf = async (report: Report, options: Parameters<typeof exportWith>[1] = {}): Promise<string> => {
  const docx = await openDocx((await exportWith(report, options)).bytes);
  assert.deepEqual(faultsOf(docx), []);
  return docx.part('word/document.xml');
};
const picture = (path: string): BlockContent => ({ kind: 'picture', path, caption: words('图1 流程'), pathStart: 0 });

describe('exportDocx', () => {
  it('gives the same bytes for the same report', async () => {
    for (const { name, report } of fixtures()) {
      const first = await exportWith(report, { list: true });
      // Dates in a zip count in steps of two seconds, so a clock that leaks in may not show; the head of each entry is looked at below.
      const second = await exportWith(report, { list: true });
      assert.ok(Buffer.from(first.bytes).equals(Buffer.from(second.bytes)), name);
    }
  });

  it('bears no time but the one it is given', async () => {
    const { bytes } = await exportWith(reportWith([paragraph('国')]));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    assert.equal(view.getUint32(10, true), 0x00210000, 'the first entry is of 1980-01-01');
    const untimed = await openDocx(bytes);
    assert.doesNotMatch(untimed.part('docProps/core.xml'), /created|modified/);
    const timed = await openDocx((await exportWith(reportWith([paragraph('国')]), { time: new Date('2026-05-04T03:02:01Z') })).bytes);
    assert.match(timed.part('docProps/core.xml'), /<dcterms:modified[^>]*>2026-05-04T03:02:01Z</);
  });

  it('prints an empty report', async () => {
    assert.match(await documentOf(reportWith([])), /<w:sectPr/);
  });

  it('prints a title that stands in the front matter only, and none twice', async () => {
    const title = (document: string): number => document.match(/<w:pStyle w:val="Title"\/>/g)?.length ?? 0;
    assert.equal(title(await documentOf(reportWith([paragraph('正文。')], { title: '关于某事的报告' }))), 1);
    const typed = block({ kind: 'title', lines: [line('关于某事的报告')] });
    assert.equal(title(await documentOf(reportWith([typed, paragraph('正文。')], { title: '别的' }))), 1);
  });

  it('takes out what breaks a Word document and keeps the rest', async () => {
    const text = `甲\u0000\u0008\u001b乙\ud800丙\ufffe\uffff丁\t戊\n己]]>&<庚>"`;
    const document = await documentOf(reportWith([paragraph(text)]));
    assert.match(document, /甲乙\ufffd丙丁 戊 己\]\]&gt;&amp;&lt;庚&gt;/);
  });

  it('keeps such characters out of titles, properties, links and alternative texts as well', async () => {
    const bad = 'A\u0001\uffff\ud9ffB';
    const report = reportWith(
      [
        block({ kind: 'title', lines: [line(bad)] }),
        block({ kind: 'paragraph', inlines: [{ kind: 'link', text: bad, href: `https://example.org/${bad}`, start: 0 }] }),
        block({ kind: 'picture', path: bad, caption: words(bad), pathStart: 0 }),
      ],
      { issuingOrgan: [bad], documentNumber: bad, copiesTo: [bad], printingOrgan: bad },
    );
    const docx = await openDocx((await exportWith(report)).bytes);
    assert.deepEqual(faultsOf(docx), []);
  });

  it('prints every character of a word of 10,000', async () => {
    assert.match(await documentOf(reportWith([paragraph('x'.repeat(10_000))])), /x{10000}/);
  });

  it('prints a table of 3,000 rows whose header row is repeated', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => ({ lineOffset: index, cells: [words(String(index)), words('内容')] }));
    const table = { header: { lineOffset: 0, cells: [words('序号'), words('事项')] }, rows, alignments: ['right', 'left'] as const };
    const document = await documentOf(reportWith([block({ kind: 'table', table })]));
    assert.equal(document.match(/<w:tr>|<w:tr /g)?.length, 3001);
    assert.equal(document.match(/<w:tblHeader\/>/g)?.length, 1);
  });

  it('sets a paragraph between two tables and after a last one, or Word would run them into one', async () => {
    const table = block({ kind: 'table', table: { header: { lineOffset: 0, cells: [words('甲')] }, rows: [], alignments: ['left'] } });
    const document = await documentOf(reportWith([table, table]));
    assert.doesNotMatch(document, /<\/w:tbl><w:(?:tbl|sectPr)/);
  });

  it('puts columns that Word cannot take into the last one, and says so', async () => {
    const cells = Array.from({ length: 70 }, (_, index) => words(`列${index}。`));
    const table = { header: { lineOffset: 0, cells }, rows: [], alignments: cells.map(() => 'left' as const) };
    const { bytes, problems } = await exportWith(reportWith([block({ kind: 'table', table })]));
    const document = (await openDocx(bytes)).part('word/document.xml');
    assert.equal(document.match(/<w:tc>/g)?.length, 63);
    for (let index = 0; index < 70; index++) assert.ok(document.includes(`列${index}。`));
    assert.match(problems[0]?.message ?? '', /70 columns/);
  });

  it('pads rows that have too few cells', async () => {
    const table = {
      header: { lineOffset: 0, cells: [words('甲'), words('乙')] },
      rows: [{ lineOffset: 1, cells: [words('一')] }],
      alignments: ['left', 'left'] as const,
    };
    assert.equal((await documentOf(reportWith([block({ kind: 'table', table })]))).match(/<w:tc>/g)?.length, 4);
  });

  it('sets Chinese quotation marks, dashes and ellipses in Chinese width', async () => {
    const document = await documentOf(reportWith([paragraph('坚持“四个”——不松劲……')]));
    assert.match(document, /<w:rFonts w:hint="eastAsia"\/><\/w:rPr><w:t[^>]*>坚持“四个”——不松劲……</);
  });

  it('sets quotation marks behind Latin letters and digits in Chinese width for LibreOffice too, which takes them for Latin', async () => {
    const document = await documentOf(reportWith([paragraph('偿债“631”制度，“5G”和“好”')]));
    const wide = [...document.matchAll(/<w:rFonts w:ascii="([^"]+)" w:hAnsi="\1" w:hint="eastAsia"\/><\/w:rPr><w:t[^>]*>([^<]*)</g)];
    assert.deepEqual(
      wide.map(([, , words]) => words),
      ['”', '”'],
    );
    assert.equal(document.replace(/<[^>]*>/g, ''), '偿债“631”制度，“5G”和“好”');
  });

  it('leaves an apostrophe inside an English word Latin', async () => {
    const document = await documentOf(reportWith([paragraph('他说don’t“好”')]));
    assert.match(document, /<w:r><w:t[^>]*>’<\/w:t><\/w:r>/);
  });

  it('hints nothing in an English report', async () => {
    const document = await documentOf(reportWith([paragraph('The “North” bridge — first')], { language: 'en' }));
    assert.doesNotMatch(document, /eastAsia/);
  });

  const languages: readonly (readonly [said: string, chinese: string, latin: string])[] = [
    ['zh', 'zh-CN', 'en-US'],
    ['中文', 'zh-CN', 'en-US'],
    ['English', 'zh-CN', 'en-US'],
    ['zh-TW', 'zh-TW', 'en-US'],
    ['de-DE', 'zh-CN', 'de-DE'],
    ['"<什么>', 'zh-CN', 'en-US'],
  ];
  for (const [said, chinese, latin] of languages) {
    it(`takes ${said} for a language`, async () => {
      const docx = await openDocx((await exportWith(reportWith([paragraph('国')], { language: said }))).bytes);
      assert.match(docx.part('word/styles.xml'), new RegExp(`<w:lang w:val="${latin}" w:eastAsia="${chinese}"`));
    });
  }

  it('links only to the web and to mail', async () => {
    const link = (href: string) => block({ kind: 'paragraph', inlines: [{ kind: 'link', text: '此处', href, start: 0 }] });
    const { bytes } = await exportWith(
      reportWith([link('https://example.org/a?b=1&c=2'), link('javascript:alert(1)'), link('file:///etc/passwd')]),
    );
    const docx = await openDocx(bytes);
    assert.deepEqual(faultsOf(docx), []);
    const targets = [...docx.part('word/_rels/document.xml.rels').matchAll(/Target="([^"]*)" TargetMode="External"/g)].map(
      (match) => match[1],
    );
    assert.deepEqual(targets, ['https://example.org/a?b=1&amp;c=2']);
  });

  it('numbers notes by their first use and repeats the number at the second', async () => {
    const reference = (label: string) => ({ kind: 'footnoteReference', label, start: 0 }) as const;
    const report = reportWith([
      block({
        kind: 'paragraph',
        inlines: [...words('甲'), reference('b'), ...words('乙'), reference('a'), ...words('丙'), reference('b'), reference('none')],
      }),
      block({ kind: 'footnote', label: 'a', inlines: words('注甲') }),
      block({ kind: 'footnote', label: 'b', inlines: words('注乙') }),
      block({ kind: 'footnote', label: 'unused', inlines: words('无人用') }),
    ]);
    const docx = await openDocx((await exportWith(report)).bytes);
    assert.deepEqual(faultsOf(docx), []);
    const document = docx.part('word/document.xml');
    assert.deepEqual(
      [...document.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map((match) => match[1]),
      ['1', '2'],
    );
    assert.match(document, /\[\^none\]/);
    assert.match(docx.part('word/footnotes.xml'), /w:id="1".*注乙.*w:id="2".*注甲/s);
  });
});

describe('pictures in an export', () => {
  const heads: readonly (readonly [string, Uint8Array, string])[] = [
    ['a.png', png(3, 2), 'png'],
    ['a.jpg', jpegHead(640, 480), 'jpg'],
    ['a.gif', gifHead(64, 48), 'gif'],
  ];
  for (const [path, bytes, type] of heads) {
    it(`takes a ${type.toUpperCase()} with its caption as alternative text`, async () => {
      const { bytes: file, problems } = await exportWith(reportWith([block(picture(path))]), { pictures: async () => ({ bytes }) });
      assert.deepEqual(problems, []);
      const docx = await openDocx(file);
      assert.ok(docx.names.some((name) => name.startsWith('word/media/') && name.endsWith(`.${type}`)));
      assert.match(docx.part('word/document.xml'), /<wp:docPr [^>]*descr="图1 流程"/);
    });
  }

  it('keeps the size of a small one and scales a large one to the type area', async () => {
    const extent = async (bytes: Uint8Array): Promise<readonly number[]> => {
      const document = await documentOf(reportWith([block(picture('p.jpg'))]), { pictures: async () => ({ bytes }) });
      const match = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(document);
      return [Number(match?.[1]) / 36000, Number(match?.[2]) / 36000];
    };
    const [width = 0, height = 0] = await extent(jpegHead(96, 48));
    assert.ok(Math.abs(width - 25.4) < 0.1 && Math.abs(height - 12.7) < 0.1);
    const [wide = 0, low = 0] = await extent(jpegHead(4000, 1000));
    assert.ok(wide > 155 && wide <= 156.3, `${wide} mm`);
    assert.ok(Math.abs(low - wide / 4) < 0.5);
    const [, tall = 0] = await extent(jpegHead(1000, 8000));
    assert.ok(tall <= 225 && tall > 190, `${tall} mm`);
  });

  const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['a WebP', Uint8Array.from([0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x45, 0x42, 0x50]), /is WebP, .*Save it as PNG/],
    ['an SVG', Buffer.from('\ufeff<?xml version="1.0"?><!-- a --><svg width="5"/>'), /is SVG, .*Save it as PNG/],
    ['a web page', Buffer.from('words <svg/>'), /not a PNG, JPEG or GIF/],
    ['nothing', new Uint8Array(), /not a PNG, JPEG or GIF/],
    ['a PNG cut short', onePixelPng.slice(0, 30), /damaged/],
    ['a JPEG without a frame', jpegHead(5, 5).slice(0, 9), /damaged/],
    ['a GIF cut short', gifHead(5, 5).slice(0, 8), /damaged/],
    ['a PNG that claims 50,000 × 50,000', png(1, 1, { width: 50_000, height: 50_000 }), /too large/],
  ];
  for (const [what, bytes, message] of refused) {
    it(`refuses ${what}, says so, and leaves a visible text in its place`, async () => {
      for (const final of [false, true]) {
        const { bytes: file, problems } = await exportWith(reportWith([paragraph('前'), block(picture('pics/a.bin'))]), {
          final,
          pictures: async () => ({ bytes }),
        });
        assert.equal(problems.length, 1);
        assert.match(problems[0]?.message ?? '', message);
        assert.match(problems[0]?.message ?? '', /pics\/a\.bin/);
        assert.equal(problems[0]?.block, 1);
        assert.match(
          (await openDocx(file)).part('word/document.xml'),
          /\[Picture missing: pics\/a\.bin\].*图|\[Picture missing: pics\/a\.bin\]/s,
        );
      }
    });
  }

  it('passes on why a picture could not be read', async () => {
    const { problems } = await exportWith(reportWith([block(picture('../x.png'))]), {
      pictures: async () => ({ problem: 'outside the workspace' }),
    });
    assert.deepEqual(problems, [{ block: 0, message: 'outside the workspace' }]);
  });
});

describe('progress and cancelling of an export', () => {
  const long = reportWith(Array.from({ length: 1000 }, () => paragraph('国')));

  it('goes from 0 to 1 and never back', async () => {
    const seen: number[] = [];
    await exportWith(long, { onProgress: (done) => seen.push(done) });
    assert.deepEqual(
      seen,
      [...seen].sort((a, b) => a - b),
    );
    assert.ok(seen.length > 3);
    assert.equal(seen.at(-1), 1);
  });

  it('stops before it begins', async () => {
    await assert.rejects(exportWith(long, { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });

  it('stops between blocks, at the next breath', async () => {
    const controller = new AbortController();
    let breaths = 0;
    const breathe = async (): Promise<void> => {
      breaths++;
      controller.abort();
    };
    await assert.rejects(exportWith(long, { signal: controller.signal, breathe }), { name: 'AbortError' });
    assert.equal(breaths, 1);
  });
});
