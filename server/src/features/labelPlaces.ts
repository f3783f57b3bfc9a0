import type { DocumentHighlight, Location, TextEdit } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import type { Position, Range } from '../engine/text/position.ts';
import type { Localize } from '../wording/localize.ts';
import { isTaken, labelAt, renamedNumeral } from './labels.ts';

/** LSP's numbers for what a highlight is. */
const read = 2;
const write = 3;

/** Where the figure, table, attachment, section or footnote stands that a position names. */
export function labelDefinition(document: ReportDocument, position: Position): readonly Location[] {
  const places = labelAt(document, position)?.places ?? [];
  return places.filter(({ role }) => role === 'declaration').map(({ range }) => ({ uri: document.uri, range }));
}

/** All places that name what a position names. */
export function labelReferences(document: ReportDocument, position: Position, withDeclaration: boolean): readonly Location[] {
  const places = labelAt(document, position)?.places ?? [];
  return places.filter(({ role }) => withDeclaration || role === 'mention').map(({ range }) => ({ uri: document.uri, range }));
}

/** The same in this document, for the editor to mark. */
export function labelHighlights(document: ReportDocument, position: Position): readonly DocumentHighlight[] {
  const places = labelAt(document, position)?.places ?? [];
  return places.map(({ range, role }) => ({ range, kind: role === 'declaration' ? write : read }));
}

/** The number of a figure, a table or an attachment, or the name of a footnote, that can be changed at a position. */
export function prepareLabelRename(
  document: ReportDocument,
  position: Position,
): { readonly range: Range; readonly placeholder: string } | undefined {
  const label = labelAt(document, position);
  const here = label?.places.find(({ range }) => holds(range, position));
  // Sections are numbered by their places: Renumber and Move Section change them.
  if (label === undefined || label.kind === 'section' || here?.name === undefined) return undefined;
  return { range: here.name, placeholder: document.getText(here.name) };
}

/** The edits that give it another number or name wherever it is named, or why not; `undefined` where nothing is named. */
export function labelRename(
  document: ReportDocument,
  position: Position,
  newName: string,
  t: Localize,
): readonly TextEdit[] | { readonly refusal: string } | undefined {
  const label = labelAt(document, position);
  if (label === undefined || prepareLabelRename(document, position) === undefined) return undefined;
  const name = newName.trim();
  const places = label.places.flatMap((place) => (place.name === undefined ? [] : [place.name]));
  if (label.kind === 'footnote') {
    if (!/^[^\]\s[^]{1,60}$/.test(name))
      return { refusal: t('“{0}” cannot be the name of a footnote: leave out blanks and brackets.', name) };
    return places.map((range) => ({ range, newText: name }));
  }
  if (places.some((range) => renamedNumeral(document, range, name) === undefined)) {
    return { refusal: t('“{0}” is no number from 1 to 999.', name) };
  }
  if (isTaken(document, label.kind, name)) return { refusal: t('The number {0} is taken. “Renumber” puts all numbers in order.', name) };
  return places.map((range) => ({ range, newText: renamedNumeral(document, range, name) ?? name }));
}

const holds = ({ start, end }: Range, { line, character }: Position): boolean =>
  start.line === line && start.character <= character && character <= end.character;
