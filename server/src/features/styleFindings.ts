import type { Diagnostic } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import type { HouseStyle } from '../engine/model/houseStyle.ts';
import { frontMatterKeys } from '../engine/model/parseFrontMatter.ts';
import { isDisabled } from '../engine/syntax/lineState.ts';
import type { Range } from '../engine/text/position.ts';
import { gridWarnings } from '../render/layout/deviations.ts';
import { layoutOf, layoutParts } from '../render/layout/layoutOf.ts';
import type { Localize } from '../wording/localize.ts';

/** What a report's style file said, as far as findings need it. */
export interface StyleKnown {
  readonly path: string;
  readonly style: HouseStyle;
  readonly problems: readonly { readonly message: string; readonly args: readonly (string | number)[]; readonly range?: Range }[];
}

const code = 'front-matter';
const warning = 2;
const mostLines = 500;

/**
 * What is wrong with a report's style file, and a grid of lines that does not fit its margins, at the line that names the style. Problems of a
 * mapping in the report itself are those of its front matter.
 */
export function styleFindings(
  document: ReportDocument,
  { preset, file, t }: { readonly preset: string | undefined; readonly file: StyleKnown | undefined; readonly t: Localize },
): readonly Diagnostic[] {
  const range = styleLineOf(document);
  if (range === undefined || isDisabled(document.line(range.start.line).stateIn, code)) return [];
  const { base, styles } = layoutParts(document, preset, file?.style);
  const layout = layoutOf(document, preset, file?.style);
  const messages = [...(file === undefined ? [] : styleFileProblems(file, t)), ...gridWarnings(base, styles, layout, t)];
  return messages.map((message) => ({ range, severity: warning, source: 'report-writer', code, message }));
}

/** What is wrong with a style file, in the reader's words, with its name and line. */
export const styleFileProblems = ({ path, problems }: StyleKnown, t: Localize): readonly string[] =>
  problems.map(({ message, args, range }) =>
    t('Style file {0}: {1}', range === undefined ? path : `${path}:${range.start.line + 1}`, t(message, ...args)),
  );

const names: ReadonlySet<string> = new Set(
  frontMatterKeys.flatMap((one) => (one.key === 'style' ? one.names.map((name) => name.toLowerCase()) : [])),
);

function styleLineOf(document: ReportDocument): Range | undefined {
  if (document.line(0).syntax.kind !== 'frontMatter') return undefined;
  let line = 0;
  for (const { text, syntax } of document.lines(0, mostLines)) {
    if (syntax.kind !== 'frontMatter') return undefined;
    const key = /^([^\s:#]+) *:/.exec(text)?.[1];
    if (key !== undefined && names.has(key.toLowerCase())) return { start: { line, character: 0 }, end: { line, character: text.length } };
    line += 1;
  }
  return undefined;
}
