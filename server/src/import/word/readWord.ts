import { attributeOf, childOf, childTrees, elementsOf, isOn, textIn, treeOf, valOf, type XmlElement } from '../../ooxml/tree.ts';
import type { Localize } from '../../wording/localize.ts';
import { BodyReader, type SectionEnd } from './bodyReader.ts';
import type { NoteKey, Remark, SectionPage, WordBlock, WordComment, WordDocument, WordProperties } from './model.ts';
import { Numbering } from './numbering.ts';
import type { WordPackage } from './package.ts';
import { ReadContext } from './readContext.ts';
import { Styles } from './styles.ts';

export interface ReadOptions {
  readonly t: Localize;
  /** Lets messages in, now and then. */
  readonly breathe: (() => Promise<void>) | undefined;
  readonly onProgress: ((share: number) => void) | undefined;
  readonly signal: AbortSignalLike | undefined;
}

/** The part of an `AbortSignal` that is needed here. */
export interface AbortSignalLike {
  throwIfAborted(): void;
}

const blocksAStep = 500;

/** Reads a document whole: its text in order, notes, comments, heads and feet. */
export async function readWord(
  file: WordPackage,
  options: ReadOptions,
): Promise<{ readonly document: WordDocument; readonly remarks: readonly Remark[] }> {
  const related = (type: string): string | undefined =>
    [...file.relations(file.main).values()].find((one) => one.type === type && !one.external)?.target;
  const tree = (type: string): XmlElement | undefined => {
    const part = related(type);
    const xml = part === undefined ? undefined : file.text(part);
    return xml === undefined ? undefined : treeOf(xml);
  };
  const styles = new Styles(tree('styles'));
  const context = new ReadContext(file, styles, new Numbering(tree('numbering')), options.t);
  const { blocks, sections } = await readBody(file, context, options);
  const notes = new Map<NoteKey, readonly WordBlock[]>();
  readNotes(context, related('footnotes'), 'footnote', notes);
  readNotes(context, related('endnotes'), 'endnote', notes);
  const pages = [...file.relations(file.main).values()];
  const parts = (kind: 'header' | 'footer', first: boolean): readonly WordBlock[] => {
    const wanted = new Set<string>();
    for (const { properties } of sections) {
      for (const reference of elementsOf(properties)) {
        if (reference.name !== `${kind}Reference` || (attributeOf(reference, 'type') === 'first') !== first) continue;
        const target = pages.find(({ id }) => id === attributeOf(reference, 'id'))?.target;
        if (target !== undefined && (!first || isOn(properties, 'titlePg') === true)) wanted.add(target);
      }
    }
    return [...wanted].flatMap((part) => readPlain(context, part));
  };
  const others = parts('header', false);
  const document: WordDocument = {
    blocks,
    notes,
    comments: commentsOf(tree('comments')),
    headers: { first: parts('header', true), others },
    footers: [...parts('footer', false), ...parts('footer', true)],
    styleNames: styles.names,
    fontOf: (name) => styles.named(name),
    bodySize: styles.defaultSize,
    properties: propertiesOf(file),
    page: pageOf(sections[0]?.properties),
    hasMacros: file.hasMacros,
    bytes: (part) => file.zip.read(part),
  };
  return { document, remarks: context.remarks() };
}

async function readBody(
  file: WordPackage,
  context: ReadContext,
  { breathe, onProgress, signal }: ReadOptions,
): Promise<{ readonly blocks: readonly WordBlock[]; readonly sections: readonly SectionEnd[] }> {
  const xml = file.text(file.main) ?? '';
  const reader = new BodyReader(context, file.main);
  const blocks: WordBlock[] = [];
  let deep = false;
  const tooDeep = (): void => {
    if (!deep) context.remark(context.t('The document nests far deeper than any that a writer makes: what lies deepest may be missing.'));
    deep = true;
  };
  for (const element of childTrees(xml, ['document', 'body'], tooDeep)) {
    reader.read(element, blocks);
    context.source++;
    if (context.source % blocksAStep === 0) {
      await breathe?.();
      signal?.throwIfAborted();
      // How long the text is nobody knows before its end; this comes near it from below.
      onProgress?.(1 - 1 / (1 + context.source / 5000));
    }
  }
  if (!/<\/(?:\w+:)?document>\s*$/.test(xml)) context.remark(context.t('The document is cut off: what is left of it was read.'));
  return { blocks: sectioned(blocks, reader.sections), sections: reader.sections };
}

