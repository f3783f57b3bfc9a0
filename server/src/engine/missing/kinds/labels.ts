import { labelKindBefore, labelKindOf, labelledKind } from '../words/labels.ts';
import type { Around, Meaning } from './around.ts';
import { unit } from './values.ts';

/** The words inside the mark say it: 【待补：参会人数】, `[Client Name]`. A unit after it says more. */
export function words(around: Around): Meaning | undefined {
  const { mark, left } = around;
  if (mark.label === undefined) return undefined;
  if (/(?:^|[^A-Za-z])(?:Dear|Mr|Mrs|Ms|Dr|Prof)\.?$/.test(left)) return { kind: 'person' };
  const followed = unit(around);
  if (followed) return followed;
  const kind = labelKindOf(mark.label) ?? labelKindBefore(left, left.length, 0);
  return kind === undefined ? undefined : { kind };
}

/** `____（投标人名称）`: the words in brackets behind a blank say what belongs there. */
export function captioned({ right }: Around): Meaning | undefined {
  const caption = /^[（(]([^（()）]{2,12})[）)]/.exec(right)?.[1];
  if (caption === undefined) return undefined;
  if (/签[字名]/.test(caption)) return { kind: 'person' };
  if (/盖.?章|公章/.test(caption)) return { kind: 'org' };
  const kind = /名称|姓名|日期|地址|金额|编号|单位|时间|地点|人$/.test(caption)
    ? /人名称$/.test(caption)
      ? 'org'
      : labelKindOf(caption)
    : undefined;
  return kind === undefined ? undefined : { kind };
}

/** 联系人：__, 金额为__, `Owner: TBD`. */
export function labelled({ text, start, from, left }: Around): Meaning | undefined {
  const label = /^(.*?)(?:[（(][^（()）]{0,8}[）)])?\s*(?:[：:]|为|是| is| was)\s*$/.exec(left)?.[1];
  if (label === undefined) return undefined;
  const phrase = /[A-Za-z][A-Za-z .'/-]*(?=[：:]\s*$)/.exec(text.slice(Math.max(start, from - 60), from))?.[0];
  const kind = phrase !== undefined ? labelKindOf(phrase.split(/[.] /).at(-1) ?? phrase) : labelledKind(label.toLowerCase());
  return kind === undefined ? undefined : { kind };
}

/** An English sentence around the mark: `revenue of ___`, `scheduled for TBD`, `our XX consultants`. */
export function english({ text, start, end, from, right, to }: Around): Meaning | undefined {
  const before = text.slice(Math.max(start, from - 60), from).trimEnd();
  if (
    /^(?:Hospital|University|College|School|Bank|Company|Ltd|Inc|Department|Ministry|Council|Institute|Group|Corporation|Limited|LLC|PLC|Foundation|Agency|Committee)\b/.test(
      right,
    )
  )
    return { kind: 'org' };
  if (/^\((?:the )?["“]/.test(right) || /^（以下简称/.test(right)) return { kind: 'org' };
  if (/(?:contract|agreement|reference|protocol|grant|permit|licence|certificate)(?: no\.?| number)?$/i.test(before))
    return { kind: 'document' };
  if (/[Nn] ?=$/.test(before)) return { kind: 'count' };
  if (plural.test(right) && /[a-z;,(]$/.test(before)) return { kind: 'count' };
  if (/^(?:District|County|City|Province|State|Village|Town|Region|Street|Road|Avenue|Park|Hall|Airport)\b/.test(right))
    return { kind: 'place' };
  if (/^(?:votes? )?(?:for|against|abstained|abstentions?)[,;)]/.test(right)) return { kind: 'count' };
  if (/^(?:out )?of (?:the |our |all )?(?:[_XxN[\d]|[a-z]+s\b)/.test(right)) return { kind: 'count' };
  const timed = /(?:scheduled for|planned for|due|on|until|before|after|dated|by|since|expected in|effective)$/i.test(before);
  if (timed && /^(?:[.,;:)\]]|$| (?:and|to|in|at|by|with|between)\b| \d{4}\b|, \d{4}\b)/.test(text.slice(to, Math.min(to + 12, end))))
    return { kind: 'date' };
  if (
    /^(?:[Xx]+|_+|\[?[Xx]+\]?)$/.test(text.slice(from, to)) &&
    /[(,;]$/.test(before) &&
    /^(?:to|in|with|were|had|from|completed|on)\b/.test(right)
  )
    return { kind: 'count' };
  if (/\b(?:fell|rose|grew|increased|decreased|dropped|declined|went|moved|improved|reduced|changed)(?: \w+)? (?:from|by|to)$/.test(before))
    return { kind: 'count' };
  if (
    /(?:^|[^A-Za-z])(?:HR|RR|BP|SpO2|BMI|pH|GPA|CPI|NPS|Hb|INR|plan|target|actual|baseline|forecast|prior year|score of|score)(?: (?:was|is|of|at))?:?$/.test(
      before,
    )
  )
    return { kind: 'count' };
  if (/^(?:y\/o|yo|yrs?|years?)\b/.test(right)) return { kind: 'count' };
  if (/^\([Xx_\d.]+ ?%\)/.test(right)) return { kind: 'count' };
  if (/[Rr]atio of$|(?:hazard|odds|risk) ratio (?:was|is|of)$/.test(before)) return { kind: 'ratio' };
  if (/(?:range|IQR|SD|CI),?$/.test(before) && /[Xx]/.test(text.slice(from, to))) return { kind: 'count' };
  const measured = /([a-z]+)(?: ([a-z]+))? (?:of|was|is|reached|totalled|totaled|to|at|averaged)(?: approximately| about| around)?$/i.exec(
    before,
  );
  const kind = labelKindOf(measured?.[2] ?? '') ?? labelKindOf(measured?.[1] ?? '');
  // What is counted by a bare plural (it relates to …) is said of labels only.
  if (
    kind !== undefined &&
    (kind !== 'count' ||
      /(?:number|total|count|headcount|quantity|figure|age|score|duration)s? (?:\w+ )?(?:of|was|is|reached|totall?ed|to|at|averaged)/i.test(
        before,
      ))
  )
    return { kind };
  const counted =
    /(?:stands? at|stood at|rose to|fell to|grew to|grew from|up from|down from|increased to|total of|reached|totalling)$/i.test(before);
  return counted ? { kind: 'count' } : undefined;
}

const plural =
  /^(?!(?:is|was|has|as|does|this|of|in|on|to|for|and|or|at|by|from|with|that|which|will|are|were|be|been|have|had|the|a|an|p)\b)(?:[a-z-]+ ){0,2}(?!(?:is|was|has|as|does|this|plus)\b)[a-z]+(?<!s)s\b/;

/** 保证人【 】, 地点???: a noun that asks for a value stands right before the mark. The last resort. */
export function nouned({ left }: Around): Meaning | undefined {
  const kind =
    labelKindBefore(left, left.length, 0) ??
    (/(?:^|[^\u4e00-\u9fff])[\u4e00-\u9fff]{1,6}(?<![工军病老女男行])人$/.test(left) ? 'person' : undefined);
  return kind === undefined ? undefined : { kind };
}
