import type { MissingEntry } from '../../server/src/protocol/missingData.ts';

/** An entry of the list at a place, one column wide. */
export function gapAt(line: number, character: number, more: Partial<MissingEntry> = {}): MissingEntry {
  return {
    range: { start: { line, character }, end: { line, character: character + 1 } },
    kind: 'count',
    kindName: 'number',
    name: 'Missing: number',
    section: [],
    phrase: { before: '', mark: '*', after: '' },
    certainty: 'sure',
    same: 1,
    ...more,
  };
}
