import { isAt, match, mention, part, pathParts, type Reading, type ReferenceKind } from './reference.ts';

const englishKinds: readonly (readonly [RegExp, ReferenceKind])[] = [
  [/^fig/i, 'figure'],
  [/^table/i, 'table'],
  [/^a/i, 'attachment'],
  [/^[scp]/i, 'section'],
];
const beforeLower = /(?:\b(?:see|in|to|from|and|of|under|or|by)\s|\()$/i;
const englishNumber = /\.?[ \u00a0]([0-9]{1,3}(?:[.-][0-9]{1,3}){0,4})(?![0-9%A-Za-z]|[.,][0-9])/y;
const englishListed =
  /(?:(,? and |,? or |, | & )|(–|—| to ))([0-9]{1,3}(?:[.][0-9]{1,3}){0,4})(?![0-9%A-Za-z]|[.,][0-9])(?! [a-z]{3,}s\b)/y;
const ofLaw =
  / of (?:the |that |this )?(?:[A-Z][A-Za-z]{0,30} ){0,6}(?:Act|Law|Code|Regulations?|Rules|Treaty|Constitution|Charter|Contract|Agreement)\b/y;

/** Figure 1 · Tables 1 and 2 · Section 2.1 · Appendix 1. */
export const english: Reading = (text, at, word) => {
  const isLower = word.charAt(0) === word.charAt(0).toLowerCase();
  if (isLower && !beforeLower.test(text.slice(Math.max(0, at - 6), at))) return undefined;
  const found = match(englishNumber, text, at + word.length);
  if (found === undefined) return undefined;
  const kind = englishKinds.find(([pattern]) => pattern.test(word))?.[1] ?? 'section';
  const digits = found[1] as string;
  let end = at + word.length + found[0].length;
  if (kind === 'section' && isAt(ofLaw, text, end)) return undefined;
  const partsOf = (from: number, path: string) =>
    kind === 'section' && /^[cp]/i.test(word) && /^[0-9]+$/.test(path)
      ? [{ ...part(from, path, 'ordinal'), unit: /^c/i.test(word) ? 'Chapter' : 'Part' }]
      : pathParts(from, path, kind === 'section' ? 'decimal' : 'plain');
  const mentions = [mention(kind, at, end, partsOf(end - digits.length, digits))];
  const isPlural = /(?:s|ices)$/i.test(word);
  for (let next = isPlural ? match(englishListed, text, end) : undefined; next !== undefined; next = match(englishListed, text, end)) {
    end += next[0].length;
    const path = next[3] as string;
    mentions.push(mention(kind, end - path.length, end, partsOf(end - path.length, path), next[2] !== undefined));
  }
  return mentions;
};
