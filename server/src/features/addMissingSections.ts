import type { ReportDocument } from '../engine/document.ts';
import type { Range } from '../engine/text/position.ts';
import type { MissingSectionChoice } from '../protocol/sections.ts';
import type { Catalogue } from '../sections/catalogue.ts';
import { insertsOf, type MissingSection, missingSections, type SectionInsert } from '../sections/missingSections.ts';
import { typeOf } from '../sections/typeOf.ts';
import { numbersAfterInsertions } from '../structure/insertion.ts';

export interface AddMissingOptions {
  readonly catalogue: Catalogue;
}

export interface MissingSectionEdits {
  /** In the order of their places, without overlaps. */
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** The sections that the report's type has and the report has not, in the type's order; `undefined` where its type is not known. */
export function missingSectionChoices(
  document: ReportDocument,
  { catalogue }: AddMissingOptions,
): { readonly type: string; readonly choices: readonly MissingSectionChoice[] } | undefined {
  const type = typeOf(document, catalogue.types);
  if (type === undefined) {
    return undefined;
  }
  const choices = missingSections(document, type).map(({ section, before, shift }) => ({
    id: section.id,
    label: section.name,
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
  const edits = insertsOf(document, type, wanted).map((insert) => editOf(document, insert));
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

/** The same, and what counts with the new sections is numbered on, and mentions follow. What was wrong elsewhere stays as it is. */
function renumbered(document: ReportDocument, inserts: MissingSectionEdits['edits']): MissingSectionEdits['edits'] {
  const { edits, texts } = numbersAfterInsertions(
    document,
    inserts.map(({ range, newText }) => ({ at: range.start, text: newText })),
  );
  return [...inserts.map(({ range }, i) => ({ range, newText: texts[i] ?? '' })), ...edits].sort(
    ({ range: a }, { range: b }) => a.start.line - b.start.line || a.start.character - b.start.character,
  );
}
