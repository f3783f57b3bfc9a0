import type { Font, FontRole, PageLayout } from './pageLayout.ts';

// The names writers expect, then what stands in for them on Windows, macOS, WPS and Linux.
const song = ['宋体', 'SimSun', '新宋体', 'Songti SC', 'STSong', 'FandolSong', 'Noto Serif CJK SC'];
const imitationSong = ['仿宋_GB2312', '仿宋', 'FangSong', 'STFangsong', '朱雀仿宋', 'FandolFang', 'Noto Serif CJK SC'];
const regularScript = ['楷体_GB2312', '楷体', 'KaiTi', 'STKaiti', '霞鹜文楷', 'FandolKai', 'Noto Serif CJK SC'];
const black = ['黑体', 'SimHei', 'Heiti SC', '方正黑体_GBK', 'FandolHei', 'Noto Sans CJK SC'];
const standardSong = ['方正小标宋简体', '方正小标宋_GBK', '华文中宋', 'STZhongsong', 'Noto Serif CJK SC'];
const monospace = ['黑体', 'SimHei', 'Noto Sans Mono CJK SC'];
const times = ['Times New Roman', 'Liberation Serif', 'Tinos'];
const courier = ['Courier New', 'Liberation Mono'];

/** Chinese type sizes in points (字号). */
const sizes = { 小初: 36, 一号: 26, 二号: 22, 小二: 18, 三号: 16, 小三: 15, 四号: 14, 小四: 12, 五号: 10.5, 小五: 9 } as const;

/** What may stand in for a font that a style names, by what its name tells of it. */
export const substitutes: readonly (readonly [name: RegExp, families: readonly string[]])[] = [
  [/小标宋|xiaobiaosong/i, standardSong],
  [/仿宋|fang/i, imitationSong],
  [/楷|kai/i, regularScript],
  [/黑|hei|sans/i, black],
  [/宋|song|sun|ming|serif/i, song],
];

const font = (eastAsian: readonly string[], size: number, latin: readonly string[] = times, bold = false): Font => ({
  eastAsian,
  latin,
  size,
  bold,
});

// GB/T 9704-2012, 5.2.2 (body), 7.2 (head), 7.3.1 (title), 7.3.3 (headings), 7.4 (imprint), 7.5 (page number).
const officialFonts: Readonly<Record<FontRole, Font>> = {
  body: font(imitationSong, sizes.三号),
  title: font(standardSong, sizes.二号),
  heading1: font(black, sizes.三号),
  heading2: font(regularScript, sizes.三号),
  heading3: font(imitationSong, sizes.三号),
  heading4: font(imitationSong, sizes.三号),
  organMark: font(standardSong, sizes.小初),
  blackLabel: font(black, sizes.三号),
  signer: font(regularScript, sizes.三号),
  imprint: font(imitationSong, sizes.四号),
  pageNumber: font(song, sizes.四号, ['宋体', 'SimSun', 'Noto Serif CJK SC', 'Liberation Serif']),
  table: font(imitationSong, sizes.四号),
  caption: font(black, sizes.四号),
  code: font(monospace, sizes.五号, courier),
  footnote: font(song, sizes.五号),
};

const official = {
  paper: { width: 210, height: 297 },
  firstLineIndentChars: 2,
  titlePitchPt: 35,
  linesBefore: { title: 2, addressee: 1, attachmentNote: 1, signature: 1 },
  signatureRightChars: 2,
  pageNumber: { below: 7, edgeIndentChars: 1, outer: true, dashes: true },
  fonts: officialFonts,
} as const;

/** Margins of GB/T 9704-2012, 5.2.1, and 12756 twips in 22 lines: the pitch most Word users set. */
export const common: PageLayout = {
  ...official,
  name: 'common',
  margins: { top: 37, bottom: 35, left: 28, right: 26 },
  grid: { lines: 22, chars: 28, linePitchPt: 28.95 },
};

/** GB/T 33476.2-2016, appendix A: half the leading is taken off top and bottom, so that the ink fills the type area. */
export const gb33476: PageLayout = {
  ...official,
  name: 'gb33476',
  margins: { top: 34.58, bottom: 32.58, left: 28, right: 26 },
  typeAreaInset: 2.42,
  grid: { lines: 22, chars: 28, linePitchPt: 29.6 },
};

/** A pitch of 28 pt: 22 lines fit, the page is not filled. */
export const pitch28: PageLayout = {
  ...official,
  name: '28pt',
  margins: common.margins,
  grid: { lines: 22, chars: 28, linePitchPt: 28 },
};

const arial = ['Arial', 'Liberation Sans', 'Arimo'];

/** For companies and for English reports: no official document, so the standard's numbers do not bind it. */
export const plain: PageLayout = {
  ...official,
  name: 'plain',
  runningHead: true,
  margins: { top: 25.4, bottom: 25.4, left: 24.5, right: 24.5 },
  grid: { lines: 34, chars: 38, linePitchPt: 20.5 },
  titlePitchPt: 30,
  linesBefore: { title: 1, addressee: 1, attachmentNote: 1, signature: 1 },
  pageNumber: { below: 10, edgeIndentChars: 0, outer: false, dashes: false },
  fonts: {
    body: font(song, sizes.小四),
    title: font(black, 20, arial, true),
    heading1: font(black, sizes.小三, arial, true),
    heading2: font(black, sizes.四号, arial, true),
    heading3: font(black, sizes.小四, arial, true),
    heading4: font(song, sizes.小四, times, true),
    organMark: font(black, sizes.一号, arial, true),
    blackLabel: font(black, sizes.小四, arial, true),
    signer: font(song, sizes.小四),
    imprint: font(song, sizes.五号),
    pageNumber: font(song, sizes.小五),
    table: font(song, sizes.五号),
    caption: font(black, sizes.五号, arial),
    code: font(monospace, sizes.五号, courier),
    footnote: font(song, sizes.小五),
  },
};

export const presets: readonly PageLayout[] = [common, gb33476, pitch28, plain];
