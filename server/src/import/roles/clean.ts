// As in the export (`render/docx/cleanText.ts`): what XML forbids goes, line breaks and tabs become a blank.
const forbidden = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\ufffe\uffff]/g;
const breaks = /[\t\n\u000b\f\r\u0085\u2028\u2029]+/g;
const loneSurrogate = /\p{Surrogate}/gu;

/** Words fit for a line of a report; with `lines` tabs and line breaks stay. */
export function cleanWords(text: string, lines = false): string {
  const kept = lines ? text : text.replace(breaks, ' ');
  return kept.replace(forbidden, '').replace(loneSurrogate, '\ufffd');
}
