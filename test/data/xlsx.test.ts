import assert from 'node:assert/strict';
import JSZip from 'jszip';
import type { DataSheet } from '../../server/src/data/sheet.ts';
import { numberFormat, showNumber } from '../../server/src/data/xlsx/numberFormat.ts';
import { readXlsxSheet } from '../../server/src/data/xlsx/readXlsx.ts';
import { writeXlsx } from '../../server/src/data/xlsx/writeXlsx.ts';
import { openZip } from '../../server/src/ooxml/openZip.ts';
import { attribute, readXml } from '../../server/src/ooxml/xml.ts';

const spreadsheet =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Book {
  /** What stands inside `sheetData`, and after it. */
  readonly sheets: readonly { readonly name: string; readonly rows: string; readonly after?: string; readonly state?: string }[];
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
}

async function workbook({ sheets, strings = '', styles = '', workbookPr = '' }: Book): Promise<Uint8Array> {
  const zip = new JSZip();
  const list = sheets.map(({ name, state }, i) => `<sheet name="${name}" sheetId="${i + 1}" ${state ?? ''} r:id="rId${i + 1}"/>`).join('');
  const related = sheets
    .map((_, i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
    .join('');
  zip.file(
    '_rels/.rels',
    `<?xml version="1.0"?><Relationships><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  zip.file('xl/workbook.xml', `<workbook ${spreadsheet}>${workbookPr}<sheets>${list}</sheets></workbook>`);
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `<Relationships>${related}<Relationship Id="s" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="y" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  );
  zip.file('xl/sharedStrings.xml', `<sst>${strings}</sst>`);
  zip.file('xl/styles.xml', `<styleSheet>${styles}</styleSheet>`);
  sheets.forEach(({ rows, after = '' }, i) => {
    zip.file(`xl/worksheets/sheet${i + 1}.xml`, `<worksheet ${spreadsheet}><sheetData>${rows}</sheetData>${after}</worksheet>`);
  });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const words = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const head = `<row r="1">${words('A1', '名称')}${words('B1', '数值')}${words('C1', '单位')}</row>`;
const one = (rows: string, more: Partial<Book> & { readonly after?: string } = {}) =>
  workbook({ ...more, sheets: [{ name: '数据', rows: head + rows, ...(more.after === undefined ? {} : { after: more.after }) }] });
const read = (bytes: Uint8Array) => readXlsxSheet('a.xlsx', bytes);
const codes = (sheet: DataSheet) => sheet.problems.map(({ code }) => code);
const pairs = (sheet: DataSheet) => sheet.rows.map(({ key, value }) => [key, value]);

describe('a workbook', () => {
  it('gives its rows with sheet and row, from shared and inline strings and numbers', async () => {
    const strings = '<si><t>公园</t></si><si><r><t>万</t></r><r><t xml:space="preserve">元 &amp; 角</t></r><rPh><t>ワン</t></rPh></si>';
    const rows = '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3"><v>0.30000000000000004</v></c><c r="C3" t="s"><v>1</v></c></row>';
    const sheet = read(await one(rows, { strings }));
    assert.deepEqual(sheet.problems, []);
    assert.deepEqual(sheet.rows, [{ key: '公园', value: '0.3', number: 0.3, unit: '万元 & 角', place: { sheet: '数据', row: 3 } }]);
  });

  it('shows numbers, percentages and dates as its formats do, and keeps the number behind', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="2"/></cellXfs>';
    const cell = (row: number, style: number, value: string) =>
      `<row r="${row}">${words(`A${row}`, `k${row}`)}<c r="B${row}" s="${style}"><v>${value}</v></c></row>`;
    const sheet = read(await one(cell(2, 1, '45721') + cell(3, 2, '0.12345') + cell(4, 3, '2.005') + cell(5, 0, '1E3'), { styles }));
    assert.deepEqual(pairs(sheet), [
      ['k2', '2025年3月5日'],
      ['k3', '12.3%'],
      ['k4', '2.01'],
      ['k5', '1000'],
    ]);
    assert.equal(sheet.rows[1]?.exact, '12.345%');
  });

  it('takes the saved result of a formula and says where none is saved', async () => {
    const rows =
      `<row r="2">${words('A2', '甲')}<c r="B2"><f>1+1</f><v>2</v></c></row>` +
      `<row r="3">${words('A3', '乙')}<c r="B3"><f>1+1</f></c></row>` +
      `<row r="4">${words('A4', '丙')}<c r="B4" t="str"><f>"x"</f><v></v></c></row>`;
    const sheet = read(await one(rows));
    assert.deepEqual(pairs(sheet)[0], ['甲', '2']);
    assert.deepEqual(
      sheet.problems.map(({ code, place }) => [code, place]),
      [['formula', { sheet: '数据', row: 3 }]],
    );
  });

  it('says cells that are errors', async () => {
    const sheet = read(await one(`<row r="2">${words('A2', '甲')}<c r="B2" t="e"><f>VLOOKUP(1)</f><v>#N/A</v></c></row>`));
    assert.deepEqual(codes(sheet), ['error-value']);
    assert.deepEqual(pairs(sheet), [['甲', undefined]]);
  });

  it('says merged cells and doubled keys', async () => {
    const rows = `<row r="2">${words('A2', '甲')}<c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row><row r="4">${words('A4', '甲')}</row>`;
    const sheet = read(await one(rows, { after: '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>' }));
    assert.deepEqual(
      sheet.problems.map(({ code, place }) => [code, place]),
      [
        ['merged-cells', { sheet: '数据', row: 2 }],
        ['empty-key', { sheet: '数据', row: 3 }],
        ['duplicate-key', { sheet: '数据', row: 4 }],
      ],
    );
  });

  it('reads all visible sheets that have a column for names', async () => {
    const row = (key: string) => `${head}<row r="2">${words('A2', key)}</row>`;
    const bytes = await workbook({
      sheets: [
        { name: '说明', rows: `<row r="1">${words('A1', '填表说明')}</row>` },
        { name: '一', rows: row('甲') },
        { name: '藏', rows: row('乙'), state: 'state="hidden"' },
        { name: '二', rows: row('丙') },
      ],
    });
    assert.deepEqual(
      read(bytes).rows.map(({ key, place }) => [key, place]),
      [
        ['甲', { sheet: '一', row: 2 }],
        ['丙', { sheet: '二', row: 2 }],
      ],
    );
    assert.deepEqual(codes(read(await workbook({ sheets: [{ name: '说明', rows: `<row r="1">${words('A1', '填表说明')}</row>` }] }))), [
      'no-key-column',
    ]);
  });

  it('is refused with a password, in the old format, cut off, or where it is none', async () => {
    const ole = new Uint8Array(2000);
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    assert.match(read(ole).problems[0]?.message ?? '', /old format/);
    [...'EncryptedPackage'].forEach((letter, i) => {
      ole[600 + 2 * i] = letter.charCodeAt(0);
    });
    assert.match(read(ole).problems[0]?.message ?? '', /protected by a password: save it without one/);
    const whole = await one('');
    for (const bytes of [whole.slice(0, whole.length / 2), Uint8Array.from([1, 2, 3]), new Uint8Array(0)]) {
      assert.deepEqual(codes(read(bytes)), ['unreadable']);
    }
    const empty = await new JSZip().file('a.txt', 'a').generateAsync({ type: 'uint8array' });
    assert.deepEqual(codes(read(empty)), ['unreadable']);
  });

  it('is not unpacked where it is a bomb', async () => {
    const zip = new JSZip();
    zip.file('xl/workbook.xml', new Uint8Array(30_000_000));
    assert.deepEqual(codes(read(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }))), ['too-large']);
    // One part alone, among others that do not shrink.
    const noise = new Uint8Array(1_000_000);
    for (let i = 0, seed = 1; i < noise.length; i++) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      noise[i] = seed >> 16;
    }
    const mixed = new JSZip().file('noise', noise).file('xl/workbook.xml', new Uint8Array(5_000_000));
    assert.equal(openZip(await mixed.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })), 'bomb');
    const many = new JSZip();
    for (let i = 0; i < 2001; i++) many.file(`${i}`, '');
    assert.deepEqual(codes(read(await many.generateAsync({ type: 'uint8array' }))), ['too-large']);
    assert.deepEqual(codes(read(new Uint8Array(20_000_001))), ['too-large']);
  });

  it('cannot lie about the size of a part', async () => {
    const zip = new JSZip();
    zip.file('a', 'x'.repeat(500_000));
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    // The size in the directory, 24 bytes after its signature PK 1 2.
    for (let at = 0; at + 28 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    const opened = openZip(bytes);
    assert.ok(typeof opened !== 'string');
    assert.ok((opened.read('a')?.length ?? 0) <= 10);
  });
});