/** Blocks with the turn of the page that they stand on and the breaks between sections. */
function sectioned(blocks: readonly WordBlock[], sections: readonly SectionEnd[]): WordBlock[] {
  if (sections.length < 2 && !sections.some(({ properties }) => isLandscape(properties))) return [...blocks];
  const out: WordBlock[] = [];
  let from = 0;
  for (const [index, { after, properties }] of sections.entries()) {
    const landscape = isLandscape(properties);
    const last = index === sections.length - 1;
    const to = last ? blocks.length : Math.min(after, blocks.length);
    const next = sections[index + 1]?.properties;
    for (let at = from; at < to; at++) {
      const block = blocks[at];
      if (block === undefined) continue;
      const turned: WordBlock = landscape ? { ...block, landscape: true } : block;
      const ends = at === to - 1 && next !== undefined;
      const turns = ends && isLandscape(next) !== landscape;
      const sectionBreak = !ends ? undefined : turns || valOf(next, 'type') === 'continuous' ? 'continuous' : 'page';
      out.push(sectionBreak === undefined || turned.kind === 'table' ? turned : { ...turned, sectionBreak });
    }
    from = Math.max(from, to);
  }
  return out;
}

function isLandscape(section: XmlElement | undefined): boolean {
  const size = childOf(section, 'pgSz');
  return (
    attributeOf(size, 'orient') === 'landscape' ||
    Number(attributeOf(size, 'w') ?? 0) > Number(attributeOf(size, 'h') ?? Number.POSITIVE_INFINITY)
  );
}

function readNotes(
  context: ReadContext,
  part: string | undefined,
  kind: 'footnote' | 'endnote',
  notes: Map<NoteKey, readonly WordBlock[]>,
): void {
  const xml = part === undefined ? undefined : context.file.text(part);
  if (part === undefined || xml === undefined) return;
  for (const element of childTrees(xml, [`${kind}s`])) {
    const id = attributeOf(element, 'id');
    // A type means the line that parts notes from text.
    if (element.name !== kind || id === undefined || /^(?:separator|continuation)/.test(attributeOf(element, 'type') ?? '')) continue;
    notes.set(`${kind} ${id}`, new BodyReader(context, part).readAll(elementsOf(element)));
  }
}

function readPlain(context: ReadContext, part: string): readonly WordBlock[] {
  const root = treeOf(context.file.text(part) ?? '');
  return root === undefined ? [] : new BodyReader(context, part).readAll(elementsOf(root));
}

function commentsOf(root: XmlElement | undefined): ReadonlyMap<string, WordComment> {
  const comments = new Map<string, WordComment>();
  for (const element of elementsOf(root)) {
    const id = attributeOf(element, 'id');
    if (element.name !== 'comment' || id === undefined) continue;
    const text = elementsOf(element)
      .map((paragraph) => textIn(paragraph).trim())
      .filter(Boolean)
      .join(' ');
    comments.set(id, { author: attributeOf(element, 'author') ?? '', text });
  }
  return comments;
}

function propertiesOf(file: WordPackage): WordProperties {
  const part = [...file.zip.names].find((name) => /^docProps\/core\d*\.xml$/.test(name));
  const root = part === undefined ? undefined : treeOf(file.text(part) ?? '');
  const word = (name: string): string | undefined => {
    const element = childOf(root, name);
    const text = element === undefined ? '' : textIn(element).trim();
    return text === '' ? undefined : text;
  };
  return {
    title: word('title'),
    creator: word('creator'),
    subject: word('subject'),
    keywords: word('keywords'),
    category: word('category'),
    language: word('language'),
    edited: childOf(root, 'lastModifiedBy') !== undefined || childOf(root, 'revision') !== undefined,
  };
}

function pageOf(section: XmlElement | undefined): SectionPage | undefined {
  const margins = childOf(section, 'pgMar');
  const grid = childOf(section, 'docGrid');
  if (margins === undefined) return undefined;
  return {
    top: Number(attributeOf(margins, 'top') ?? 0),
    left: Number(attributeOf(margins, 'left') ?? 0),
    linePitch: Number(attributeOf(grid, 'linePitch') ?? 0),
  };
}
