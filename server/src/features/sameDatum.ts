import type { MissingDatum } from '../engine/missing/missingDatum.ts';

/** Names that say only what sort of value is missing: two data of such a name are seldom the same. */
const genericFields: ReadonlySet<string> = new Set([
  '日期',
  '姓名',
  '单位名称',
  '文件名称',
  '文稿名称',
  '地点',
  '数',
  '个数',
  '次数',
  '人数',
  '费',
  '金额',
  '比例',
  'date',
  'name',
  'number',
  'amount',
]);

/**
 * What two data must have in common to be offered together: field name, kind, unit and period. `undefined` for a datum without a name of
 * its own; numbers of figures and tables are never alike.
 */
export function sameDatumKey({ field, kind, unit, period, masking }: MissingDatum): string | undefined {
  if (field === undefined || masking || kind === 'reference' || genericFields.has(field.toLowerCase())) return undefined;
  return [kind, field, unit ?? '', period ?? ''].join('\n');
}
