import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bindSheets } from '../../server/src/data/bind.ts';
import { isError, KeyIndex, parseFormula } from '../../server/src/data/formula.ts';
import { readCsvSheet } from '../../server/src/data/readCsv.ts';
import { readYamlSheet } from '../../server/src/data/readYaml.ts';
import { english } from '../../server/src/wording/localize.ts';

const base =
  '甲: {值: 1200, 单位: 万元}\n乙: {值: 0.3, 单位: 亿元}\n去年: {值: 1000, 单位: 万元}\n零: 0\n率: {值: 12.5, 单位: "%"}\n人数: {值: 30, 单位: 人}\n话: 若干\n空:\n';
const bind = (lines: string) => bindSheets([readYamlSheet('a.yaml', base + lines)]);
/** Value and unit of `=formula`, or the error's code and words. */
function derive(formula: string, unit?: string): string {
  const values = bind(`x: {值: ${JSON.stringify(`=${formula}`)}${unit === undefined ? '' : `, 单位: "${unit}"`}}\n`);
  const x = values.get('x');
  return x?.failure === undefined ? `${x?.value}${x?.unit ?? ''}` : `${x.failure.code}: ${english(x.failure.message, ...x.failure.args)}`;
}

describe('a derived value', () => {
  for (const [formula, result] of [
    ['sum(甲, 乙)', '4200万元'],
    ['求和（甲，乙）', '4200万元'],
    ['乙 - 甲', '0.18亿元'],
    ['甲 - 0.1', '1199.9万元'],
    ['growth(甲, 去年)', '20%'],
    ['增长率(去年, 甲)', '-16.67%'],
    ['share(甲, 乙)', '40%'],
    ['ratio(乙, 甲)', '2.5'],
    ['甲 × 率', '150万元'],
    ['甲 / 人数', '40'],
    ['甲 / 7', '171.43万元'],
    ['-(甲 + 甲) * 2', '-4800万元'],
    ['50% * 甲', '600万元'],
    ['0.1 + 0.2', '0.3'],
    ['1 - 2 - 3', '-4'],
    ['2 + 3 * 4', '14'],
  ] as const) {
    it(`=${formula} is ${result}`, () => assert.equal(derive(formula), result));
  }

  it('is given in the unit of its row', () => {
    assert.equal(derive('sum(甲, 乙)', '亿元'), '0.42亿元');
    assert.equal(derive('率 - 2.5%', '百分点'), '10百分点');
    assert.equal(derive('ratio(乙, 甲)', '倍'), '2.5倍');
  });

  for (const [formula, error] of [
    ['甲 + 丙', 'syntax: The formula names “丙”, which no row has.'],
    ['甲 / 零', 'division-by-zero: The formula divides by zero.'],
    ['growth(甲, 零)', 'division-by-zero: The formula divides by zero.'],
    ['甲 + 话', 'no-number: The value of “话” is no number: 若干'],
    ['甲 + 空', 'no-value: No value is given for “空” yet.'],
    ['甲 + 人数', 'unit: The formula joins 万元 and 人, which cannot be converted.'],
    ['甲 +', 'syntax: The formula ends too early: a name or a number is missing.'],
    ['(甲', 'syntax: A bracket is not closed in the formula.'],
    ['甲 乙', 'syntax: The formula cannot be read from “乙” on.'],
    ['share(甲)', 'syntax: share(…) takes 2 values, not 1.'],
    [`${'('.repeat(60)}1${')'.repeat(60)}`, 'syntax: The formula is nested too deeply.'],
    [`1${'+1'.repeat(600)}`, 'syntax: The formula is too long (1000 characters at most).'],
    [Array(40).fill('10000000').join('*'), 'too-large: The result has too many digits.'],
  ] as const) {
    it(`=${formula.slice(0, 20)} is an error: ${error}`, () => assert.equal(derive(formula), error));
  }

  it('is an error in a unit that does not fit', () => {
    assert.equal(derive('甲 + 乙', '人'), 'unit: The result is in 万元, which cannot be shown in 人: change the unit of the row.');
  });

  it('may go over other derived values, in any order of rows', () => {
    const values = bind('c: =b*2\nb: =a+1\na: =1+1\n');
    assert.deepEqual(
      ['a', 'b', 'c'].map((key) => values.get(key)?.value),
      ['2', '3', '6'],
    );
  });

  it('names the cycle it is in, and what needs it cannot be computed either', () => {
    const values = bind('a: =b\nb: =c+1\nc: =a\nd: =a\ne: =e\n');
    const failure = (key: string) => values.get(key)?.failure;
    assert.deepEqual(
      ['a', 'b', 'c', 'd', 'e'].map((key) => failure(key)?.args[0]),
      ['a → b → c → a', 'b → c → a → b', 'c → a → b → c', 'a', 'e → e'],
    );
    assert.deepEqual([failure('a')?.code, failure('d')?.code], ['cycle', 'no-value']);
    assert.deepEqual(values.problems.map(({ code, subject, severity }) => [code, subject, severity]).at(0), ['derive', 'a', 'error']);
  });

  it('may be the end of a chain of 20,000, and squares cannot grow without end', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `k${i},=k${i + 1}+1`);
    const values = bindSheets([readCsvSheet('a.csv', `key,value\n${rows.map((row) => `${row}\n`).join('')}k20000,0\n`)]);
    assert.equal(values.get('k0')?.value, '20000');
    const squares = Array.from({ length: 200 }, (_, i) => `s${i + 1},=s${i}*s${i}`).join('\n');
    const grown = bindSheets([readCsvSheet('a.csv', `key,value\ns0,12345\n${squares}\n`)]);
    assert.equal(grown.get('s200')?.failure?.code, 'no-value');
  });

  it('finds keys with hyphens, blanks and brackets, the longest first', () => {
    const values = bindSheets([
      readYamlSheet('a.yaml', '因公出国（境）费: 3\nyear-end total: 5\nyear: 1\n费: 1\nx: =year-end total + 因公出国（境）费 - year\n'),
    ]);
    assert.equal(values.get('x')?.value, '7');
  });

  it('computes plain sums as decimals do, and never throws', () => {
    const number = fc.integer({ min: -99999, max: 99999 });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 0, max: 4 }), (a, b, digits) => {
        const show = (value: number) => `(${value < 0 ? '-' : ''}${Math.abs(value) / 10 ** digits})`;
        assert.equal(Number(derive(`${show(a)} + ${show(b)}`)), Number(((a + b) / 10 ** digits).toFixed(digits)));
      }),
    );
    const piece = fc.constantFrom(
      '甲',
      '乙',
      '(',
      ')',
      '+',
      '-',
      '*',
      '/',
      ',',
      'sum(',
      'growth（',
      '1',
      '0',
      '.',
      '%',
      ' ',
      '丙',
      '"',
      '…',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const parsed = parseFormula(text, new KeyIndex(['甲', '乙']));
        assert.ok(isError(parsed) ? parsed.message !== '' : parsed.kind !== undefined);
        assert.ok(derive(text).length > 0);
      }),
    );
  });
});
