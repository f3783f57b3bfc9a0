import { attributeOf, childOf, elementsOf, isOn, valOf, type XmlElement } from '../../ooxml/tree.ts';

/** What a style, its forebears counted, says. */
export interface Style {
  /** In lower case; the built-in ones have English names whatever Word's language is. */
  readonly name: string;
  readonly align?: string;
  /** From 0. */
  readonly outline?: number;
  readonly list?: string;
  readonly listLevel?: number;
  /** Id of the style, of it or a forebear, that names the list. */
  readonly listStyle?: string;
  /** The East Asian font. */
  readonly font?: string;
  /** Half-points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly left?: number;
  readonly pageBreakBefore?: boolean;
}

const noStyle: Style = { name: '' };
const longestChain = 30;

export class Styles {
  /** Half-points. */
  readonly defaultSize: number;
  readonly names: ReadonlySet<string>;
  readonly #elements = new Map<string, XmlElement>();
  readonly #known = new Map<string, Style>();
  readonly #defaultParagraph: string | undefined;

  /** `root` is `w:styles`. */
  constructor(root: XmlElement | undefined) {
    const names = new Set<string>();
    let ordinary: string | undefined;
    for (const element of elementsOf(root)) {
      const id = attributeOf(element, 'styleId');
      if (element.name !== 'style' || id === undefined) continue;
      this.#elements.set(id, element);
      names.add(nameOf(element));
      if (attributeOf(element, 'type') === 'paragraph' && /^(?:1|true|on)$/.test(attributeOf(element, 'default') ?? '')) ordinary = id;
    }
    this.names = names;
    this.#defaultParagraph = ordinary;
    const defaults = childOf(childOf(childOf(root, 'docDefaults'), 'rPrDefault'), 'rPr');
    this.defaultSize = this.of(ordinary).size ?? (Number(valOf(defaults, 'sz') ?? 20) || 20);
  }

  /** The first style of a name in lower case. */
  named(name: string): Style | undefined {
    for (const [id, element] of this.#elements) if (nameOf(element) === name) return this.of(id);
    return undefined;
  }

  /** A paragraph's style; without an id the default one. */
  paragraph(id: string | undefined): Style {
    return this.of(id ?? this.#defaultParagraph);
  }

  of(id: string | undefined): Style {
    if (id === undefined) return noStyle;
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const chain: [string, XmlElement][] = [];
    for (let at: string | undefined = id; at !== undefined && chain.length < longestChain; ) {
      const element = this.#elements.get(at);
      if (element === undefined) break;
      chain.push([at, element]);
      at = valOf(element, 'basedOn');
    }
    let style: Style = noStyle;
    for (const [own, element] of chain.reverse()) style = { ...style, ...ownOf(own, element) };
    this.#known.set(id, style);
    return style;
  }
}

const nameOf = (element: XmlElement): string => (valOf(element, 'name') ?? '').toLowerCase();

function ownOf(id: string, element: XmlElement): Style {
  const paragraph = childOf(element, 'pPr');
  const run = childOf(element, 'rPr');
  const list = childOf(paragraph, 'numPr');
  const listId = valOf(list, 'numId');
  const level = valOf(list, 'ilvl');
  const align = valOf(paragraph, 'jc');
  const outline = outlineOf(paragraph);
  const font = attributeOf(childOf(run, 'rFonts'), 'eastAsia');
  const size = valOf(run, 'sz');
  const bold = isOn(run, 'b');
  const color = valOf(run, 'color');
  const left = leftOf(paragraph);
  const breaks = isOn(paragraph, 'pageBreakBefore');
  return {
    name: nameOf(element),
    ...(align === undefined ? {} : { align }),
    ...(outline === undefined ? {} : { outline }),
    ...(listId === undefined ? {} : { list: listId, listStyle: id }),
    ...(level === undefined ? {} : { listLevel: Number(level) || 0 }),
    ...(font === undefined ? {} : { font }),
    ...(size === undefined ? {} : { size: Number(size) || 0 }),
    ...(bold === undefined ? {} : { bold }),
    ...(color === undefined ? {} : { color }),
    ...(left === undefined ? {} : { left }),
    ...(breaks === undefined ? {} : { pageBreakBefore: breaks }),
  };
}

/** The outline level that a paragraph's or style's properties name: 0 to 8; 9 means body text and comes back as such. */
export function outlineOf(properties: XmlElement | undefined): number | undefined {
  const level = valOf(properties, 'outlineLvl');
  return level === undefined ? undefined : Number(level);
}

export function leftOf(properties: XmlElement | undefined): number | undefined {
  const indent = childOf(properties, 'ind');
  const left = attributeOf(indent, 'left') ?? attributeOf(indent, 'start');
  return left === undefined ? undefined : Number(left) || 0;
}
