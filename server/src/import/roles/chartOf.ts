import type { ChartKind } from '../../engine/syntax/chartTarget.ts';
import { attributeOf, childOf, elementsOf, findIn, textIn, treeOf, valOf, type XmlElement } from '../../ooxml/tree.ts';
import type { WordChart } from '../write/item.ts';

const kinds: Readonly<Record<string, ChartKind>> = {
  barChart: 'column',
  bar3DChart: 'column',
  lineChart: 'line',
  line3DChart: 'line',
  pieChart: 'pie',
  pie3DChart: 'pie',
  doughnutChart: 'pie',
};
const mostPoints = 2000;

/** What a chart part shows, by the numbers that it has stored; `undefined` for kinds that the language does not have. */
export function chartOf(xml: string): WordChart | undefined {
  const area = findIn(treeOf(xml), 'plotArea');
  const drawn = elementsOf(area).find(({ name }) => name in kinds);
  const kind = kinds[drawn?.name ?? ''];
  if (drawn === undefined || kind === undefined) return undefined;
  const all = elementsOf(drawn).filter(({ name }) => name === 'ser');
  const categories = pointsOf(childOf(all[0], 'cat')).map((text) => text ?? '');
  const series = all.map((one, index) => ({
    name: pointsOf(childOf(one, 'tx'))[0] ?? String(index + 1),
    values: valuesOf(childOf(one, 'val'), categories.length),
  }));
  if (series.length === 0 || categories.length === 0) return undefined;
  return { kind: kind === 'column' && valOf(drawn, 'barDir') === 'bar' ? 'bar' : kind, categories, series };
}

/** The stored points in their places. */
function pointsOf(element: XmlElement | undefined): readonly (string | undefined)[] {
  const points: (string | undefined)[] = [];
  const cache = findIn(element, 'strCache') ?? findIn(element, 'numCache') ?? findIn(element, 'strLit') ?? findIn(element, 'numLit');
  for (const point of elementsOf(cache)) {
    const index = Number(attributeOf(point, 'idx'));
    const value = childOf(point, 'v');
    if (point.name === 'pt' && value !== undefined && index >= 0 && index < mostPoints) points[index] = textIn(value).trim();
  }
  return Array.from(points);
}

function valuesOf(element: XmlElement | undefined, count: number): readonly (number | null)[] {
  const points = pointsOf(element);
  return Array.from({ length: count }, (_, index) => {
    const value = points[index] === undefined ? Number.NaN : Number(points[index]);
    return Number.isFinite(value) ? value : null;
  });
}
