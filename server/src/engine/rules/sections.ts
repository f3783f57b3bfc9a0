import type { ReportDocument } from '../document.ts';
import type { Line } from '../syntax/line.ts';
import type { HeadingLevel, LineKind } from '../syntax/lineSyntax.ts';

/** The headings and numbered lines directly under one heading. */
export interface Section {
  /** The heading above them; `undefined` at the top. */
  readonly parent: Line | undefined;
  readonly children: readonly Line[];
  /** Their line numbers. */
  readonly numbers: readonly number[];
  /** By child: a heading after which nothing is printed before the next one or the end of the text. */
  readonly empty: readonly boolean[];
  /** Nothing is printed after the last child: the text ends there. */
  readonly endsBare: boolean;
}

interface SectionBeingRead {
  readonly parent: Line | undefined;
  readonly children: Line[];
  readonly numbers: number[];
  readonly empty: boolean[];
  endsBare: boolean;
}

interface OpenSection {
  readonly level: number;
  readonly heading: Line | undefined;
  /** Most headings have no headings of their own: the lists are made with the first. */
  section: SectionBeingRead | undefined;
}

const root = (): OpenSection[] => [{ level: 0, heading: undefined, section: undefined }];

/** What ends the text of a section besides a heading. */
const ends: ReadonlySet<LineKind> = new Set(['closing', 'attachmentNote', 'signature', 'issueDate', 'attachmentStart']);

/** The sections of a document that have children, each when it ends. Looks at structural lines only. */
export function* sectionsOf(document: ReportDocument): Generator<Section, void, undefined> {
  let open = root();
  /** The heading right before, while nothing else came. */
  let last: { readonly section: SectionBeingRead; readonly level: HeadingLevel } | undefined;
  for (const [number, line] of document.structuralLines()) {
    const { syntax } = line;
    const isHeading = syntax.kind === 'heading';
    if (last !== undefined && line.stateIn.bare === last.level && (isHeading ? syntax.level <= last.level : ends.has(syntax.kind))) {
      last.section.empty[last.section.empty.length - 1] = true;
    }
    last = undefined;
    if (syntax.kind === 'attachmentStart') {
      // An attachment counts anew.
      yield* ended(open);
      open = root();
    }
    if (!isHeading && syntax.kind !== 'numbered') {
      continue;
    }
    let parent = open[open.length - 1] as OpenSection;
    while (open.length > 1 && parent.level >= syntax.level) {
      open.pop();
      if (parent.section !== undefined) {
        yield parent.section;
      }
      parent = open[open.length - 1] as OpenSection;
    }
    parent.section ??= { parent: parent.heading, children: [], numbers: [], empty: [], endsBare: false };
    const { section } = parent;
    section.children.push(line);
    section.numbers.push(number);
    section.empty.push(false);
    if (isHeading) {
      open.push({ level: syntax.level, heading: line, section: undefined });
      last = { section, level: syntax.level };
    }
  }
  if (last !== undefined && document.line(document.lineCount - 1).stateOut.bare === last.level) {
    last.section.endsBare = true;
  }
  yield* ended(open);
}

function* ended(open: readonly OpenSection[]): Generator<Section, void, undefined> {
  for (let at = open.length - 1; at >= 0; at--) {
    const section = open[at]?.section;
    if (section !== undefined) {
      yield section;
    }
  }
}
