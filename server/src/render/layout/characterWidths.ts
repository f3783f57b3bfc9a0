// Advance widths, so that lines can be broken without a browser. Han characters fill a cell of one em whatever the font; Latin letters and
// digits have the advance widths of Times New Roman (Liberation Serif has the same), in 1/2048 em, from U+0020 to U+007E.
const regular = [
  512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024,
  1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479, 1251, 1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479,
  1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251, 682, 569, 682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024,
  1024, 569, 569, 1024, 569, 1593, 1024, 1024, 1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108,
];
const bold = [
  512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024,
  1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1905, 1479, 1366, 1479, 1479, 1366, 1251, 1593, 1593, 797, 1024, 1593, 1366, 1933, 1479,
  1593, 1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479, 1479, 1366, 682, 569, 682, 1190, 1024, 682, 1024, 1139, 909, 1139, 909, 682,
  1024, 1139, 569, 682, 1139, 569, 1706, 1139, 1024, 1139, 1139, 909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451, 807, 1065,
];
const unitsPerEm = 2048;
/** Letters with accents, Greek, Cyrillic: near enough to the mean of Times New Roman. */
const otherLatin = 1024 / unitsPerEm;
const times = 1155 / unitsPerEm;
const divided = 1124 / unitsPerEm;
/** Quotation marks, dashes and ellipses, where the Latin font draws them. */
const latinMarkWidths: ReadonlyMap<number, number> = new Map(
  [...'‐‑‒–—―‘’‚‛“”„‟†‡•…'].map((mark, index) => [
    mark.codePointAt(0) ?? 0,
    ([682, 682, 1024, 1024, 2048, 2048, 682, 682, 682, 682, 909, 909, 909, 909, 1024, 1024, 717, 2048][index] ?? 1024) / unitsPerEm,
  ]),
);
/** Of a typewriter font. */
const monospace = 0.6;

/** Characters that East Asian fonts draw on a whole cell though Latin fonts have them too (UAX #11, class A), as Chinese text uses them. */
const wideInChinese = new Set([...'¡¤§¨¯°±²³´¶·¸¹º¼½¾¿ˇˉˊˋ˙'].map((c) => c.codePointAt(0)));

const wideRanges: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f], // Hangul Jamo
  [0x2010, 0x2027], // dashes, quotation marks, • …
  [0x2030, 0x205e],
  [0x2100, 0x218f], // ℃ № Ⅰ Ⅱ
  [0x2190, 0x2426], // arrows, mathematics
  [0x2460, 0x27bf], // ① ⑴ ⒈, boxes, ■ ● ★ ✓
  [0x2e80, 0xa4cf], // radicals, CJK symbols, kana, Han, Yi
  [0xac00, 0xd7a3], // Hangul
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60], // full-width forms
  [0xffe0, 0xffe6],
  [0x1f000, 0x1faff],
  [0x20000, 0x3ffff],
];

/** Whether the character takes a whole cell (one em) in Chinese text. */
export function isFullWidth(codePoint: number): boolean {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return true;
  if (codePoint < 0xa7) return false;
  for (const [first, last] of wideRanges) {
    if (codePoint < first) break;
    if (codePoint <= last) return true;
  }
  return wideInChinese.has(codePoint);
}

/** Marks that stand on the character before them, joiners and selectors. */
const isZeroWidth = (codePoint: number) =>
  (codePoint >= 0x300 && codePoint <= 0x36f) ||
  (codePoint >= 0x200b && codePoint <= 0x200f) ||
  (codePoint >= 0x2060 && codePoint <= 0x2064) ||
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
  (codePoint >= 0xe0100 && codePoint <= 0xe01ef) ||
  codePoint === 0xfeff ||
  codePoint === 0xad;

/** Advance width in em. */
export function advanceOf(codePoint: number, style: 'regular' | 'bold' | 'monospace' = 'regular', latinMarks = false): number {
  if (latinMarks && codePoint >= 0x2010 && codePoint <= 0x2026) return latinMarkWidths.get(codePoint) ?? 1;
  if (isFullWidth(codePoint)) return 1;
  if (codePoint < 0x20 || isZeroWidth(codePoint)) return codePoint === 9 ? 2 : 0;
  if (style === 'monospace') return monospace;
  const units = (style === 'bold' ? bold : regular)[codePoint - 0x20];
  if (units !== undefined) return units / unitsPerEm;
  return codePoint === 0xd7 ? times : codePoint === 0xf7 ? divided : otherLatin;
}
