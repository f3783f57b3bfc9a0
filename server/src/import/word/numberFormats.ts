const digits = '〇一二三四五六七八九';
const legalDigits = '零壹贰叁肆伍陆柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
const mostCounted = 99_999;

/** 12 → 十二, 103 → 一百〇三, 1020 → 一千〇二十; `ten` is what 10 to 19 begin with, `zero` what stands for a skipped place. */
function counted(value: number, numerals: string, units: readonly string[], zero: string, oneTen: boolean): string {
  if (value === 0) return zero;
  let rest = value;
  let text = '';
  let place = 0;
  let skipped = false;
  while (rest > 0) {
    const digit = rest % 10;
    if (digit === 0) {
      skipped = text !== '';
    } else {
      const join = skipped && !text.startsWith(zero) ? zero : '';
      text = `${numerals[digit] ?? ''}${units[place] ?? ''}${join}${text}`;
      skipped = false;
    }
    rest = Math.floor(rest / 10);
    place++;
  }
  return oneTen && value >= 10 && value < 20 ? text.slice(1) : text;
}

const chinese = (value: number): string => counted(value, digits, ['', '十', '百', '千', '万'], '〇', true);
const chineseThousand = (value: number): string => counted(value, digits, ['', '十', '百', '千', '万'], '零', true);
const legal = (value: number): string => counted(value, legalDigits, ['', '拾', '佰', '仟', '万'], '零', false);
const positional = (value: number): string => [...String(value)].map((digit) => digits[Number(digit)]).join('');

const romanParts: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let rest = Math.min(value, 3999);
  let text = '';
  for (const [worth, letters] of romanParts) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}

/** a … z, aa, bb … as Word counts. */
const letters = (value: number): string =>
  value < 1 ? '' : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(30, Math.ceil(value / 26)));

/** A character of a run of characters; plain digits beyond it. */
const from =
  (first: number, most: number) =>
  (value: number): string =>
    value >= 1 && value <= most ? String.fromCodePoint(first + value - 1) : String(value);
const circled = (value: number): string =>
  value >= 1 && value <= 20
    ? String.fromCodePoint(0x2460 + value - 1)
    : value >= 21 && value <= 35
      ? String.fromCodePoint(0x3251 + value - 21)
      : String(value);
const cycle =
  (characters: string) =>
  (value: number): string =>
    value >= 1 && value <= characters.length ? (characters[value - 1] ?? '') : String(value);
const ordinal = (value: number): string => {
  const tens = value % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
};
const fullWidth = (value: number): string => [...String(value)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');

/** `w:numFmt` (ISO/IEC 29500-1, 17.18.59) → how a number is printed; the ones that Chinese and Western documents use. */
const formats: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerLetter: letters,
  ordinal,
  chineseCounting: chinese,
  chineseCountingThousand: chineseThousand,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chineseThousand,
  japaneseCounting: chinese,
  ideographDigital: positional,
  japaneseDigitalTenThousand: positional,
  taiwaneseDigital: positional,
  chineseLegalSimplified: legal,
  japaneseLegal: legal,
  ideographLegalTraditional: legal,
  ideographTraditional: cycle(stems),
  ideographZodiac: cycle(branches),
  ideographEnclosedCircle: from(0x3220, 10),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: from(0x2488, 20),
  decimalEnclosedParen: from(0x2474, 20),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalHalfWidth: String,
  numberInDash: (value) => `- ${value} -`,
  none: () => '',
};

/** A number as Word prints it in a list of this format; plain digits for a format that is not known. */
export function formatNumber(format: string, value: number): string {
  const whole = Math.max(0, Math.min(Math.trunc(value) || 0, mostCounted));
  return (formats[format] ?? String)(whole);
}
