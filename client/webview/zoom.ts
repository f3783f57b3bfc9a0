import type { Zoom } from './host.ts';
import type { Arrangement, PageGeometry } from './pageGeometry.ts';

const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;
/** What fitting may give: a narrow view still shows words, a wide one no giants. */
const limits = { least: 0.2, most: 2 } as const;

export const arrangementOf = (zoom: Zoom): Arrangement => ({ columns: zoom === 'spread' ? 2 : 1, fits: typeof zoom !== 'number' });

/** The step after, or before, a scale; `undefined` at the end. */
export const nextZoom = (scale: number, by: number): number | undefined =>
  by > 0 ? steps.find((step) => step > scale + 0.01) : steps.findLast((step) => step < scale - 0.01);

/** The scale that a zoom means in a view. */
export function scaleOf(zoom: Zoom, geometry: PageGeometry, view: { readonly clientWidth: number; readonly clientHeight: number }): number {
  if (typeof zoom === 'number') return zoom;
  const width = view.clientWidth / geometry.widthOf(arrangementOf(zoom).columns);
  const scale = zoom === 'width' ? width : Math.min(width, view.clientHeight / geometry.pageHeight);
  return Math.min(limits.most, Math.max(limits.least, scale));
}
