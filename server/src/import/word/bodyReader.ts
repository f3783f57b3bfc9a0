import { attributeOf, childOf, elementsOf, findIn, isOn, valOf, type XmlElement } from '../../ooxml/tree.ts';
import { chosen } from './drawings.ts';
import { FieldStack } from './fieldStack.ts';
import { InlineReader } from './inlineReader.ts';
import type { ListLabel, WordBlock, WordCell, WordInline, WordParagraph, WordRow } from './model.ts';
import type { ReadContext } from './readContext.ts';
import { leftOf, outlineOf, type Style } from './styles.ts';

/** A section and where it ends: after so many blocks. */
export interface SectionEnd {
  readonly after: number;
  readonly properties: XmlElement;
}

const containers: ReadonlySet<string> = new Set(['ins', 'moveTo', 'customXml', 'sdtContent', 'smartTag']);
const mostColumns = 200;

/** Reads paragraphs and tables of one part: the body, a header, the notes. */
export class BodyReader {
  readonly sections: SectionEnd[] = [];
  readonly #context: ReadContext;
  readonly #inlines: InlineReader;
  /** Words of a paragraph whose end was deleted: the next one goes on with them. */
  #carried: WordInline[] = [];
  #textBoxes = 0;
  #contents = 0;
  #count = 0;

  constructor(context: ReadContext, part: string) {
    this.#context = context;
    this.#inlines = new InlineReader(context, context.file.relations(part), new FieldStack());
  }

  /** The blocks of one child of a body, cell, header or note; appended to `blocks`. */
  read(element: XmlElement, blocks: WordBlock[]): void {
    switch (element.name) {
      case 'p':
        this.#paragraph(element, blocks);
        break;
      case 'tbl': {
        const rows = this.#rows(element);
        if (rows.length > 0) this.#add(blocks, { kind: 'table', rows, source: this.#context.source });
        break;
      }
      case 'sdt': {
        const gallery = findIn(childOf(element, 'sdtPr'), 'docPartGallery');
        const isContents = /table of contents|目录/i.test(attributeOf(gallery, 'val') ?? '');
        if (isContents) this.#contents++;
        for (const child of elementsOf(childOf(element, 'sdtContent'))) this.read(child, blocks);
        if (isContents) this.#contents--;
        break;
      }
      case 'AlternateContent':
        for (const child of chosen(element)) this.read(child, blocks);
        break;
      case 'oMathPara':
      case 'oMath':
        this.#paragraph({ name: 'p', attributes: '', children: [element] }, blocks);
        break;
      case 'altChunk':
        this.#context.remark(
          this.#context.t('An embedded file that Word shows in the text is left out: open the document in Word and save it first.'),
        );
        break;
      case 'sectPr':
        this.sections.push({ after: this.#count, properties: element });
        break;
      default:
        if (containers.has(element.name)) for (const child of elementsOf(element)) this.read(child, blocks);
    }
  }

  readAll(elements: Iterable<XmlElement>): WordBlock[] {
    const blocks: WordBlock[] = [];
    for (const element of elements) this.read(element, blocks);
    return blocks;
  }

  #add(blocks: WordBlock[], block: WordBlock): void {
    blocks.push(block);
  }

