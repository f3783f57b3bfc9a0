export type Eol = '' | '\n' | '\r\n' | '\r';

export interface RawLine {
  readonly text: string;
  readonly eol: Eol;
}

/**
 * Visits the lines of a text, split at LF, CRLF and lone CR, as LSP does. The last line has no line break, so there is always
 * one line; `start` is its UTF-16 offset. A visitor, not a list: a long text would fill the memory with lines that live for a moment.
 */
export function eachLine(text: string, visit: (text: string, eol: Eol, start: number) => void): void {
  let start = 0;
  let nextCr = text.indexOf('\r');
  for (let nextLf = text.indexOf('\n'); nextLf >= 0 || nextCr >= 0; ) {
    if (nextCr >= 0 && (nextLf < 0 || nextCr < nextLf)) {
      const crlf = nextLf === nextCr + 1;
      visit(text.slice(start, nextCr), crlf ? '\r\n' : '\r', start);
      start = nextCr + (crlf ? 2 : 1);
      nextLf = crlf ? text.indexOf('\n', start) : nextLf;
      nextCr = text.indexOf('\r', start);
    } else {
      visit(text.slice(start, nextLf), '\n', start);
      start = nextLf + 1;
      nextLf = text.indexOf('\n', start);
    }
  }
  visit(text.slice(start), '', start);
}

/** The lines of a text; see `eachLine`. */
export function splitLines(text: string): RawLine[] {
  const lines: RawLine[] = [];
  eachLine(text, (line, eol) => lines.push({ text: line, eol }));
  return lines;
}
