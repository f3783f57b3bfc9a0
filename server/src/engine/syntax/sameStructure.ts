import { sameMentions } from '../rules/mentions.ts';
import { enclosing } from './enclosure.ts';
import { isEnglishName } from './englishEnding.ts';
import type { Line } from './line.ts';
import type { LineKind } from './lineSyntax.ts';

/** Kinds of lines of which rules read all words. */
const read: ReadonlySet<LineKind> = new Set([
  'frontMatter',
  'title',
  'documentNumber',
  'addressee',
  'closing',
  'attachmentNote',
  'attachmentStart',
  'signature',
  'issueDate',
  'caption',
  'picture',
]);

/** Nothing that rules of sections and of the document look at differs: see `ReportDocument.structureVersion`. */
export function sameStructure(a: Line, b: Line): boolean {
  if (isPlain(a) && isPlain(b)) {
    return true;
  }
  return (
    a.syntax.kind === b.syntax.kind &&
    a.stateIn.bare === b.stateIn.bare &&
    a.stateIn.disabled === b.stateIn.disabled &&
    a.stateIn.disabledNext === b.stateIn.disabledNext &&
    samePoints(a, b) &&
    sameMentions(a.mentions, b.mentions) &&
    structureText(a) === structureText(b)
  );
}

/** A line that no such rule looks at, whatever it is. */
const isPlain = (line: Line): boolean =>
  !line.structural &&
  line.mentions.length === 0 &&
  !read.has(line.syntax.kind) &&
  !isEnclosed(line) &&
  !maySign(line) &&
  !mayBeFirst(line) &&
  line.stateIn.bare === 0;

/** Of comments and code blocks rules look at where they begin and end, and whether there are words in them. */
const isEnclosed = ({ syntax }: Line): boolean => syntax.kind === 'comment' || syntax.kind === 'code';

/** At the top, the first words are where a hint stands that concerns the whole report. */
const mayBeFirst = ({ stateIn }: Line): boolean => stateIn.zone === 'first' || stateIn.zone === 'start';

const longestSignature = 30;

/** A short line without marks of a sentence: right before a date it is the signature. */
export const maySign = ({ syntax, text }: Pick<Line, 'syntax' | 'text'>): boolean =>
  syntax.kind === 'paragraph' &&
  ((text.length <= longestSignature + 20 && text.trim().length <= longestSignature && !/[。；！？;!?，,]/.test(text)) ||
    (text.length <= 2 * longestSignature + 20 && isEnglishName(text.trim())));

/** The words of a line that such rules read. */
function structureText(line: Line): string {
  const { syntax, text } = line;
  switch (syntax.kind) {
    case 'heading':
      return `${syntax.level} ${syntax.bodyStart >= text.length} ${text.slice(0, syntax.bodyStart)}`;
    case 'numbered':
      return `${syntax.level} ${text.slice(0, syntax.contentStart)}`;
    case 'point':
      return String(syntax.ordinal);
    case 'comment':
    case 'code':
      return `${line.stateOut.enclosure} ${enclosing(line) === undefined && !mayBeFirst(line) ? text.trim() !== '' : text}`;
    default:
      return read.has(syntax.kind) || maySign(line) || mayBeFirst(line) ? text : '';
  }
}

const samePoints = (a: Line, b: Line): boolean =>
  a.points.length === b.points.length &&
  a.points.every(({ start, end, ordinal }, i) => {
    const other = b.points[i];
    return other?.start === start && other.end === end && other.ordinal === ordinal;
  });
