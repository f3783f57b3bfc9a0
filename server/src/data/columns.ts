import type { Attribute } from './sheet.ts';

/**
 * Every attribute of a row with the names its column may have. Case, blanks, `_` and `-` in a name do not count. docs/data-sheets.md lists
 * the same; a test compares them.
 */
export const columnNames: readonly { readonly attribute: Attribute; readonly names: readonly string[] }[] = [
  { attribute: 'key', names: ['key', 'name', 'field', '名称', '键', '字段', '字段名', '指标', '指标名称', '数据项'] },
  { attribute: 'value', names: ['value', 'figure', '数值', '值', '数据', '本期', '本期数', '今年', '本年'] },
  { attribute: 'unit', names: ['unit', '单位', '计量单位'] },
  { attribute: 'period', names: ['period', '期间', '时期'] },
  { attribute: 'source', names: ['source', '来源', '数据来源', '出处'] },
  { attribute: 'owner', names: ['owner', 'responsible', '责任人', '填报人', '负责人', '责任部门', '责任单位', '填报单位'] },
  { attribute: 'due', names: ['due', 'due date', 'deadline', '截止日期', '截止时间', '截止', '完成时限'] },
  { attribute: 'checked', names: ['checked', 'checked by', '核对', '已核对', '核对人', '复核'] },
  { attribute: 'lastYear', names: ['last year', 'previous', '上年', '去年', '上年数', '上年同期', '去年同期'] },
  { attribute: 'formula', names: ['formula', '公式'] },
  { attribute: 'aliases', names: ['aliases', 'alias', '别名'] },
  { attribute: 'kind', names: ['kind', 'type', '类型', '类别'] },
  { attribute: 'section', names: ['section', '章节', '所在章节'] },
  { attribute: 'context', names: ['context', 'phrase', '上下文', '原文'] },
  { attribute: 'note', names: ['note', 'notes', 'remark', 'remarks', '备注', '说明'] },
];

const fold = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

const byName = new Map(columnNames.flatMap(({ attribute, names }) => names.map((name) => [fold(name), attribute] as const)));

/** The attribute that a column of this name holds. */
export function attributeOf(name: string): Attribute | undefined {
  return byName.get(fold(name.slice(0, 40)));
}
