import type { ReportDocument } from '../engine/document.ts';
import { crossReferencesIn } from '../engine/syntax/crossReferences.ts';
import type { Line } from '../engine/syntax/line.ts';
import type { CrossReference } from '../engine/syntax/references/reference.ts';
import { resolver, type Target } from './resolve.ts';
import type { Structure } from './structure.ts';

/** A mention in the text and what it means. */
export interface Mention {
  readonly line: number;
  readonly reference: CrossReference;
  readonly target: Target;
  /** The index of the node that the mention stands in; -1: none. */
  readonly node: number;
}

/** All mentions of figures, tables, attachments and sections in a report, in order, each with what it means. */
export function* mentionsOf(document: ReportDocument, structure: Structure): Generator<Mention, void, undefined> {
  const { nodes, captions } = structure;
  const resolve = resolver(structure);
  const open: number[] = [];
  let next = 0;
  let nextCaption = 0;
  let line = -1;
  for (const record of document.lines()) {
    line += 1;
    for (let node = nodes[next]; node !== undefined && node.firstLine <= line; node = nodes[next]) {
      while (open.length > 0 && open.at(-1) !== node.parent) open.pop();
      open.push(next);
      next += 1;
    }
    while ((captions[nextCaption]?.line ?? Number.POSITIVE_INFINITY) < line) nextCaption += 1;
    const own = captions[nextCaption];
    const from = own?.line === line ? own.end : wordsStart(record);
    if (from < 0) continue;
    const references = crossReferencesIn(record.text);
    if (references.length === 0) continue;
    while (open.length > 0 && line >= (nodes[open.at(-1) as number]?.endLine ?? 0)) open.pop();
    const node = open.at(-1) ?? -1;
    for (const reference of references) {
      if (reference.start >= from) yield { line, reference, target: resolve(reference, node), node };
    }
  }
}

/** Where mentions may begin in a line; -1 where the line has no words, or where it is a mark itself. */
function wordsStart({ syntax }: Line): number {
  switch (syntax.kind) {
    case 'blank':
    case 'frontMatter':
    case 'comment':
    case 'code':
    case 'attachmentStart':
    case 'pageBreak':
    case 'tableOfContents':
      return -1;
    case 'heading':
    case 'numbered':
    case 'title':
    case 'caption':
    case 'attachmentNote':
      return syntax.contentStart;
    default:
      return 0;
  }
}
