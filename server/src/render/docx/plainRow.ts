import { type IContext, type IXmlableObject, type Paragraph, XmlComponent } from 'docx';
import { runOf, type TextPart } from './plainParagraph.ts';

/** A cell as Word wants it. Lengths in twips. */
export interface PrintedCell {
  readonly width: number;
  /** Columns that it spans. */
  readonly columns: number;
  readonly verticalMerge?: 'restart' | 'continue';
  /** Its words: where they are nothing but text, in one look, or else a paragraph of the library. */
  readonly words: Paragraph | PlainWords;
}

export interface PlainWords {
  readonly style: string;
  readonly parts: readonly TextPart[];
  readonly keepNext: boolean;
  readonly alignment?: 'left' | 'center' | 'right';
}

/**
 * A row of a table. The library builds some thirty objects for a cell, and a table of 27,000 rows would take more than a gigabyte; this row knows its XML.
 * It writes the same as a `TableRow` of the same cells: a test compares them.
 */
export class PlainRow extends XmlComponent {
  readonly #header: boolean;
  readonly #cells: readonly PrintedCell[];

  constructor(header: boolean, cells: readonly PrintedCell[]) {
    super('w:tr');
    this.#header = header;
    this.#cells = cells;
  }

  override prepForXml(context: IContext): IXmlableObject {
    return { 'w:tr': [this.#header ? headerProperties : rowProperties, ...this.#cells.map((cell) => cellOf(cell, context))] };
  }
}

const empty = { _attr: {} };
const headerProperties = { 'w:trPr': [{ 'w:cantSplit': empty }, { 'w:tblHeader': empty }] };
const rowProperties = { 'w:trPr': [{ 'w:cantSplit': empty }] };
const value = (name: string, val: string | number): IXmlableObject => ({ [name]: { _attr: { 'w:val': val } } });

function cellOf(cell: PrintedCell, context: IContext): IXmlableObject {
  const { words } = cell;
  return { 'w:tc': [cellProperties(cell), 'style' in words ? plain(words) : words.prepForXml(context)] };
}

/** What many cells share is made once. Owned here, keyed by all that it says; never changed, so nothing can be stale. Emptied when full. */
const made = new Map<string, IXmlableObject>();
const mostMade = 1000;

function shared(key: string, make: () => IXmlableObject): IXmlableObject {
  let known = made.get(key);
  if (known === undefined) {
    if (made.size >= mostMade) made.clear();
    known = make();
    made.set(key, known);
  }
  return known;
}

const cellProperties = ({ width, columns, verticalMerge }: PrintedCell): IXmlableObject =>
  shared(`cell ${width} ${columns} ${verticalMerge}`, () => {
    const properties: IXmlableObject[] = [{ 'w:tcW': { _attr: { 'w:type': 'dxa', 'w:w': width } } }];
    if (columns > 1) properties.push(value('w:gridSpan', columns));
    if (verticalMerge !== undefined) properties.push(value('w:vMerge', verticalMerge));
    properties.push(value('w:vAlign', 'center'));
    return { 'w:tcPr': properties };
  });

const plain = ({ style, parts, keepNext, alignment }: PlainWords): IXmlableObject => ({
  'w:p': [paragraphProperties(style, keepNext, alignment), ...parts.map(runOf)],
});

const paragraphProperties = (style: string, keepNext: boolean, alignment: PlainWords['alignment']): IXmlableObject =>
  shared(`paragraph ${style} ${keepNext} ${alignment}`, () => {
    const properties: IXmlableObject[] = [value('w:pStyle', style)];
    if (keepNext) properties.push({ 'w:keepNext': empty });
    if (alignment !== undefined) properties.push(value('w:jc', alignment));
    return { 'w:pPr': properties };
  });
