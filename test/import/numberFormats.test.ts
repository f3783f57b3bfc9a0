import assert from 'node:assert/strict';
import { formatNumber } from '../../server/src/import/word/numberFormats.ts';

describe('automatic numbers', () => {
  it('are printed as Word prints them', () => {
    const cases: readonly (readonly [format: string, numbers: readonly number[], printed: string])[] = [
      [
        'chineseCounting',
        [1, 10, 11, 20, 21, 100, 103, 110, 1020, 10_000],
        '一 十 十一 二十 二十一 一百 一百〇三 一百一十 一千〇二十 一万',
      ],
      ['chineseCountingThousand', [1, 10, 12, 105, 111], '一 十 十二 一百零五 一百一十一'],
      ['chineseLegalSimplified', [1, 10, 12, 105], '壹 壹拾 壹拾贰 壹佰零伍'],
      ['ideographDigital', [1, 10, 2026], '一 一〇 二〇二六'],
      ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
      ['decimalEnclosedCircle', [1, 20, 21, 35, 36], '① ⑳ ㉑ ㉟ 36'],
      ['decimalEnclosedParen', [1, 20], '⑴ ⒇'],
      ['decimalFullWidth', [12], '１２'],
      ['upperRoman', [1, 4, 9, 14, 40, 1990], 'I IV IX XIV XL MCMXC'],
      ['lowerLetter', [1, 26, 27, 53], 'a z aa aaa'],
      ['ordinal', [1, 2, 3, 4, 11, 12, 21, 112], '1st 2nd 3rd 4th 11th 12th 21st 112th'],
      ['decimalZero', [5, 12], '05 12'],
      ['none', [3], ''],
      ['somethingElse', [7, -3, 1e9], '7 0 99999'],
    ];
    for (const [format, numbers, printed] of cases)
      assert.equal(numbers.map((number) => formatNumber(format, number)).join(' '), printed, format);
  });
});
