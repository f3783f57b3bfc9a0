import { attribute, readXml } from './xml.ts';

/** An element of a part. `name` is without its namespace's prefix. */
export interface XmlElement {
  readonly name: string;
  /** As they are written; read them with `attributeOf`. */
  readonly attributes: string;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

/** Deeper elements become children of the deepest: what is read by recursion must not overflow. */
const deepest = 200;

/**
 * The children of the first element whose path from the root is `path` (names without prefix), one tree after the other, so that a long part
 * is never in memory as a whole tree. The element itself is not given. `tooDeep` is told of trees that do not keep their shape.
 */
export function* childTrees(xml: string, path: readonly string[], tooDeep?: () => void): Generator<XmlElement, void, undefined> {
  let matched = 0;
  let depth = 0;
  let open: OpenElement[] = [];
  let beyond = 0;
  for (const event of readXml(xml)) {
    if (event.kind === 'open') {
      depth++;
      if (matched < path.length) {
        if (depth === matched + 1 && event.name === path[matched]) matched++;
        continue;
      }
      const element: OpenElement = { name: event.name, attributes: event.attributes, children: [] };
      if (open.length < deepest) {
        open[open.length - 1]?.children.push(element);
        open.push(element);
      } else {
        open[deepest - 1]?.children.push(element);
        if (beyond === 0) tooDeep?.();
        beyond++;
      }
    } else if (event.kind === 'text') {
      open[open.length - 1]?.children.push(event.text);
    } else {
      depth--;
      if (matched < path.length) continue;
      if (beyond > 0) {
        beyond--;
      } else if (open.length > 0) {
        const done = open.pop();
        if (open.length === 0 && done !== undefined) yield done;
      } else {
        return;
      }
    }
  }
  // A part that was cut off: what was open still has words.
  const [first] = open;
  open = [];
  if (first !== undefined) yield first;
}

/** All of a small part; `undefined` if it has no root. */
export function treeOf(xml: string): XmlElement | undefined {
  for (const root of childTrees(xml, [])) return root;
  return undefined;
}

export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined =>
  element === undefined ? undefined : attribute(element.attributes, name);

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** The first child of a name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child): child is XmlElement => isElement(child) && child.name === name);

export const elementsOf = (element: XmlElement | undefined): readonly XmlElement[] => element?.children.filter(isElement) ?? [];

/** `val` of the first child of a name: `<w:jc w:val="center"/>`. */
export const valOf = (element: XmlElement | undefined, name: string): string | undefined => attributeOf(childOf(element, name), 'val');

/** Whether a switch like `<w:b/>` is on; `undefined` where it is not said. */
export function isOn(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  return child === undefined ? undefined : !/^(?:0|false|off|none)$/.test(attributeOf(child, 'val') ?? '1');
}

/** The first descendant of a name, the element itself included. */
export function findIn(element: XmlElement | undefined, name: string): XmlElement | undefined {
  const waiting: XmlElement[] = element === undefined ? [] : [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.name === name) return next;
    for (let i = next.children.length - 1; i >= 0; i--) {
      const child = next.children[i];
      if (child !== undefined && isElement(child)) waiting.push(child);
    }
  }
  return undefined;
}

/** All words in an element, in order. */
export function textIn(element: XmlElement): string {
  const parts: string[] = [];
  const waiting: XmlNode[] = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!isElement(next)) parts.push(next);
    else for (let i = next.children.length - 1; i >= 0; i--) waiting.push(next.children[i] ?? '');
  }
  return parts.join('');
}
