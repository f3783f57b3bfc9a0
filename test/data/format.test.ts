import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decimalText, divide, parseDecimal, round } from '../../server/src/data/decimal.ts';
import { parseField } from '../../server/src/data/fields.ts';
import { formatValue, unitAfter, unitConflict } from '../../server/src/data/format.ts';
import { groupThousands, parseValue } from '../../server/src/data/value.ts';
import { english } from '../../server/src/wording/localize.ts';

const show = (value: string, unit: string | undefined, field: string, after = '') => {
  const { text, problem } = formatValue({ key: 'k', value, ...(unit === undefined ? {} : { unit }) }, parseField(`k${field}`), after);
  return problem === undefined ? text : `${text} ! ${problem.code}`;
};

describe('the words of a field', () => {
  it('are key, unit and digits after the point, the last two in either order', () => {
    assert.deepEqual(parseField('total|万元|1'), { key: 'total', unit: '万元', decimals: 1 });
    assert.deepEqual(parseField(' 总额 | 2 | 亿元 '), { key: '总额', unit: '亿元', decimals: 2 });
    assert.deepEqual(parseField('总额｜１'), { key: '总额', decimals: 1 });
    assert.deepEqual(parseField('总额\\|万元'), { key: '总额', unit: '万元' });
    assert.deepEqual(parseField('总额'), { key: '总额' });
    assert.deepEqual(parseField('总额||'), { key: '总额' });
  });

  it('that cannot be read are kept for the message', () => {
    assert.deepEqual(parseField('a|万元|1|2'), { key: 'a', unit: '万元', decimals: 1, unread: '2' });
    assert.equal(parseField('a|99').unread, '99');
  });
});

describe('a value', () => {
  for (const [value, unit, field, shown] of [
    ['1234567', '元', '|万元|1', '123.5'],
    ['1234567', '元', '|万元', '123.4567'],
    ['1234567', '元', '|亿元|2', '0.01'],
    ['3.5', '亿元', '|万元', '35000'],
    ['12.3', '百万元', '|千元', '12300'],
    ['12000', '个', '|万个', '1.2'],
    ['12000', '个', '|万', '1.2'],
    ['12000', '人次', '|万人次|2', '1.20'],
    ['123000000', '元', '|亿|1', '1.2'],
    ['5', '‰', '|%', '0.5'],
    ['2', '吨', '|公斤', '2000'],
    ['1,234,567', '元', '|万元|0', '123'],
    ['12,345,678', '元', '|元|1', '12,345,678.0'],
    ['0.125', undefined, '|2', '0.13'],
    ['-0.125', undefined, '|2', '-0.13'],
    ['1.005', undefined, '|2', '1.01'],
    ['-0.04', undefined, '|1', '0.0'],
    ['3万元', undefined, '|元', '30000'],
    ['１２３４', '元', '|千元|1', '1.2'],
    ['5 million', undefined, '|thousand', '5000'],
    ['5 kg', undefined, '|克', '5000'],
    ['202X', undefined, '|1', '202X ! no-number'],
    ['20××年', undefined, '|1', '20××年 ! no-number'],
    ['3-5', undefined, '|1', '3-5 ! no-number'],
    ['5', '元', '|人', '5 ! unit'],
    ['5', undefined, '|万元', '5 ! unit'],
    ['5', '%', '|百分点', '5 ! unit'],
    ['5', '%', '|万', '5 ! unit'],
    ['若干', '元', '|万元', '若干 ! no-number'],
    ['2025年3月', undefined, '|1', '2025年3月 ! no-number'],
    ['5', '元', '|1|2|3', '5 ! format'],
    ['', '元', '', ' ! no-value'],
    ['1,234.50', '元', '', '1,234.50'],
    ['2025-03-01', undefined, '', '2025-03-01'],
  ] as const) {
    it(`${value}${unit ?? ''} as {{k${field}}} is ${shown}`, () => assert.equal(show(value, unit, field), shown));
  }

  it('does not say its unit twice', () => {
    assert.equal(show('12.5%', undefined, '', '，增长'), '12.5%');
    assert.equal(show('12.5%', undefined, '', '%，增长'), '12.5');
    assert.equal(show('12.5%', undefined, '', '％'), '12.5');
    assert.equal(show('3 万元', undefined, '', '万元'), '3');
  });

  it('behind a rounded one is what is converted', () => {
    assert.equal(formatValue({ key: 'k', value: '12.3%', exact: '12.345%' }, { decimals: 2 }).text, '12.35');
  });
});

