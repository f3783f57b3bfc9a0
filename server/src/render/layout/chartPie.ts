import type { ChartFigure } from './chartData.ts';
import { type ChartBox, type ChartShape, legendShapes } from './chartDrawing.ts';
import { chartColour } from './chartScale.ts';

/** Narrower slices have no label: they would cover each other. */
const leastLabelled = 0.015;

/** A pie of the one series, each slice with its share, and the legend below. */
export function pieShapes({ categories, series }: ChartFigure, box: ChartBox): readonly ChartShape[] {
  const values = series[0]?.values ?? [];
  const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const legend = legendShapes(categories, box, box.height - 6);
  const room = box.height - legend.height - 12;
  const radius = Math.max(1, room / 2 - box.size * 2);
  const centre = [box.width / 2, 6 + room / 2] as const;
  const shapes: ChartShape[] = [];
  let from = 0;
  values.forEach((value, index) => {
    if (value === null || value <= 0) return;
    const to = from + value / total;
    shapes.push({ kind: 'slice', centre, radius, from, to, fill: chartColour(index) });
    if (to - from >= leastLabelled) {
      const angle = (from + to) * Math.PI;
      const far = radius + box.size * 0.7;
      const x = centre[0] + Math.sin(angle) * far;
      const y = centre[1] - Math.cos(angle) * far + box.size * 0.35;
      const anchor = Math.abs(Math.sin(angle)) < 0.2 ? 'middle' : Math.sin(angle) > 0 ? 'start' : 'end';
      shapes.push({ kind: 'text', at: [x, y], text: `${((to - from) * 100).toFixed(1)}%`, anchor });
    }
    from = to;
  });
  for (const shape of legend.shapes) shapes.push(shape);
  return shapes;
}
