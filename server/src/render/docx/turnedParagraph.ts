import { FileChild, type IContext, type IXmlableObject, Paragraph } from 'docx';
import { PlainParagraph } from './plainParagraph.ts';

/** Properties of a paragraph that its schema wants before w:pageBreakBefore. */
const earlier: ReadonlySet<string> = new Set(['w:pStyle', 'w:keepNext', 'w:keepLines']);

/**
 * A paragraph at the head of a new page. A break in a paragraph of its own would need room on the page before, and where that page is full it would go
 * overleaf itself and leave an empty one.
 */
export class TurnedParagraph extends FileChild {
  readonly #paragraph: Paragraph | PlainParagraph;

  constructor(paragraph: Paragraph | PlainParagraph) {
    super('w:p');
    this.#paragraph = paragraph;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const xml = this.#paragraph.prepForXml(context);
    const parts = xml?.['w:p'];
    if (!Array.isArray(parts)) return { 'w:p': [{ 'w:pPr': [{ 'w:pageBreakBefore': {} }] }] };
    const given: unknown = parts[0]?.['w:pPr'];
    const properties: readonly IXmlableObject[] = Array.isArray(given) ? given : [];
    const isEarlier = (property: IXmlableObject) => Object.keys(property).some((name) => earlier.has(name));
    const turned = [...properties.filter(isEarlier), { 'w:pageBreakBefore': {} }, ...properties.filter((property) => !isEarlier(property))];
    return { 'w:p': [{ 'w:pPr': turned }, ...(given === undefined ? parts : parts.slice(1))] };
  }
}

export const canTurn = (child: FileChild | undefined): child is Paragraph | PlainParagraph =>
  child instanceof Paragraph || child instanceof PlainParagraph;