describe('the unit after a field', () => {
  it('is found behind 余 and a blank', () => {
    assert.deepEqual(['万元。', '余万元', ' 次', '%）', '项目', '，元'].map(unitAfter), ['万元', '万元', '次', '%', undefined, undefined]);
  });

  const conflict = (value: string, unit: string | undefined, field: string, after: string) => {
    const problem = unitConflict({ key: 'k', value, ...(unit === undefined ? {} : { unit }) }, parseField(`k${field}`), after);
    return problem && english(problem.message, ...problem.args);
  };

  it('must be the unit the value is shown in', () => {
    assert.equal(conflict('5', '万元', '', '元。'), '“k” is given in 万元, but 元 follows it in the text: write {{k|元}} to convert it.');
    assert.equal(conflict('5', '人', '', '元。'), '“k” is shown in 人, but 元 follows it in the text.');
    assert.equal(conflict('5', '万', '', '元'), '“k” is shown in 万, but 元 follows it in the text.');
    assert.equal(conflict('5', '元', '|万元', '元'), '“k” is shown in 万元, but 元 follows it in the text.');
    assert.equal(
      conflict('5万元', undefined, '', '元'),
      '“k” is given in 万元, but 元 follows it in the text: write {{k|元}} to convert it.',
    );
  });

  it('is no conflict where it agrees, or one of both says nothing', () => {
    for (const [value, unit, field, after] of [
      ['5', '万元', '', '余万元'],
      ['5', '元', '|万', '万元'],
      ['5', '元', '|万元', '万元'],
      ['5', '万元', '', '，'],
      ['5', undefined, '', '元'],
      ['5', '%', '', '％'],
      ['若干', '万元', '', '元'],
      ['5', '万', '', '万人'],
      ['2025', '年', '', '年底'],
    ] as const) {
      assert.equal(conflict(value, unit, field, after), undefined, `${value}${unit} ${field} ${after}`);
    }
  });
});

describe('decimals', () => {
  it('round half up without the dust of binary fractions', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 8 }),
        (digits, scale, decimals) => {
          const text = decimalText({ digits, scale }, decimals);
          const rounded = round({ digits, scale }, decimals);
          assert.match(text, decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`));
          // Twice the distance from the true value is at most one unit of the last place.
          const unit = 10n ** BigInt(Math.max(0, scale - decimals));
          const distance =
            rounded.digits * 10n ** BigInt(Math.max(0, scale - rounded.scale)) - digits * 10n ** BigInt(Math.max(0, rounded.scale - scale));
          assert.ok((distance < 0n ? -distance : distance) * 2n <= unit);
        },
      ),
    );
  });

  it('are read back as they are written, and divided back as multiplied', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 99999 }), (digits, scale, by) => {
        const text = decimalText({ digits: BigInt(digits), scale });
        const back = parseDecimal(text);
        assert.ok(back !== undefined);
        assert.equal(decimalText(back), text);
        const quotient = divide({ digits: BigInt(digits) * BigInt(by), scale }, { digits: BigInt(by), scale: 0 });
        assert.equal(quotient && decimalText(quotient), text);
      }),
    );
  });

  it('refuse what would be too long', () => {
    assert.deepEqual(['1e61', '9'.repeat(61), `1${'0'.repeat(200)}`, '1e-61', '', '.', '1.'].map(parseDecimal), Array(7).fill(undefined));
  });
});

describe('the formatter', () => {
  it('never throws, and leaves what is typed where nothing is asked', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('1', '0', ',', '.', '万', '元', '%', '-', 'e', '|', '　', '９', '人'), maxLength: 12 }),
    );
    fc.assert(
      fc.property(text, text, text, text, (value, unit, words, after) => {
        const field = parseField(words);
        const { text: shown } = formatValue({ key: 'k', value, unit }, field, after);
        assert.equal(typeof shown, 'string');
        unitConflict({ key: 'k', value, unit }, field, after);
        assert.equal(formatValue({ key: 'k', value }, {}).text, value.trim());
        const parsed = parseValue(value);
        if (parsed) assert.ok(!groupThousands(decimalText(parsed.number)).includes(',,'));
      }),
    );
  });
});
