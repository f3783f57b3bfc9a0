import { type BoldKey, fontRoles, type HouseStyle, typeSizes } from './houseStyle.ts';

/** What a key of a house style takes. Numbers are given as the least and the most that make sense. */
export type StyleValue =
  | { readonly kind: 'text' }
  | { readonly kind: 'font' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'size'; readonly least: number; readonly most: number }
  | {
      readonly kind: 'number';
      readonly unit: 'mm' | 'pt' | 'none';
      readonly least: number;
      readonly most: number;
      readonly whole?: boolean;
    }
  | { readonly kind: 'choice'; readonly choices: readonly Named[] }
  | { readonly kind: 'map'; readonly keys: readonly Named[]; readonly value: StyleValue };

/** A key or a choice with the names it goes by. */
export interface Named {
  readonly key: string;
  readonly names: readonly string[];
}

const sides: readonly Named[] = [
  { key: 'top', names: ['top', '上'] },
  { key: 'bottom', names: ['bottom', '下'] },
  { key: 'left', names: ['left', '左'] },
  { key: 'right', names: ['right', '右'] },
];

const boldKeys: readonly (Named & { readonly key: BoldKey })[] = [
  { key: 'heading1', names: ['heading1', '一级标题'] },
  { key: 'heading2', names: ['heading2', '二级标题'] },
  { key: 'heading3', names: ['heading3', '三级标题'] },
  { key: 'heading4', names: ['heading4', '四级标题'] },
  { key: 'points', names: ['points', '条目首句'] },
  { key: 'title', names: ['title', '标题'] },
  { key: 'body', names: ['body', '正文'] },
];

const points = (least: number, most: number): StyleValue => ({ kind: 'number', unit: 'pt', least, most });
const count = (least: number, most: number): StyleValue => ({ kind: 'number', unit: 'none', least, most, whole: true });

/** Every key of a house style with its names and what it takes. docs/styles.md lists the same; a test compares them. */
export const houseStyleKeys: readonly { readonly key: keyof HouseStyle; readonly names: readonly string[]; readonly value: StyleValue }[] =
  [
    { key: 'preset', names: ['preset', 'base', '基础'], value: { kind: 'text' } },
    {
      key: 'margins',
      names: ['margins', '页边距'],
      value: { kind: 'map', keys: sides, value: { kind: 'number', unit: 'mm', least: 5, most: 80 } },
    },
    { key: 'pitch', names: ['pitch', '行距'], value: points(8, 100) },
    { key: 'lines', names: ['lines', '每页行数'], value: count(5, 80) },
    { key: 'chars', names: ['chars', '每行字数'], value: count(5, 80) },
    { key: 'indent', names: ['indent', '首行缩进'], value: { kind: 'number', unit: 'none', least: 0, most: 10 } },
    { key: 'titlePitch', names: ['titlePitch', '标题行距'], value: points(8, 100) },
    { key: 'titleBefore', names: ['titleBefore', '标题前空行'], value: { kind: 'number', unit: 'none', least: 0, most: 10 } },
    { key: 'titleAfter', names: ['titleAfter', '标题后空行'], value: { kind: 'number', unit: 'none', least: 0, most: 10 } },
    { key: 'fonts', names: ['fonts', '字体'], value: { kind: 'map', keys: fontRoles, value: { kind: 'font' } } },
    { key: 'sizes', names: ['sizes', '字号'], value: { kind: 'map', keys: fontRoles, value: { kind: 'size', least: 5, most: 100 } } },
    { key: 'bold', names: ['bold', '加粗'], value: { kind: 'map', keys: boldKeys, value: { kind: 'flag' } } },
    { key: 'digits', names: ['digits', '数字字体'], value: { kind: 'font' } },
    {
      key: 'pageNumber',
      names: ['pageNumber', '页码'],
      value: {
        kind: 'choice',
        choices: [
          { key: 'outer', names: ['outer', '外侧'] },
          { key: 'center', names: ['center', '居中'] },
        ],
      },
    },
    { key: 'header', names: ['header', '页眉'], value: { kind: 'flag' } },
  ];

/** Names of the type sizes, for completion and for what is said of a wrong one. */
export const typeSizeNames: readonly string[] = Object.keys(typeSizes);
