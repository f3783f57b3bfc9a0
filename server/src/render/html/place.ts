import type { Fragment } from '../layout/paginate.ts';
import type { HtmlContext } from './pageHtml.ts';

const pixelsPerPoint = 4 / 3;

/** Points as CSS pixels, for attributes. */
export const pixels = (points: number): string => String(Math.round(points * pixelsPerPoint * 100) / 100);

/** The attributes that lead from an element back to its block and its source line, and from a list of changes to it. */
export const placeOf = ({ entry }: Fragment, sourceLine: number, context: HtmlContext): string => {
  const change = entry.block && context.changeOf?.(entry.block);
  const anchor = change === undefined ? '' : ` data-change="${change}"`;
  return ` data-block="${entry.id}" data-line="${context.firstLineOf(entry) + sourceLine}"${anchor}`;
};
