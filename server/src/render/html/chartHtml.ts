import { chartFontSize } from '../layout/chartBlock.ts';
import { type ChartShape, chartShapes } from '../layout/chartDrawing.ts';
import { chartProblem } from '../layout/chartProblem.ts';
import type { Fragment } from '../layout/paginate.ts';
import { looseMargins } from '../layout/pictures.ts';
import type { ChartRow } from '../layout/rows.ts';
import { escapeHtml } from './escape.ts';
import type { HtmlContext } from './pageHtml.ts';
import { pixels, placeOf } from './place.ts';

const round = (value: number): string => String(Math.round(value * 100) / 100);

/** A chart as inline SVG: attributes only, no styles and nothing to load, so that the strictest policy lets it pass. */
export function chartHtml(row: ChartRow, fragment: Fragment, context: HtmlContext): string {
  const { data, chart, width, alternative } = row;
  const place = `${placeOf(fragment, 0, context)} data-column="${row.column}"`;
  const height = row.height - looseMargins.after;
  if ('problem' in data) {
    const text = escapeHtml(chartProblem(data, context.t));
    return `<div class="picture"${place}><span class="picture-missing">${text}</span></div>`;
  }
  const size = chartFontSize(context.layout);
  const shapes = chartShapes(chart, data, { width, height, size }).map(shapeSvg).join('');
  const label = escapeHtml(alternative || row.source);
  return (
    `<div class="picture chart"${place}><svg role="img" aria-label="${label}" width="${pixels(width)}" height="${pixels(height)}" ` +
    `viewBox="0 0 ${round(width)} ${round(height)}" font-size="${round(size)}">${shapes}</svg></div>`
  );
}

function shapeSvg(shape: ChartShape): string {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, fill } = shape;
      return `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(Math.max(0, height))}" fill="#${fill}"/>`;
    }
    case 'line': {
      const points = shape.points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
      return `<polyline points="${points}" fill="none" stroke="#${shape.stroke}" stroke-width="${round(shape.weight)}" stroke-linejoin="round"/>`;
    }
    case 'dot':
      return `<circle cx="${round(shape.at[0])}" cy="${round(shape.at[1])}" r="${round(shape.radius)}" fill="#${shape.fill}"/>`;
    case 'slice':
      return sliceSvg(shape);
    case 'text': {
      const [x, y] = shape.at;
      const turned = shape.turned === undefined ? '' : ` transform="rotate(${shape.turned} ${round(x)} ${round(y)})"`;
      return `<text x="${round(x)}" y="${round(y)}" text-anchor="${shape.anchor}"${turned}>${escapeHtml(shape.text)}</text>`;
    }
  }
}

function sliceSvg({ centre: [x, y], radius, from, to, fill }: Extract<ChartShape, { readonly kind: 'slice' }>): string {
  const look = `fill="#${fill}" stroke="#FFFFFF" stroke-width="1"`;
  // An arc all round ends where it begins, and would be none.
  if (to - from > 0.9999) return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" ${look}/>`;
  const at = (turn: number): string =>
    `${round(x + Math.sin(turn * 2 * Math.PI) * radius)},${round(y - Math.cos(turn * 2 * Math.PI) * radius)}`;
  const far = to - from > 0.5 ? 1 : 0;
  return `<path d="M${round(x)},${round(y)}L${at(from)}A${round(radius)},${round(radius)} 0 ${far} 1 ${at(to)}Z" ${look}/>`;
}
