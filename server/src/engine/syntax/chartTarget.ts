export type ChartKind = 'column' | 'bar' | 'line' | 'pie';

/** What a picture's target asks for that is no file: a kind of chart, and the number of the table it draws. */
export interface ChartTarget {
  readonly kind: ChartKind;
  /** Absent: the nearest table above. */
  readonly table?: number;
  /** Words of the columns that it shows; absent: all. */
  readonly columns?: readonly string[];
}

const kinds: Readonly<Record<string, ChartKind>> = {
  柱形图: 'column',
  柱状图: 'column',
  条形图: 'bar',
  折线图: 'line',
  饼图: 'pie',
  column: 'column',
  bar: 'bar',
  line: 'line',
  pie: 'pie',
};

const target =
  /^\s*(柱形图|柱状图|条形图|折线图|饼图|column|bar|line|pie)(?:[\s，,]{1,5}(?:表|table)\s?(\d{1,4}))?(?:[\s，,：:]{1,5}([^./\\\s][^./\\]*))?$/i;

/** `柱形图`, `饼图 表2`, `line table 3`, `柱形图 表1 计划、完成`; anything else is the path of a picture. */
export function chartTarget(text: string): ChartTarget | undefined {
  if (text.length > 80) return undefined;
  const found = target.exec(text);
  const kind = kinds[found?.[1]?.toLowerCase() ?? ''];
  if (kind === undefined) return undefined;
  const columns = (found?.[3] ?? '').split(/[、,，;；]/).flatMap((words) => words.trim() || []);
  return { kind, ...(found?.[2] === undefined ? {} : { table: Number(found[2]) }), ...(columns.length > 0 ? { columns } : {}) };
}
