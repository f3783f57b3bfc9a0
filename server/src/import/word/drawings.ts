import type { Relationship } from '../../ooxml/relationships.ts';
import { attributeOf, childOf, elementsOf, findIn, isElement, type XmlElement } from '../../ooxml/tree.ts';

/** What hangs in a drawing, in order. */
export type Drawn =
  | { readonly kind: 'picture'; readonly part: string | undefined; readonly alt: string }
  | { readonly kind: 'chart'; readonly part: string; readonly alt: string }
  | { readonly kind: 'textBox'; readonly content: XmlElement }
  | { readonly kind: 'diagram'; readonly part: string | undefined }
  | { readonly kind: 'object'; readonly program: string };

type Relations = ReadonlyMap<string, Relationship>;

/** Pictures, charts, text boxes … of a `w:drawing`, `w:pict` or `w:object`. Of two versions of one drawing, the newer that is understood. */
export function drawnIn(root: XmlElement, relations: Relations): readonly Drawn[] {
  const found: Drawn[] = [];
  const alt = altOf(root);
  const target = (id: string | undefined): Relationship | undefined => (id === undefined ? undefined : relations.get(id));
  const visit = (element: XmlElement): void => {
    switch (element.name) {
      case 'txbxContent':
        found.push({ kind: 'textBox', content: element });
        return;
      case 'AlternateContent':
        for (const child of chosen(element)) visit(child);
        return;
      case 'blip': {
        const image = target(attributeOf(findIn(element, 'svgBlip'), 'embed')) ?? target(attributeOf(element, 'embed'));
        found.push({ kind: 'picture', part: image?.external === false ? image.target : undefined, alt });
        return;
      }
      case 'imagedata': {
        const image = target(attributeOf(element, 'id'));
        found.push({ kind: 'picture', part: image?.external === false ? image.target : undefined, alt });
        return;
      }
      case 'chart': {
        const chart = target(attributeOf(element, 'id'));
        if (chart !== undefined && !chart.external) found.push({ kind: 'chart', part: chart.target, alt });
        return;
      }
      case 'relIds':
        found.push({ kind: 'diagram', part: target(attributeOf(element, 'dm'))?.target });
        return;
      case 'OLEObject':
        found.push({ kind: 'object', program: attributeOf(element, 'ProgID') ?? '' });
        return;
      default:
        for (const child of element.children) if (isElement(child)) visit(child);
    }
  };
  visit(root);
  return found;
}

/** The children of a choice that means something to us, or those of the fallback. */
export function chosen(alternate: XmlElement): readonly XmlElement[] {
  const choices = elementsOf(alternate).filter(({ name }) => name === 'Choice');
  const understood = choices.find((choice) =>
    ['blip', 'chart', 'txbxContent', 'relIds', 'oMath', 't'].some((name) => findIn(choice, name) !== undefined),
  );
  return elementsOf(understood ?? childOf(alternate, 'Fallback') ?? choices[0]);
}

function altOf(root: XmlElement): string {
  const properties = findIn(root, 'docPr');
  const words = attributeOf(properties, 'descr') ?? attributeOf(findIn(root, 'shape'), 'alt') ?? '';
  return words.trim();
}
