import type { ReportDocument } from '../../document.ts';
import { numeralLike } from '../../syntax/numerals.ts';
import type { Span } from '../../text/position.ts';
import { type DocumentRule, type Finding, rangeIn, wordsOf } from '../rule.ts';

type Found = Omit<Finding, 'code'>;

/** An entry of the attachment note (附件说明). */
interface Noted {
  readonly line: number;
  readonly number: number | undefined;
  readonly numberSpan: Span | undefined;
  /** Columns of the name. */
  readonly name: Span;
  readonly text: string;
  /** The line break after it. */
  readonly eol: string;
}

/** An attachment at the end: its mark 附件1, and its title. */
interface Present {
  readonly line: number;
  readonly mark: Span;
  readonly number: number | undefined;
  title: { readonly line: number; readonly span: Span; readonly text: string } | undefined;
}

interface Mentioned extends Span {
  readonly line: number;
  readonly number: number | undefined;
}

interface Attachments {
  readonly noted: readonly Noted[];
  readonly present: readonly Present[];
  readonly mentioned: readonly Mentioned[];
  /** The report has an end: a closing, a signature, or a date of issue. */
  readonly isWhole: boolean;
}

const digits = /[0-9０-９]{1,3}/;
/** Leads that say that the attachment is this report's own. */
const lead = /(?:[见見]|填[写寫报報]|按照?|附[后後]|[（(])$/;

/**
 * Attachments in the text, in the note under the text, and at the end: count, order, names and form (GB/T 9704—2012, 7.3.4, 7.3.7). A report
 * whose attachments are files of their own has none at its end, and that is no finding.
 */
export const attachments: DocumentRule = {
  code: 'attachments',
  scope: 'document',
  check(document) {
    const all = read(document);
    return [...checkNote(all), ...checkMentions(all), ...checkPresent(all)];
  },
};

function read(document: ReportDocument): Attachments {
  const noted: Noted[] = [];
  const present: Present[] = [];
  const mentioned: Mentioned[] = [];
  let isWhole = false;
  for (const [line, { text, eol, syntax, mentions }] of document.relatedLines()) {
    switch (syntax.kind) {
      case 'attachmentNote': {
        const { marker, contentStart } = syntax;
        const number = marker === undefined ? null : digits.exec(text.slice(marker.start, marker.end));
        const start = marker === undefined || number === null ? 0 : marker.start + number.index;
        const numberSpan = number === null ? undefined : { start, end: start + number[0].length };
        noted.push({ line, number: marker?.value, numberSpan, name: { start: contentStart, end: text.trimEnd().length }, text, eol });
        break;
      }
      case 'attachmentStart':
        present.push({ line, number: syntax.number, mark: wordsOf({ text }), title: undefined });
        break;
      case 'title': {
        const last = present[present.length - 1];
        if (last !== undefined && last.title === undefined) {
          last.title = { line, text, span: { start: syntax.contentStart, end: text.trimEnd().length } };
        }
        break;
      }
      case 'closing':
      case 'signature':
      case 'issueDate':
        isWhole = true;
        break;
      default:
        if (present.length === 0) {
          for (const mention of mentions) {
            const { start, end } = mention;
            const isLed = lead.test(text.slice(Math.max(0, start - 4), start));
            if (mention.kind === 'reference' && mention.to === 'attachment' && mention.path.length === 1 && isLed) {
              mentioned.push({ line, start, end, number: mention.path[0] });
            } else if (mention.kind === 'unnumbered' && mention.to === 'attachment') {
              mentioned.push({ line, start, end, number: undefined });
            }
          }
        }
    }
  }
  return { noted, present, mentioned, isWhole };
}

/** The note itself: numbers in order, none where there is one attachment only, no mark after a name. */
function* checkNote({ noted }: Attachments): Generator<Found, void, undefined> {
  for (const [index, { line, number, numberSpan, name, text }] of noted.entries()) {
    if (number !== undefined && numberSpan !== undefined && number !== index + 1 && noted.length > 1) {
      const newText = numeralLike(text.slice(numberSpan.start, numberSpan.end), index + 1);
      const range = rangeIn(line, numberSpan);
      yield {
        severity: 'warning',
        range,
        message: 'The attachments are numbered in order: {0} is expected here.',
        args: [index + 1],
        fix: { title: 'Change the number to {0}', args: [newText], sure: false, edits: [{ range, newText }] },
      };
    }
    const mark = /[。；;，,、.]$/.exec(text.slice(name.start, name.end));
    if (mark !== null && name.end - name.start > 2) {
      const range = rangeIn(line, { start: name.end - 1, end: name.end });
      yield {
        severity: 'warning',
        range,
        message: 'No mark stands after the name of an attachment: remove “{0}”.',
        args: [mark[0]],
        fix: { title: 'Remove “{0}”', args: [mark[0]], sure: true, edits: [{ range, newText: '' }] },
      };
    }
  }
  const [only] = noted;
  if (noted.length === 1 && only?.number === 1 && only.numberSpan !== undefined) {
    const range = rangeIn(only.line, { start: only.numberSpan.start, end: only.name.start });
    const isPlain = /^[0-9０-９]{1,3}[.．、]\s*$/.test(only.text.slice(range.start.character, range.end.character));
    yield {
      severity: 'information',
      range,
      message: 'A single attachment has no number.',
      args: [],
      ...(isPlain && {
        fix: {
          title: 'Remove “{0}”',
          args: [only.text.slice(range.start.character, range.end.character).trim()],
          sure: false,
          edits: [{ range, newText: '' }],
        },
      }),
    };
  }
}

/** What the text refers to must be in the note, or at the end where there is no note. */
function* checkMentions({ noted, present, mentioned, isWhole }: Attachments): Generator<Found, void, undefined> {
  const known = noted.length > 0 ? noted : present;
  if (known.length === 0) {
    const [first] = mentioned;
    if (first !== undefined && isWhole) {
      yield {
        severity: 'information',
        range: rangeIn(first.line, first),
        message: 'The text refers to an attachment, but there is no note “附件：…” under the text: add it with the name.',
        args: [],
      };
    }
    return;
  }
  const numbers = new Set(known.map(({ number }, index) => number ?? index + 1));
  for (const { line, start, end, number } of mentioned) {
    if (number !== undefined && !numbers.has(number)) {
      yield {
        severity: 'warning',
        range: rangeIn(line, { start, end }),
        message: 'There is no attachment {0}: {1} are listed. Add it to the list, or correct the number.',
        args: [number, known.length],
      };
    }
  }
}

/** What the note lists and what stands at the end agree, in number, order and names. */
function* checkPresent({ noted, present }: Attachments): Generator<Found, void, undefined> {
  if (present.length === 0) {
    return;
  }
  for (const [index, { line, mark, number }] of present.entries()) {
    if (number !== undefined && number !== index + 1 && present.length > 1) {
      yield {
        severity: 'warning',
        range: rangeIn(line, mark),
        message: 'Attachment {0} is expected here: they stand in the order of their numbers.',
        args: [index + 1],
      };
      return;
    }
  }
  if (noted.length === 0) {
    return;
  }
  if (noted.length > present.length) {
    const { line, name } = noted[present.length] as Noted;
    yield {
      severity: 'warning',
      range: rangeIn(line, name),
      message: 'This attachment is listed, but it does not stand at the end.',
      args: [],
    };
  }
  for (const [index, { line, mark, title }] of present.entries()) {
    const entry = noted[index];
    if (entry === undefined) {
      yield* unlisted(noted, line, mark, title);
    } else if (title !== undefined && noted.length === present.length) {
      const name = entry.text.slice(entry.name.start, entry.name.end);
      const words = title.text.slice(title.span.start, title.span.end);
      const range = rangeIn(title.line, title.span);
      if (!agree(name, words)) {
        yield {
          severity: 'information',
          range,
          message: 'The note calls this attachment “{0}”: the names are to be the same.',
          args: [name],
          fix: { title: 'Write “{0}”', args: [name], sure: false, edits: [{ range, newText: name }] },
        };
      }
    }
  }
}

function* unlisted(noted: readonly Noted[], line: number, mark: Span, title: Present['title']): Generator<Found, void, undefined> {
  const last = noted[noted.length - 1] as Noted;
  const name = title?.text.slice(title.span.start, title.span.end).trim() ?? '';
  const at = { line: last.line, character: last.text.length };
  const canAdd = name !== '' && last.number !== undefined;
  yield {
    severity: 'warning',
    range: rangeIn(line, mark),
    message: 'This attachment is not in the note under the text: add it there.',
    args: [],
    ...(canAdd && {
      fix: {
        title: 'Add “{0}” to the note',
        args: [name],
        sure: false,
        edits: [{ range: { start: at, end: at }, newText: `${last.eol || '\n'}${(last.number ?? 0) + 1}. ${name}` }],
      },
    }),
  };
}

/** Names with and without blanks, title marks, (试行) or what is still missing; one line of a longer title is enough. */
function agree(name: string, title: string): boolean {
  const [a, b] = [name, title].map((one) => one.replace(/[\s\u3000《》“”（）()、，。.]/g, '')) as [string, string];
  return a.length < 2 || b.length < 2 || a.includes(b) || b.includes(a) || /[*×_＿【]|X{2}/.test(name + title);
}
