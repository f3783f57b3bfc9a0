import type { ReportDocument } from '../../engine/document.ts';
import type { ValueCheck } from './place.ts';

type Target = 'figure' | 'table' | 'attachment';

/** The word before a number says what it points to. */
const targets: readonly (readonly [ending: RegExp, target: Target])[] = [
  [/(?:附图|附圖|图|圖|Figure|Fig\.?)\s*$/i, 'figure'],
  [/(?:附表|表|Table)\s*$/i, 'table'],
  [/(?:附件|Attachment|Annex|Appendix)\s*$/i, 'attachment'],
];

/** 见图*, 附件*: what it points to is in the report. Pages, clauses and chapters are not looked up. */
export const checkReference: ValueCheck = (value, { document, left, t }) => {
  const target = targets.find(([ending]) => ending.test(left));
  if (target === undefined) return undefined;
  const [ending, kind] = target;
  const label = ending.exec(left)?.[0].trim() ?? '';
  const number = value.normalize('NFKC').trim();
  if (number.toLowerCase().startsWith(label.toLowerCase())) return t('“{0}” stands there already: write the number alone.', label);
  return numbersOf(document, kind).has(number) ? undefined : t('There is no {0} in this report yet.', `${label}${number}`);
};

function numbersOf(document: ReportDocument, target: Target): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const { syntax } of document.lines()) {
    if (syntax.kind === 'caption' && syntax.of === target) numbers.add(syntax.number.normalize('NFKC').trim());
    if (target !== 'attachment') continue;
    if (syntax.kind === 'attachmentStart' && syntax.number !== undefined) numbers.add(String(syntax.number));
    if (syntax.kind === 'attachmentNote' && syntax.marker !== undefined) numbers.add(String(syntax.marker.value));
  }
  return numbers;
}
