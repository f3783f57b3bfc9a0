export type Eol = '' | '\n' | '\r\n' | '\r';

export interface RawLine {
  readonly text: string;
  readonly eol: Eol;
}

/** Splits at LF, CRLF and lone CR, as LSP does. The last line has no line break, so there is always one line. */
export function splitLines(text: string): RawLine[] {
  const lines: RawLine[] = [];
  const hasCr = text.includes('\r');
  let start = 0;
  if (!hasCr) {
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.push({ text: text.slice(start, end), eol: '\n' });
      start = end + 1;
    }
  } else {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10) {
        lines.push({ text: text.slice(start, i), eol: '\n' });
        start = i + 1;
      } else if (code === 13) {
        const crlf = text.charCodeAt(i + 1) === 10;
        lines.push({ text: text.slice(start, i), eol: crlf ? '\r\n' : '\r' });
        i += crlf ? 1 : 0;
        start = i + 1;
      }
    }
  }
  lines.push({ text: text.slice(start), eol: '' });
  return lines;
}
