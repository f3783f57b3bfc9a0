import { formulaMargin } from '../layout/formulaBlock.ts';
import type { Fragment } from '../layout/paginate.ts';
import type { FormulaRow } from '../layout/rows.ts';
import { escapeHtml } from './escape.ts';
import { mathHtml } from './mathHtml.ts';
import type { HtmlContext } from './pageHtml.ts';
import { pixels, placeOf } from './place.ts';

/** A formula in a box of its height; as it was typed where it cannot be read. */
export function formulaHtml({ formula, tex, column, height }: FormulaRow, fragment: Fragment, context: HtmlContext): string {
  const place = `${placeOf(fragment, 0, context)} data-column="${column}"`;
  const strut = `<svg class="strut" width="1" height="${pixels(height - formulaMargin)}" aria-hidden="true"></svg>`;
  if ('unread' in formula) {
    const why = escapeHtml(context.t('The formula is printed as it was typed: {0}', formula.unread));
    return `<div class="formula"${place}>${strut}<code title="${why}">${escapeHtml(`$$${tex}$$`)}</code></div>`;
  }
  return `<div class="formula"${place}>${strut}${mathHtml(formula.node)}</div>`;
}
