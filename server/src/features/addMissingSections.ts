import { ReportDocument } from '../engine/document.ts';
import type { Range } from '../engine/text/position.ts';
import type { MissingSectionChoice } from '../protocol/sections.ts';
import type { Catalogue } from '../sections/catalogue.ts';
import { insertsOf, type MissingSection, missingSections, type SectionInsert } from '../sections/missingSections.ts';
import { typeOf } from '../sections/typeOf.ts';
import { renumber, textAfter } from '../structure/plan.ts';
import type { Localize } from '../wording/localize.ts';

export interface AddMissingOptions {
  readonly catalogue: Catalogue;
  readonly t: Localize;
}

export interface MissingSectionEdits {
  /** In the order of their places, without overlaps. */
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** The sections that the report's type has and the report has not, in the type's order; `undefined` where its type is not known. */
export function missingSectionChoices(
  document: ReportDocument,
  { catalogue, t }: AddMissingOptions,
): { readonly type: string; readonly choices: readonly MissingSectionChoice[] } | undefined {
  const type = typeOf(document, catalogue.types);
  if (type === undefined) {
    return undefined;
  }
  const choices = missingSections(document, type).map(({ section, before, shift }) => ({
    id: section.id,
    label: section.name,
    description: section.presence === 'required' ? t('required') : t('frequent'),
    detail: section.guidance,
    required: section.presence === 'required',
    level: section.level + shift,
    renumbers: isFollowed(document, before, section.level + shift),
  }));
  return { type: type.name, choices };
}

/** A heading of the same level follows under the same parent: its number is no longer right. */
function isFollowed(document: ReportDocument, line: number, level: number): boolean {
  for (const [, { syntax }] of document.structuralLines(line)) {
    if (syntax.kind === 'heading' && syntax.level <= level) {
      return syntax.level === level && syntax.marker !== undefined;
    }
    if (syntax.kind === 'closing' || syntax.kind === 'attachmentStart') {
      return false;
    }
  }
  return false;
}

/**
 * The edits that put the sections with these ids in, each where its type wants it. Nothing else changes, unless `renumbers`: then the
 * numbers after them follow, and what is said of them (见第三部分).
 */
export function addMissingSections(
  document: ReportDocument,
  ids: readonly string[],
  { catalogue, renumbers }: AddMissingOptions & { readonly renumbers: boolean },
): MissingSectionEdits {
  const type = typeOf(document, catalogue.types);
  const wanted: readonly MissingSection[] =
    type === undefined ? [] : missingSections(document, type).filter(({ section }) => ids.includes(section.id));
  if (type === undefined || wanted.length === 0) {
    return { edits: [] };
  }
  const inserts = insertsOf(document, type, wanted, { unlike: renumbers });
  const edits = inserts.map((insert) => editOf(document, insert));
  return { edits: renumbers ? renumbered(document, edits) : edits };
}

function editOf(
  document: ReportDocument,
  { before, text, blankLines }: SectionInsert,
): { readonly range: Range; readonly newText: string } {
  if (before < document.lineCount) {
    const at = { line: before, character: 0 };
    return { range: { start: at, end: at }, newText: `${text}${blankLines ? '\n\n' : '\n'}` };
  }
  const line = document.lineCount - 1;
  const last = document.line(line).text;
  const at = { line, character: last.length };
  const above =
    last.trim() === ''
      ? blankLines && line > 0 && document.line(line - 1).syntax.kind !== 'blank'
        ? '\n'
        : ''
      : blankLines
        ? '\n\n'
        : '\n';
  return { range: { start: at, end: at }, newText: `${above}${text}${last.trim() === '' ? '\n' : ''}` };
}

/**
 * The same with all numbers put right: renumbers the text as it would be and brings the changes back to the text as it is. A renumbering
 * changes words within lines only, so the lines of both texts are the same ones.
 */
function renumbered(document: ReportDocument, inserts: MissingSectionEdits['edits']): MissingSectionEdits['edits'] {
  const open = (text: string) => ReportDocument.create(document.uri, document.languageId, 0, text);
  const after = open(textAfter(document, inserts));
  const right = open(textAfter(after, renumber(after).edits));
  if (right.lineCount !== after.lineCount) {
    return inserts;
  }
  const edits: { range: Range; newText: string }[] = [];
  let next = 0;
  let shift = 0;
  /** Lines of the old text up to line `end`, which stand `shift` lines further down in the new one. */
  const follow = (end: number) => {
    for (; next < end; next++) {
      const edit = difference(document.line(next).text, right.line(next + shift).text, next);
      if (edit !== undefined) edits.push(edit);
    }
  };
  for (const { range, newText } of inserts) {
    const lines = newText.split('\n');
    const isAtEnd = range.start.character > 0;
    follow(isAtEnd ? range.start.line + 1 : range.start.line);
    const first = range.start.line + shift;
    const own = lines.map((words, i) => (words === '' ? '' : right.line(first + i).text));
    edits.push({ range, newText: own.join('\n') });
    shift += lines.length - 1;
  }
  follow(document.lineCount);
  return edits;
}

/** The edit that makes a line's text another one; as short as it can be. */
function difference(from: string, to: string, line: number): { readonly range: Range; readonly newText: string } | undefined {
  if (from === to) {
    return undefined;
  }
  let start = 0;
  while (start < from.length && from[start] === to[start]) {
    start++;
  }
  let end = 0;
  while (end < Math.min(from.length, to.length) - start && from.at(-1 - end) === to.at(-1 - end)) {
    end++;
  }
  const range = { start: { line, character: start }, end: { line, character: from.length - end } };
  return { range, newText: to.slice(start, to.length - end) };
}
