import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeSheetProblem } from '../../server/src/data/describeSheetProblem.ts';
import { readCsvSheet } from '../../server/src/data/readCsv.ts';
import { readFrontMatterData } from '../../server/src/data/readFrontMatterData.ts';
import { readSheet } from '../../server/src/data/readSheet.ts';
import { readJsonSheet, readYamlSheet } from '../../server/src/data/readYaml.ts';
import type { DataSheet } from '../../server/src/data/sheet.ts';
import { ReportDocument } from '../../server/src/engine/document.ts';
import { english } from '../../server/src/wording/localize.ts';

const codes = (sheet: DataSheet) => sheet.problems.map(({ code }) => code);
const keys = (sheet: DataSheet) => sheet.rows.map(({ key }) => key);
const values = (sheet: DataSheet) => sheet.rows.map(({ value }) => value);
const said = (sheet: DataSheet) => sheet.problems.map((problem) => describeSheetProblem(sheet.path, problem, english));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a YAML sheet', () => {
  it('is a list of rows with names in Chinese or English', () => {
    const sheet = readYamlSheet(
      'a.yaml',
      '- 名称: 植树面积\n  数值: 1.50\n  单位: 亩\n  责任人: 林业站\n- key: visitors\n  value: 12\n  last_year: 9\n',
    );
    assert.deepEqual(sheet.problems, []);
    const [first, second] = sheet.rows;
    assert.deepEqual(first, {
      key: '植树面积',
      value: '1.50',
      number: 1.5,
      unit: '亩',
      owner: '林业站',
      place: { line: 0, character: 6 },
      keyRange: { start: { line: 0, character: 6 }, end: { line: 0, character: 10 } },
    });
    assert.equal(second?.lastYear, '9');
    assert.deepEqual(second?.place, { line: 4, character: 7 });
  });

  it('is a map of keys to values or to attributes, with the place of each key', () => {
    const sheet = readYamlSheet('a.yaml', '植树面积: 007\n"接待 人次": {value: 3, unit: 人次, aliases: [游客, 访客]}\n');
    assert.deepEqual(values(sheet), ['007', '3']);
    assert.deepEqual(sheet.rows[1]?.aliases, ['游客', '访客']);
    assert.deepEqual(sheet.rows[1]?.keyRange, { start: { line: 1, character: 1 }, end: { line: 1, character: 6 } });
  });

  it('keeps dates and words as they were typed and joins lines', () => {
    const sheet = readYamlSheet('a.yaml', '日期: 2025-03-01\n说法: |\n  甲\n  乙\n空:\n');
    assert.deepEqual(values(sheet), ['2025-03-01', '甲 乙', undefined]);
    assert.deepEqual(codes(sheet), ['line-break']);
  });

  it('says doubled keys with the place of the first, which counts', () => {
    const sheet = readYamlSheet('a.yaml', 'a: 1\nb: 2\na: 3\n');
    assert.deepEqual(values(sheet), ['1', '2']);
    assert.deepEqual(said(sheet), ['a.yaml, line 3: “a” is there twice, first in #1; that one counts. Rename or delete one.']);
  });

  it('says empty keys, bad keys, unknown columns, lists as values and entries that are no rows', () => {
    const sheet = readYamlSheet('a.yaml', '- key: ""\n  value: 1\n- key: a|b\n- key: c\n  颜色: 红\n- 5\n- key: d\n  value: {x: 1}\n');
    assert.deepEqual(codes(sheet), ['empty-key', 'bad-key', 'unknown-column', 'shape', 'shape']);
    assert.deepEqual(keys(sheet), ['c', 'd']);
    assert.deepEqual(codes(readYamlSheet('a.yaml', 'a: [1, 2]\n')), ['shape']);
  });

  it('says where the YAML is wrong and keeps what could be read', () => {
    const sheet = readYamlSheet('a.yaml', 'a: 1\nb: "open\n');
    assert.equal(codes(sheet)[0], 'syntax');
    assert.ok(keys(sheet).includes('a'));
  });

  it('refuses aliases, so that a bomb of them cannot grow', () => {
    const lines = ['a0: &a0 [x, x]'];
    for (let i = 1; i < 30; i++)
      lines.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    const sheet = readYamlSheet('a.yaml', lines.join('\n'));
    assert.deepEqual([codes(sheet), sheet.rows], [['alias'], []]);
    assert.match(said(sheet)[0] ?? '', /^a\.yaml, line 2: References/);
    assert.deepEqual(codes(readYamlSheet('a.yaml', 'base: &b {unit: 元}\nx:\n  <<: *b\n')), ['alias']);
  });

  it('is refused where it is nested too deeply or too large', () => {
    for (const depth of [101, 2000, 5000, 200_000]) {
      for (const text of [`a: ${'['.repeat(depth)}`, `a: ${'{a: '.repeat(depth)}`, `${'- '.repeat(depth * 2)}a`]) {
        assert.deepEqual(codes(readYamlSheet('a.yaml', text)), ['shape'], `${text.slice(0, 9)} ${depth}`);
      }
    }
    const lines = Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`);
    assert.deepEqual(codes(readYamlSheet('a.yaml', lines.join('\n'))), ['shape']);
    assert.deepEqual(codes(readYamlSheet('a.yaml', `a: ${'['.repeat(100)}${']'.repeat(100)}`)), ['shape']);
    assert.deepEqual(codes(readYamlSheet('a.yaml', `a: ${'x'.repeat(5_000_001)}`)), ['too-large']);
  });

  it('may be empty', () => {
    assert.deepEqual(readYamlSheet('a.yaml', '# nothing yet\n'), { path: 'a.yaml', rows: [], problems: [] });
  });
});

describe('a JSON sheet', () => {
  it('has both shapes, tabs and all', () => {
    assert.deepEqual(values(readJsonSheet('a.json', '{\n\t"甲": 1,\n\t"乙": {"value": "2", "unit": "元"}\n}')), ['1', '2']);
    assert.deepEqual(keys(readJsonSheet('a.json', '[{"key": "甲", "value": null}]')), ['甲']);
  });

  it('is refused where it is neither a list nor an object', () => {
    assert.deepEqual(codes(readJsonSheet('a.json', '"甲"')), ['shape']);
    assert.ok(codes(readJsonSheet('a.json', '{"甲": ')).includes('syntax'));
  });
});

describe('a CSV sheet', () => {
  it('has its rows at their lines, also after cells of several lines', () => {
    const sheet = readCsvSheet('a.csv', '\uFEFF名称,数值,备注\r\n甲,"1,234","说\r\n明"\r\n\r\n"乙""号",2,\r\n');
    assert.deepEqual(values(sheet), ['1,234', '2']);
    assert.deepEqual(keys(sheet), ['甲', '乙"号']);
    assert.deepEqual(
      sheet.rows.map(({ place }) => place),
      [{ line: 1 }, { line: 4 }],
    );
    assert.equal(sheet.rows[0]?.number, 1234);
  });

  it('may be parted by semicolons, tabs or full-width commas', () => {
    for (const separator of [';', '\t', '，']) {
      assert.deepEqual(values(readCsvSheet('a.csv', `key${separator}value\na${separator}5\n`)), ['5'], separator);
    }
  });

  it('drops the quotation mark that keeps words from being a formula', () => {
    const sheet = readCsvSheet('a.csv', "key,value,note\na,'-5,'=x\nb,'tis,\n");
    assert.deepEqual(
      sheet.rows.map(({ value, note }) => [value, note]),
      [
        ['-5', '=x'],
        ["'tis", undefined],
      ],
    );
  });

  it('may have a headline above the names of its columns', () => {
    assert.deepEqual(keys(readCsvSheet('a.csv', '某镇数据表,,\n填报：办公室,,\n名称,数值,单位\n甲,1,元\n')), ['甲']);
  });

  it('says what is missing: a header, a column of values, a closing quotation mark', () => {
    assert.deepEqual(codes(readCsvSheet('a.csv', '甲,1\n乙,2\n')), ['no-key-column']);
    assert.deepEqual(codes(readCsvSheet('a.csv', 'key,unit\na,元\n')), ['no-value-column']);
    assert.deepEqual(codes(readCsvSheet('a.csv', 'key,value\na,"1\n')), ['syntax']);
    assert.deepEqual(codes(readCsvSheet('a.csv', '')), ['shape']);
  });

  it('says error cells and doubled keys by their line', () => {
    const sheet = readCsvSheet('a.csv', 'key,value\na,#N/A\na,1\n');
    assert.deepEqual(said(sheet), [
      'a.csv, line 2: The value of “a” is the error #N/A: mend its formula in the sheet, or type the value.',
      'a.csv, line 3: “a” is there twice, first in #2; that one counts. Rename or delete one.',
    ]);
    assert.equal(sheet.rows[0]?.value, undefined);
  });

  it('gives back any cells that were written by the rules', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', '\r', '甲', ' ', ';'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = `key,value,note\n${cells.map((one, i) => `k${i},v,${quoted(one)}`).join('\n')}\n`;
        const flat = (one: string) =>
          one
            .trim()
            .replace(/[\s]*[\r\n][\s]*/g, ' ')
            .trim();
        assert.deepEqual(
          readCsvSheet('a.csv', text).rows.map(({ note }) => note ?? ''),
          cells.map(flat),
        );
      }),
    );
  });
});

describe('the bytes of a sheet', () => {
  // 名称,数值 / 公园,12 in GBK.
  const gbk = Uint8Array.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xca, 0xfd, 0xd6, 0xb5, 0x0a, 0xb9, 0xab, 0xd4, 0xb0, 0x2c, 0x31, 0x32, 0x0a]);

  it('may be UTF-8 with a mark, UTF-16 or GBK', () => {
    const text = '名称,数值\n公园,12\n';
    const wide = new Uint8Array(2 + text.length * 2);
    new DataView(wide.buffer).setUint16(0, 0xfeff, true);
    for (let i = 0; i < text.length; i++) new DataView(wide.buffer).setUint16(2 + i * 2, text.charCodeAt(i), true);
    for (const bytes of [utf8(`\uFEFF${text}`), wide, gbk]) {
      const sheet = readSheet('a.csv', bytes);
      assert.deepEqual([keys(sheet), values(sheet), sheet.problems], [['公园'], ['12'], []]);
    }
  });

  it('are refused where they are no text, too large, or of a kind that is not read', () => {
    assert.deepEqual(codes(readSheet('a.csv', Uint8Array.from([1, 0, 2, 0]))), ['unreadable']);
    assert.deepEqual(codes(readSheet('a.csv', new Uint8Array(20_000_001))), ['too-large']);
    assert.deepEqual(codes(readSheet('a.pdf', utf8('x'))), ['unreadable']);
    assert.deepEqual(codes(readSheet('a.xls', utf8('x'))), ['unreadable']);
    assert.deepEqual(codes(readSheet('toString', utf8('x'))), ['unreadable']);
  });

  it('never make a reader throw, whatever they are', () => {
    const paths = fc.constantFrom('a.yaml', 'a.json', 'a.csv', 'a.xlsx');
    const words = fc.string({
      unit: fc.constantFrom(
        'key',
        'value',
        '名称',
        ':',
        ',',
        '\n',
        '- ',
        '"',
        '{',
        '}',
        '[',
        '&a',
        '*a',
        '|',
        '\t',
        '#N/A',
        '=a+',
        'PK\u0003\u0004',
        '\u0000',
      ),
      maxLength: 40,
    });
    fc.assert(
      fc.property(paths, fc.oneof(fc.uint8Array({ maxLength: 300 }), words.map(utf8)), (path, bytes) => {
        const sheet = readSheet(path, bytes);
        assert.equal(new Set(keys(sheet)).size, sheet.rows.length);
        for (const problem of sheet.problems) assert.ok(!/\{\d\}/.test(english(problem.message, ...problem.args)), problem.message);
      }),
      { numRuns: 400 },
    );
  });
});

describe('data in the front matter', () => {
  const report = (text: string) => ReportDocument.create('file:///a.report', 'report', 1, text);

  it('are a map, with places in the report', () => {
    const sheet = readFrontMatterData(
      report('---\n标题: 某报告\n数据:\n  植树面积: 30\n  金额: {值: 5, 单位: 万元}\n---\n正文{{植树面积}}亩。'),
      'a.report',
    );
    assert.deepEqual(
      sheet?.rows.map(({ key, value, unit, place }) => [key, value, unit, place]),
      [
        ['植树面积', '30', undefined, { line: 3, character: 2 }],
        ['金额', '5', '万元', { line: 4, character: 2 }],
      ],
    );
  });

  it('are none where data names files, or there is no front matter', () => {
    assert.equal(readFrontMatterData(report('---\ndata: [a.yaml]\n---\n')), undefined);
    assert.equal(readFrontMatterData(report('正文')), undefined);
    assert.deepEqual(readFrontMatterData(report('---\ndata: {\n'))?.rows, []);
  });

  it('take no aliases', () => {
    const sheet = readFrontMatterData(report('---\nx: &x 5\ndata:\n  a: *x\n---\n'));
    assert.deepEqual([sheet?.rows, sheet?.problems.map(({ code }) => code)], [[], ['alias']]);
  });
});
