/** The roles that have a font of their own (GB/T 9704-2012, 7.2–7.5), with the names a style may call them by. */
export const fontRoles = [
  { key: 'body', names: ['body', '正文'] },
  { key: 'title', names: ['title', '标题'] },
  { key: 'heading1', names: ['heading1', '一级标题'] },
  { key: 'heading2', names: ['heading2', '二级标题'] },
  { key: 'heading3', names: ['heading3', '三级标题'] },
  { key: 'heading4', names: ['heading4', '四级标题'] },
  { key: 'organMark', names: ['organMark', '发文机关标志'] },
  { key: 'blackLabel', names: ['blackLabel', '密级', '附件标识'] },
  { key: 'signer', names: ['signer', '签发人'] },
  { key: 'imprint', names: ['imprint', '版记'] },
  { key: 'pageNumber', names: ['pageNumber', '页码'] },
  { key: 'table', names: ['table', '表格'] },
  { key: 'caption', names: ['caption', '图表标题'] },
  { key: 'code', names: ['code', '代码'] },
  { key: 'footnote', names: ['footnote', '脚注'] },
] as const;

export type FontRole = (typeof fontRoles)[number]['key'];

/** The layouts that come with the product; a style stands on one of them. */
export const presetNames = ['common', 'gb33476', '28pt', 'plain'] as const;

/** Chinese type sizes (字号) in points. */
export const typeSizes: Readonly<Record<string, number>> = {
  初号: 42,
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
  六号: 7.5,
  小六: 6.5,
  七号: 5.5,
  八号: 5,
};

/** What a house style may make bold beside the roles: the first sentence of a point (一是……。). */
export type BoldKey = 'heading1' | 'heading2' | 'heading3' | 'heading4' | 'points' | 'title' | 'body';

/**
 * What a house style says (`style:` as a mapping, or a style file). Every key is optional: what is absent stays as the layout it stands on
 * has it.
 */
export interface HouseStyle {
  /** What it stands on: a preset's name; in a report's mapping also the path of a style file. */
  readonly preset?: string;
  /** In millimetres. */
  readonly margins?: Readonly<Partial<Record<'top' | 'bottom' | 'left' | 'right', number>>>;
  /** Line pitch of the grid, in points. */
  readonly pitch?: number;
  readonly lines?: number;
  readonly chars?: number;
  /** First-line indent, in characters. */
  readonly indent?: number;
  /** Line pitch of the title in points, and empty lines above (under a red head) and below it. */
  readonly titlePitch?: number;
  readonly titleBefore?: number;
  readonly titleAfter?: number;
  /** East Asian font families. */
  readonly fonts?: Readonly<Partial<Record<FontRole, string>>>;
  /** In points. */
  readonly sizes?: Readonly<Partial<Record<FontRole, number>>>;
  readonly bold?: Readonly<Partial<Record<BoldKey, boolean>>>;
  /** Family of digits and Latin letters; `body`: as the Chinese words around them. */
  readonly digits?: string;
  readonly pageNumber?: 'outer' | 'center';
  /** The title at the head of every page. */
  readonly header?: boolean;
}
