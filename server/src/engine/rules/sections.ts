import type { ReportDocument } from '../document.ts';
import type { Line } from '../syntax/line.ts';

/** The headings and numbered lines directly under one heading, with their line numbers. */
export interface Section {
  readonly children: readonly Line[];
  readonly numbers: readonly number[];
}

interface OpenSection {
  readonly level: number;
  /** Most headings have no headings of their own: the lists are made with the first. */
  section: { readonly children: Line[]; readonly numbers: number[] } | undefined;
}

const root = (): OpenSection[] => [{ level: 0, section: undefined }];

/** The sections of a document that have children, each when it ends. Looks at structural lines only. */
export function* sectionsOf(document: ReportDocument): Generator<Section, void, undefined> {
  let open = root();
  for (const [number, line] of document.structuralLines()) {
    const { syntax } = line;
    if (syntax.kind === 'attachmentStart') {
      // An attachment counts anew.
      yield* ended(open);
      open = root();
    }
    if (syntax.kind !== 'heading' && syntax.kind !== 'numbered') {
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
    parent.section ??= { children: [], numbers: [] };
    parent.section.children.push(line);
    parent.section.numbers.push(number);
    if (syntax.kind === 'heading') {
      open.push({ level: syntax.level, section: undefined });
    }
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
