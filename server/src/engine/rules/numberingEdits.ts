import type { ReportDocument } from '../document.ts';
import { crossReferencesIn } from '../syntax/crossReferences.ts';
import type { Line } from '../syntax/line.ts';
import { isDisabled } from '../syntax/lineState.ts';
import type { NumberMarker } from '../syntax/lineSyntax.ts';
import { numeralLike } from '../syntax/numerals.ts';
import { type Edit, rangeIn } from './rule.ts';
import { markerOf, valueSpan } from './section/headingOrder.ts';
import { sectionsOf } from './sections.ts';

/** The most numbers that may be left out in one place for the rest to be plainly one series. */
const widestGap = 2;

/**
 * The edits that give headings their numbers where these skip or repeat, if nobody could want others: the series begins with 1 and
 * never goes back, skips little, and most of it is right. Words that lead to a section by its number (`namesSections`) do not follow.
 */
export function numberingEdits(document: ReportDocument): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { children, numbers } of sectionsOf(document)) {
    for (const series of seriesOf(children)) {
      for (const edit of isPlain(series, children) ? renumbered(series, children, numbers) : []) edits.push(edit);
    }
  }
  return edits;
}

interface Member {
  readonly child: number;
  readonly marker: NumberMarker;
}

/** The children by the sort of their numbers; 1 begins a series anew. */
function seriesOf(children: readonly Line[]): readonly (readonly Member[])[] {
  const all: Member[][] = [];
  const open = new Map<NumberMarker['style'], Member[]>();
  children.forEach((line, child) => {
    const marker = markerOf(line);
    if (marker === undefined) return;
    let series = open.get(marker.style);
    if (series === undefined || marker.value === 1) {
      series = [];
      open.set(marker.style, series);
      all.push(series);
    }
    series.push({ child, marker });
  });
  return all;
}

function isPlain(series: readonly Member[], children: readonly Line[]): boolean {
  let wrong = 0;
  for (const [index, { child, marker }] of series.entries()) {
    const previous = series[index - 1]?.marker.value ?? 0;
    const step = marker.value - previous;
    if (step < 0 || step > widestGap + 1 || (index === 0 && step !== 1) || isDisabled((children[child] as Line).stateIn, 'heading-order')) {
      return false;
    }
    wrong += step === 1 ? 0 : 1;
  }
  return wrong > 0 && wrong * 2 < series.length;
}

function* renumbered(series: readonly Member[], children: readonly Line[], numbers: readonly number[]): Generator<Edit, void, undefined> {
  for (const [index, { child, marker }] of series.entries()) {
    if (marker.value !== index + 1) {
      const { text } = children[child] as Line;
      const span = valueSpan(text, marker);
      yield { range: rangeIn(numbers[child] as number, span), newText: numeralLike(text.slice(span.start, span.end), index + 1) };
    }
  }
}

/** Whether the text leads to a section by its number: 见第三部分. */
export function namesSections(document: ReportDocument): boolean {
  for (const { text, syntax } of document.lines()) {
    if (syntax.kind !== 'code' && syntax.kind !== 'comment' && crossReferencesIn(text).some(({ kind }) => kind === 'section')) {
      return true;
    }
  }
  return false;
}
