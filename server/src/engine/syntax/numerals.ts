const digits = '〇一二三四五六七八九';

/** 1 → 一, 12 → 十二, 103 → 一百〇三. For whole numbers from 1 to 999; others come back in Arabic digits. */
export function toChineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) {
    return String(value);
  }
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  let text = hundreds > 0 ? `${digits[hundreds]}百` : '';
  if (tens > 0) {
    text += `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十`;
  } else if (hundreds > 0 && ones > 0) {
    text += '〇';
  }
  return ones > 0 ? text + digits[ones] : text;
}

const values: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  貳: 2,
  叁: 3,
  參: 3,
  叄: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  陸: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100 };

/** 十二 → 12, 一百〇三 → 103, 二〇 → 20, 12 and １２ → 12. `undefined` for what is no number. */
export function parseNumber(text: string): number | undefined {
  if (text.length === 1 && values[text] !== undefined) {
    return values[text];
  }
  if (text.length === 0 || text.length > 9) {
    return undefined;
  }
  if (/^[0-9０-９]+$/.test(text)) {
    return Number(text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)));
  }
  let sum = 0;
  let digit: number | undefined;
  for (const char of text) {
    const unit = units[char];
    const value = values[char];
    if (unit !== undefined) {
      sum += (digit ?? 1) * unit;
      digit = undefined;
    } else if (value !== undefined) {
      digit = digit === undefined ? value : digit * 10 + value;
    } else {
      return undefined;
    }
  }
  return sum + (digit ?? 0);
}

/** 一二三 …, and the same as some write them in accounts, in both scripts. */
const plainDigits = '一二三四五六七八九十百';
const formalDigits = { simplified: '壹贰叁肆伍陆柒捌玖拾佰', traditional: '壹貳參肆伍陸柒捌玖拾佰' } as const;

/** A number in the digits that another one is written in: 三 → 四, 3 → 4, ３ → ４, 叁 → 肆. */
export function numeralLike(written: string, value: number): string {
  if (/^[0-9]/.test(written)) {
    return String(value);
  }
  if (/^[０-９]/.test(written)) {
    return String(value).replace(/[0-9]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
  }
  const plain = toChineseNumber(value);
  if (!/[壹贰貳叁參叄肆伍陆陸柒捌玖拾]/.test(written)) {
    return plain;
  }
  const formal = /[貳參叄陸]/.test(written) ? formalDigits.traditional : formalDigits.simplified;
  return [...plain].map((one) => formal.charAt(plainDigits.indexOf(one)) || one).join('');
}