describe('XML', () => {
  it('is read with prefixes, entities, comments and CDATA, and refuses a document type', () => {
    const events = [...readXml('<?xml version="1.0"?><x:a b="1 &gt; 0" c=\'>\'>&#x4e2d;&amp;<!-- <q> --><![CDATA[<z>]]></x:a><e/>')];
    assert.deepEqual(
      events.map((event) => (event.kind === 'text' ? event.text : `${event.kind} ${event.name}`)),
      ['open a', '中&', '<z>', 'close a', 'open e', 'close e'],
    );
    const first = events[0];
    assert.ok(first?.kind === 'open');
    assert.deepEqual(
      [attribute(first.attributes, 'b'), attribute(first.attributes, 'c'), attribute(first.attributes, 'd')],
      ['1 > 0', '>', undefined],
    );
    assert.deepEqual([...readXml('<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')], []);
  });

  it('that is cut off anywhere does no harm', () => {
    const xml = '<a b="c"><!-- d --><![CDATA[e]]>&lt;<f/></a>';
    for (let end = 0; end <= xml.length; end++) assert.ok([...readXml(xml.slice(0, end))].length <= 8);
  });
});

describe('a number format', () => {
  for (const { code, raw, shown } of [
    { code: '#,##0.00', raw: '1234.5', shown: '1234.50' },
    { code: '0.00_);[Red](0.00)', raw: '1.005', shown: '1.01' },
    { code: '0"万元"', raw: '12.4', shown: '12' },
    { code: 'General', raw: '1e-7', shown: '0.0000001' },
    { code: '0.00E+00', raw: '12345.6', shown: '12345.6' },
    { code: '@', raw: '5', shown: '5' },
    { code: 'yyyy/m/d', raw: '45721', shown: '2025-03-05' },
    { code: 'yyyy"年"m"月"', raw: '45721', shown: '2025年3月' },
    { code: 'm"月"d"日"', raw: '45721', shown: '3月5日' },
    { code: 'h:mm', raw: '0.75', shown: '18:00' },
    { code: 'yyyy-mm-dd hh:mm', raw: '45721.5', shown: '2025-03-05 12:00' },
  ]) {
    it(`${code} shows ${raw} as ${shown}`, () => assert.equal(showNumber(raw, numberFormat(164, code), false).text, shown));
  }

  it('knows the calendar of old Macs', () => assert.equal(showNumber('0', numberFormat(14, undefined), true).text, '1904-01-01'));
});

describe('a written workbook', () => {
  const rows = [
    ['名称', '数值'],
    ['甲<&>"', '=1+1'],
    ['乙', ''],
  ];

  it('is read back as it was', () => {
    const sheet = read(writeXlsx({ name: '缺项', widths: [20, 10], rows }));
    assert.deepEqual(codes(sheet), ['bad-key']);
    assert.deepEqual(pairs(sheet), [['乙', undefined]]);
    assert.deepEqual(sheet.rows[0]?.place, { sheet: '缺项', row: 3 });
  });

  it('has the same bytes every time', () => {
    const table = { name: 'a/b', widths: [20, 10], rows };
    assert.deepEqual(writeXlsx(table), writeXlsx(table));
  });
});
