import { isBlank } from '../chars.ts';
import { labelKindBefore, labelKindOf } from '../words/labels.ts';
import type { Around, Meaning } from './around.ts';
import { unit } from './values.ts';

/** The words inside the mark say it: 【待补：参会人数】, `[Client Name]`. A unit after it says more. */
export function words(around: Around): Meaning | undefined {
  const { mark } = around;
  if (mark.label === undefined) return undefined;
  const followed = unit(around);
  if (followed) return followed;
  const kind = labelKindOf(mark.label);
  return kind === undefined ? undefined : { kind };
}

/** 联系人：__, 金额为__, `Owner: TBD`. */
export function labelled({ left }: Around): Meaning | undefined {
  const label = /^(.*?)(?:[（(][^（()）]{0,8}[）)])?\s*(?:[：:]|为|是| is| was| of)\s*$/.exec(left)?.[1];
  if (label === undefined) return undefined;
  const phrase = /[A-Za-z][A-Za-z .'/-]*$/.exec(label)?.[0];
  const kind = phrase !== undefined && /[：:]\s*$/.test(left) ? labelKindOf(phrase) : labelKindBefore(label.toLowerCase(), label.length, 0);
  return kind === undefined ? undefined : { kind };
}

/** An English sentence around the mark: `revenue of ___`, `scheduled for TBD`, `our XX consultants`. */
export function english({ text, start, from, right, to }: Around): Meaning | undefined {
  const before = text.slice(Math.max(start, from - 60), from).trimEnd();
  if (/[Nn]=$/.test(before)) return { kind: 'count' };
  if (/^(?!(?:is|was|has|as|does|this)\b)[a-z]+s\b/.test(right) && /[a-z]$/.test(before)) return { kind: 'count' };
  const timed = /(?:scheduled for|planned for|due|on|until|before|after|dated|by|since|expected in|effective)$/i.test(before);
  if (timed && !isBlank(text.charCodeAt(to + 1))) return { kind: 'date' };
  const measured = /([a-z]+)(?: \w+)? (?:of|was|is|reached|totalled|totaled|to|at)(?: approximately| about| around)?$/i.exec(before);
  const kind = measured?.[1] === undefined ? undefined : labelKindOf(measured[1]);
  return kind === undefined ? undefined : { kind };
}
