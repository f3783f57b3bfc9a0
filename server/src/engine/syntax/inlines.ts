import type { MissingDatum } from '../missing/missingDatum.ts';
import type { Inline } from '../model/report.ts';
import type { Line } from './line.ts';

/** Characters with which something other than plain words can begin. */
const special = /[\\*`[{<]/g;
const link = /\[([^\][]{1,500})\]\(([^()\s]{1,2000})\)/y;
const footnote = /\[\^([^\]\s]{1,60})\]/y;
const code = /`([^`]{1,1000})`/y;
const field = /\{\{([^{}\n]{1,80})\}\}/y;

/**
 * The words of a line between two columns as runs of one look. Missing data are runs of their own; `**words**` is bold where the
 * detector left its stars alone; a backslash before a mark is not printed.
 */
export function inlinesOf(line: Line, start: number, end: number): readonly Inline[] {
  const { text } = line;
  const inlines: Inline[] = [];
  let data = 0;
  while (data < line.missing.length && (line.missing[data] as MissingDatum).start < start) {
    data++;
  }
  let named = 0;
  let bold = false;
  let plain = '';
  let plainStart = start;
  const flush = (): void => {
    if (plain !== '') {
      inlines.push({ kind: 'text', text: plain, start: plainStart, ...(bold ? { bold } : {}) });
      plain = '';
    }
  };
  const take = (from: number, to: number): void => {
    if (plain === '') {
      plainStart = from;
    }
    plain += text.slice(from, to);
  };

  let at = start;
  while (at < end) {
    let field = line.fields[named];
    while (field !== undefined && (field.value === undefined || field.start < at)) field = line.fields[++named];
    const datum = line.missing[data];
    if (datum !== undefined && datum.start <= at) {
      const stop = Math.min(datum.end, end);
      if (stop > at) {
        flush();
        inlines.push({ kind: 'missing', text: text.slice(at, stop), start: at, datum, ...(bold ? { bold } : {}) });
        at = stop;
      }
      data++;
      continue;
    }
    if (field?.start === at && field.end <= end && field.value !== undefined) {
      flush();
      const { expression, value, end: stop } = field;
      inlines.push({ kind: 'field', key: expression.trim(), text: text.slice(at, stop), start: at, value });
      at = stop;
      continue;
    }
    special.lastIndex = at;
    const next = Math.min(special.exec(text)?.index ?? end, datum?.start ?? end, field?.start ?? end, end);
    if (next > at) {
      take(at, next);
      at = next;
      continue;
    }
    const other = readSpecial(text, at, end);
    if (other === undefined) {
      take(at, at + 1);
      at++;
    } else if (other.kind === 'skip') {
      flush();
      at = other.end;
    } else if (other.kind === 'escaped') {
      flush();
      take(at + 1, other.end);
      at = other.end;
    } else if (other.kind === 'bold') {
      if (bold || boldCloses(text, at + 2, end)) {
        flush();
        bold = !bold;
      } else {
        take(at, at + 2);
      }
      at += 2;
    } else {
      flush();
      inlines.push(other.inline);
      at = other.end;
    }
  }
  flush();
  return inlines;
}

type Special =
  | { readonly kind: 'skip'; readonly end: number }
  | { readonly kind: 'escaped'; readonly end: number }
  | { readonly kind: 'bold' }
  | { readonly kind: 'inline'; readonly inline: Inline; readonly end: number };

function readSpecial(text: string, at: number, end: number): Special | undefined {
  const inline = (pattern: RegExp, make: (found: RegExpExecArray) => Inline): Special | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    return found !== null && at + found[0].length <= end ? { kind: 'inline', inline: make(found), end: at + found[0].length } : undefined;
  };
  switch (text.charAt(at)) {
    case '\\':
      // Only before what would mean something: a path like C:\data keeps its backslashes.
      return at + 1 < end && /[\\*×✕╳XxＸ_＿[\]{}`#|○〇〔（(【《“？?…-]/.test(text.charAt(at + 1))
        ? { kind: 'escaped', end: at + 2 }
        : undefined;
    case '*':
      return text.charAt(at + 1) === '*' && at + 1 < end ? { kind: 'bold' } : undefined;
    case '`':
      return inline(code, (found) => ({ kind: 'code', text: found[1] as string, start: at }));
    case '{':
      return inline(field, (found) => ({ kind: 'field', key: (found[1] as string).trim(), text: found[0], start: at }));
    case '[':
      return (
        inline(footnote, (found) => ({ kind: 'footnoteReference', label: found[1] as string, start: at })) ??
        inline(link, (found) => ({ kind: 'link', text: found[1] as string, href: found[2] as string, start: at }))
      );
    case '<': {
      const close = text.startsWith('<!--', at) ? text.indexOf('-->', at + 4) : -1;
      return close >= 0 && close + 3 <= end ? { kind: 'skip', end: close + 3 } : undefined;
    }
    default:
      return undefined;
  }
}

function boldCloses(text: string, from: number, end: number): boolean {
  const close = text.indexOf('**', from);
  return close > from && close + 2 <= end;
}
