// What XML 1.0 forbids or Word refuses: control characters, U+FFFE and U+FFFF (of every plane they are only noncharacters).
const forbidden = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;
const breaks = /[\t\n\u000b\f\r\u0085\u2028\u2029]+/g;
const loneSurrogate = /\p{Surrogate}/gu;
const suspicious = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufffe\uffff]/;

/** `text` fit for a Word document: breaks and tabs become a blank, what XML forbids goes, a lone surrogate becomes U+FFFD. */
export function cleanText(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.replace(breaks, ' ').replace(forbidden, '').replace(loneSurrogate, '\ufffd');
}
