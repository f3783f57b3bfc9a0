import type { DatumKind } from '../missingDatum.ts';
import { WordTable } from '../wordTable.ts';

const scales = new WordTable('million billion trillion thousand mn bn m k M K B');
const nounKinds: readonly (readonly [DatumKind, string])[] = [
  ['percent', 'percent per percentage pp bps basis'],
  ['multiple', 'times fold'],
  ['money', 'dollars cents pence euros pounds yuan RMB USD EUR GBP CNY'],
  [
    'count',
    `people persons participants attendees employees staff users customers clients patients students pupils teachers households sites projects days day weeks week months years year hours hour minutes seconds
     incidents meetings sessions cases items tickets units vehicles beds schools hospitals countries cities regions companies suppliers vendors respondents interviews samples tests defects issues risks tasks tonnes tons kg km metres meters miles
     working business calendar full-time new active key sets copies articles papers visits calls orders downloads FTE FTEs deaths events exceptions controls findings deals kits options shares beneficiaries farmers residents recommendations servers orders visitors schools books min mins hrs hr sec secs mg ml subjects stores patients stakeholders provinces members volunteers workers children women men families`,
  ],
];
const kindOf = new Map<string, DatumKind>();
for (const [kind, words] of nounKinds) for (const word of words.split(/\s+/)) if (word !== '') kindOf.set(word, kind);

/** The value kind that an English word after a mark tells, with the unit as a writer would say it. */
export function englishUnitAt(
  text: string,
  at: number,
  end: number,
): { kind: DatumKind; unit: string; end: number; scale?: true } | undefined {
  const match = /^[A-Za-z][A-Za-z-]*/.exec(text.slice(at, Math.min(end, at + 24)));
  if (!match) return undefined;
  const word = match[0];
  const stop = at + word.length;
  const scale = scales.at(word, 0, word.length);
  if (scale === word) {
    const next = /^ ([a-z]+)/.exec(text.slice(stop, Math.min(end, stop + 20)))?.[1];
    const noun = next === undefined ? undefined : kindOf.get(next);
    if (noun !== undefined && next !== undefined && next !== 'per')
      return { kind: noun, unit: `${word} ${next}`, end: stop + 1 + next.length };
    return { kind: 'count', unit: word, end: stop, scale: true };
  }
  const kind = kindOf.get(word);
  if (kind === 'percent') {
    const whole = /^(?:per ?cent|percentage points?|pp|bps|basis points)/.exec(text.slice(at, Math.min(end, at + 24)));
    return whole ? { kind, unit: whole[0], end: at + whole[0].length } : undefined;
  }
  // 3 times higher, but they met 3 times.
  if (
    word === 'times' &&
    !/^ (?:higher|more|larger|faster|greater|as|the|bigger|lower|less)\b/.test(text.slice(stop, Math.min(end, stop + 10)))
  )
    return { kind: 'count', unit: word, end: stop };
  if (kind !== undefined) return { kind, unit: word, end: stop };
  return undefined;
}

/** Small words that a value comes after in an English sentence. */
export const leadWords = new WordTable(
  'of to by with for from in on at approximately about around over under than nearly almost only some another is was were are be been reached totalled totaled and or between until since within after before the a an per Mr. Mrs. Ms. Dr. Mr Mrs Ms Dr Prof Prof. Dear RMB USD EUR GBP US$ AU$ HK$ attended trained dated no. No. Nos. as grew rose fell increased decreased serving served reduced completed delivered vs vs. versus',
);
/** Words after which a Roman numeral or a name may stand: `Title XX`, `Windows XX`. */
export const romanBefore = new WordTable(
  'Title Chapter Article Part Volume Vol. Book Act Bowl Pope King Queen Louis Pius Leo Benedict Windows Model Mac OS Type Class Series Mark Mk Phase Schedule Size size type Generation Gen Olympiad Games Corps Group-of Appendix-of',
);
export const xNouns =
  /^\s?(?:chromosomes?|ray|rays|axis|axes|men|women|males?|females?|karyotypes?|genotypes?|sized?|large|rated|coordinates?|factors?|variables?|values?|century|Corps|Games|Olympic)\b/i;
