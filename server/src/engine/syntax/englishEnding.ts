const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
/** A part of a date that may be missing: 15, 3rd, XX, __, 20XX. */
const dayOfMonth = '(?:[0-9]{1,2}(?:st|nd|rd|th)?|[x*_]{1,4})';
const year = '(?:[0-9]{4}|[0-9]{2}[x*_]{2}|[x*_]{2,6})';

/** A date of issue on a line of its own: 15 March 2026, March 15, 2026, March 2026, 2026-03-15. */
const date = new RegExp(
  `^(?:dated?:?\\s{1,4})?(?:${dayOfMonth}\\s{1,4}${month},?\\s{1,4}${year}|${month}\\s{1,4}(?:${dayOfMonth},?\\s{1,4})?${year}|[0-9]{4}-[0-9]{2}-[0-9]{2})$`,
  'i',
);
const closing =
  /^(?:respectfully (?:submitted|yours)|(?:yours )?(?:faithfully|sincerely|truly|respectfully)|yours very truly|sincerely yours|(?:with )?(?:(?:kind|best|warm)(?:est)? )?regards|(?:respectfully )?submitted for (?:your )?(?:consideration|approval|information|review))[,.]?$/i;

const longestDate = 40;
const longestClosing = 60;
const longestName = 60;

export const isEnglishDate = (words: string): boolean => words.length <= longestDate && date.test(words);

/** Respectfully submitted, · Yours faithfully, */
export const isEnglishClosing = (words: string): boolean => words.length <= longestClosing && closing.test(words);

const nameWord =
  /^(?:[A-Z][\w'’&.-]{0,30},?|\([A-Z][\w'’&. -]{0,30}\)|of|the|and|for|in|on|at|de|von|van|&|[Xx*_]{2,20}|\[[^\][]{1,30}\])$/;

/** The name of an organ or a person without words of a sentence: Northgate Housing Association. Right before a date it is a signature. */
export function isEnglishName(words: string): boolean {
  if (words.length > longestName || words.length < 2 || !/^[A-Z[X_]/.test(words) || /[!?;:]/.test(words) || /,$/.test(words)) {
    return false;
  }
  // A full stop ends a sentence, but for Ltd. and J. Smith.
  return !/[a-z]{2}\.(?!$)|(?<!\b(?:Ltd|Inc|Co|Corp|Dept|Jr|Sr))\.$/.test(words) && words.split(/\s+/).every((word) => nameWord.test(word));
}
