import type { Localize } from '../wording/localize.ts';
import { isTextPlace, type SheetPlace, type SheetProblem } from './sheet.ts';

/** A problem with its file and row, as it stands in a finding at the `data:` line: `figures.xlsx, row 5: …`. */
export function describeSheetProblem(path: string, { place, subject, message, args }: SheetProblem, t: Localize): string {
  const said = t(message, ...args);
  const words = subject === undefined ? said : t('“{0}”: {1}', subject, said);
  return place === undefined ? t('{0}: {1}', path, words) : t('{0}, {1}: {2}', path, describePlace(place, t), words);
}

/** `line 5`, `row 5`, `row 5 of sheet Q1`. */
export function describePlace(place: SheetPlace, t: Localize): string {
  if (isTextPlace(place)) return t('line {0}', place.line + 1);
  return place.sheet === '' ? t('row {0}', place.row) : t('row {0} of sheet {1}', place.row, place.sheet);
}
