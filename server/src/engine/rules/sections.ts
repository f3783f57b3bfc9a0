import type { ReportDocument } from '../document.ts';
import type { Line } from '../syntax/line.ts';

/** The headings and numbered lines directly under one heading, with their line numbers. */
export interface Section {
  readonly children: readonly Line[];
  readonly numbers: readonly number[];
}

interface OpenSection {
  readonly level: number;
  readonly children: Line[];
  readonly numbers: number[];
}

/** The sections of a document, each when it ends. Looks at structural lines only. */
export function* sectionsOf(document: ReportDocument): Generator<Section, void, undefined> {
  let open: OpenSection[] = [{ level: 0, children: [], numbers: [] }];
  for (const [number, line] of document.structuralLines()) {
    const { syntax } = line;
    if (syntax.kind === 'attachmentStart') {
      // An attachment counts anew.
      yield* open.reverse();
      open = [{ level: 0, children: [], numbers: [] }];
    }
    if (syntax.kind !== 'heading' && syntax.kind !== 'numbered') {
      continue;
    }
    while (open.length > 1 && (open.at(-1) as OpenSection).level >= syntax.level) {
      yield open.pop() as OpenSection;
    }
    const parent = open.at(-1) as OpenSection;
    parent.children.push(line);
    parent.numbers.push(number);
    if (syntax.kind === 'heading') {
      open.push({ level: syntax.level, children: [], numbers: [] });
    }
  }
  yield* open.reverse();
}
