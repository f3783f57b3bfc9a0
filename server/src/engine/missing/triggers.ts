import type { Matcher } from './mark.ts';
import { matchAbsent } from './marks/absent.ts';
import { matchBareDate, matchBlanks } from './marks/blanks.ts';
import { matchAngles, matchBrackets, matchFields, skipAddress, skipCode } from './marks/brackets.ts';
import { matchCircles } from './marks/circles.ts';
import { matchCrosses } from './marks/crosses.ts';
import { matchCounters, matchLetters } from './marks/letters.ts';
import { matchStars } from './marks/stars.ts';
import { matchUnderscores } from './marks/underscores.ts';
import { matchEllipsis, matchEnglishWords, matchPending, matchQuestions, matchSomebody } from './marks/words.ts';

/** Which code units set which matcher going. */
const triggers: readonly (readonly [string, Matcher])[] = [
  ['*＊﹡∗', matchStars],
  ['×✕╳⨯ⅹ', matchCrosses],
  ['XxＸｘ', matchLetters],
  ['Nn', matchCounters],
  ['某', matchSomebody],
  ['○〇◯●△▲□■◇', matchCircles],
  ['_＿', matchUnderscores],
  ['（([［【〔“《', matchBrackets],
  ['<＜', matchAngles],
  ['{$｛', matchFields],
  ['`', skipCode],
  [':', skipAddress],
  ['待', matchPending],
  ['TFYMDQHymdht', matchEnglishWords],
  ['？?', matchQuestions],
  ['…', matchEllipsis],
  [' \u3000\t\u00a0', matchBlanks],
  ['年', matchBareDate],
  ['次人场余万亿个%％项份期条号', matchAbsent],
];

/** Matchers by the number that `triggerOf` holds; number 0 is none. */
export const matchers: readonly (Matcher | undefined)[] = [undefined, ...triggers.map(([, matcher]) => matcher)];
/** For each UTF-16 code unit the number of its matcher, or 0: one look-up a column is all that ordinary text costs. */
export const triggerOf: Uint8Array = /* @__PURE__ */ buildTable();

function buildTable(): Uint8Array {
  const table = new Uint8Array(65536);
  for (const [index, [characters]] of triggers.entries()) for (const character of characters) table[character.charCodeAt(0)] = index + 1;
  return table;
}
