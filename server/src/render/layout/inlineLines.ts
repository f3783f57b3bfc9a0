import type { Inline } from '../../engine/model/report.ts';

/** The part of an inline's text from `from` to `to` (UTF-16, in the inline's own text). Only words are cut; the rest is kept whole. */
function cut(inline: Inline, from: number, to: number): Inline | undefined {
  if (inline.kind === 'text') {
    const text = inline.text.slice(from, to);
    return text === '' ? undefined : { ...inline, text, start: inline.start + from };
  }
  return from === 0 ? inline : undefined;
}

const lengthOf = (inline: Inline): number => {
  if (inline.kind === 'footnoteReference') return 0;
  return inline.kind === 'field' ? (inline.value ?? inline.text).length : inline.text.length;
};

/** `inlines` in lines that begin at the UTF-16 `columns` of their joined text; blanks at a break go. */
export function splitInlines(inlines: readonly Inline[], columns: readonly number[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]];
  let next = 0;
  let at = 0;
  for (const inline of inlines) {
    const end = at + lengthOf(inline);
    let from = at;
    while (next < columns.length && (columns[next] ?? end) < end) {
      const column = columns[next] ?? end;
      const part = cut(inline, from - at, column - at);
      if (part !== undefined) lines[lines.length - 1]?.push(part);
      lines.push([]);
      from = column;
      next++;
    }
    const rest = cut(inline, from - at, end - at);
    if (rest !== undefined) lines[lines.length - 1]?.push(rest);
    at = end;
    while (next < columns.length && columns[next] === at) {
      lines.push([]);
      next++;
    }
  }
  return lines.map((line, index) => (index === 0 ? line : trimStart(line)));
}

function trimStart(line: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = line;
  return first?.kind === 'text' && first.text.startsWith(' ') ? [{ ...first, text: first.text.trimStart() }, ...rest] : line;
}
