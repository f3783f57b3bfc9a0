import type { Localize } from '../../wording/localize.ts';
import type { ChartProblem } from './chartData.ts';

/** Why a chart shows nothing, for the writer. */
export function chartProblem({ problem, named }: ChartProblem, t: Localize): string {
  switch (problem) {
    case 'noTable':
      return named === undefined ? t('The chart has no table above it.') : t('The chart names table {0}, which is not there.', named);
    case 'noColumn':
      return t('The table of the chart has no numbers under {0}.', named ?? '');
    case 'noNumbers':
      return t('The table of the chart has no numbers to draw.');
    case 'tooMany':
      return t('The table of the chart has too many numbers to draw.');
  }
}