  #paragraph(element: XmlElement, blocks: WordBlock[]): void {
    const { styles } = this.#context;
    const properties = childOf(element, 'pPr');
    const styleId = valOf(properties, 'pStyle');
    const style = styles.paragraph(styleId);
    const { inlines, textBoxes, inContents } = this.#inlines.read(element, style);
    const all = this.#carried.length > 0 ? [...this.#carried, ...inlines] : inlines;
    this.#carried = [];
    const section = childOf(properties, 'sectPr');
    if (isOn(childOf(properties, 'rPr'), 'del') === true && section === undefined) {
      this.#context.changed('deleted');
      this.#carried = all;
      return;
    }
    const label = this.#label(properties, style);
    const outline = outlineOf(properties) ?? style.outline ?? outlineByName(style.name);
    const left = leftOf(properties);
    const block: WordParagraph & { readonly source: number } = {
      kind: 'paragraph',
      style: style.name,
      inlines: all,
      ...(label === undefined ? {} : { label }),
      ...(outline === undefined || outline > 8 ? {} : { outline }),
      align: valOf(properties, 'jc') ?? style.align ?? 'left',
      ...(left === undefined ? {} : { left }),
      pageBreakBefore: isOn(properties, 'pageBreakBefore') ?? style.pageBreakBefore === true,
      inTextBox: this.#textBoxes > 0,
      inContents: inContents || this.#contents > 0,
      source: this.#context.source,
    };
    this.#add(blocks, block);
    for (const box of textBoxes) this.#textBox(box, blocks);
    if (section !== undefined) this.sections.push({ after: blocks.length, properties: section });
    this.#count = blocks.length;
  }

  #textBox(content: XmlElement, blocks: WordBlock[]): void {
    this.#textBoxes++;
    for (const child of elementsOf(content)) this.read(child, blocks);
    this.#textBoxes--;
  }

  #label(properties: XmlElement | undefined, style: Style): ListLabel | undefined {
    const { numbering } = this.#context;
    const own = childOf(properties, 'numPr');
    const list = valOf(own, 'numId') ?? style.list;
    if (list === undefined || list === '0') return undefined;
    const level = valOf(own, 'ilvl');
    const styled = style.listStyle === undefined ? undefined : numbering.levelOfStyle(list, style.listStyle);
    return numbering.next(list, level === undefined ? (style.listLevel ?? styled ?? 0) : Number(level) || 0);
  }

  #rows(table: XmlElement): WordRow[] {
    const rows: WordRow[] = [];
    const visit = (element: XmlElement): void => {
      for (const child of elementsOf(element)) {
        if (child.name === 'tr') {
          const row = this.#row(child);
          if (row !== undefined) rows.push(row);
        } else if (child.name === 'sdt') {
          visit(childOf(child, 'sdtContent') ?? child);
        } else if (containers.has(child.name)) {
          visit(child);
        }
      }
    };
    visit(table);
    return rows;
  }

  #row(element: XmlElement): WordRow | undefined {
    const properties = childOf(element, 'trPr');
    if (childOf(properties, 'del') !== undefined) {
      this.#context.changed('deleted');
      return undefined;
    }
    if (childOf(properties, 'ins') !== undefined) this.#context.changed('inserted');
    const cells: WordCell[] = [];
    const visit = (parent: XmlElement): void => {
      for (const child of elementsOf(parent)) {
        if (child.name === 'tc') cells.push(this.#cell(child));
        else if (child.name === 'sdt') visit(childOf(child, 'sdtContent') ?? child);
        else if (containers.has(child.name)) visit(child);
      }
    };
    visit(element);
    return { header: isOn(properties, 'tblHeader') === true, before: countOf(valOf(properties, 'gridBefore')), cells };
  }

  #cell(element: XmlElement): WordCell {
    const properties = childOf(element, 'tcPr');
    const merge = childOf(properties, 'vMerge');
    const carried = this.#carried;
    this.#carried = [];
    const blocks = this.readAll(elementsOf(element).filter(({ name }) => name !== 'tcPr'));
    this.#carried = carried;
    return {
      span: Math.max(1, countOf(valOf(properties, 'gridSpan'))),
      joined: merge !== undefined && attributeOf(merge, 'val') !== 'restart',
      blocks,
    };
  }
}

const countOf = (value: string | undefined): number => Math.min(mostColumns, Math.max(0, Number(value ?? 0) || 0));

function outlineByName(name: string): number | undefined {
  const found = /^(?:heading|标题) ?([1-9])$/.exec(name);
  return found === null ? undefined : Number(found[1]) - 1;
}
