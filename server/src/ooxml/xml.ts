/** What an XML text is made of, in order. Names are without their namespace's prefix; an empty element opens and closes. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/**
 * Reads the parts of an Office file: enough XML for what programs write, in one pass. A document type is refused, so no entity can grow; what is
 * not closed ends the reading.
 */
export function* readXml(xml: string): Generator<XmlEvent, void, undefined> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (open < 0) return;
    if (open > at) yield { kind: 'text', text: decodeEntities(xml.slice(at, open)) };
    if (xml.startsWith('<!--', open)) {
      at = after(xml, '-->', open);
    } else if (xml.startsWith('<![CDATA[', open)) {
      at = after(xml, ']]>', open);
      yield { kind: 'text', text: xml.slice(open + 9, Math.max(open + 9, at - 3)) };
    } else if (xml.startsWith('<?', open)) {
      at = after(xml, '?>', open);
    } else if (xml.startsWith('<!', open)) {
      return;
    } else {
      const end = tagEnd(xml, open + 1);
      if (end < 0) return;
      yield* tag(xml.slice(open + 1, end));
      at = end + 1;
    }
  }
}

/** The value of an attribute, `undefined` without it. `name` is without prefix and of letters only. */
export function attribute(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(`${name}=`);
  while (at > 0 && !/[\s:]/.test(attributes[at - 1] ?? '')) at = attributes.indexOf(`${name}=`, at + 1);
  if (at < 0) return undefined;
  const quote = attributes[at + name.length + 1] ?? '';
  const close = attributes.indexOf(quote, at + name.length + 2);
  return (quote !== '"' && quote !== "'") || close < 0 ? undefined : decodeEntities(attributes.slice(at + name.length + 2, close));
}

function* tag(words: string): Generator<XmlEvent, void, undefined> {
  const closing = words.startsWith('/');
  const empty = words.endsWith('/');
  const inner = words.slice(closing ? 1 : 0, empty && !closing ? -1 : undefined).trimEnd();
  const blank = inner.search(/\s/);
  const whole = blank < 0 ? inner : inner.slice(0, blank);
  const name = whole.slice(whole.indexOf(':') + 1);
  if (!closing) yield { kind: 'open', name, attributes: blank < 0 ? '' : inner.slice(blank) };
  if (closing || empty) yield { kind: 'close', name };
}

function after(xml: string, word: string, from: number): number {
  const at = xml.indexOf(word, from);
  return at < 0 ? xml.length : at + word.length;
}

/** The `>` of a tag; one in quotes is none. */
function tagEnd(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at++) {
    const character = xml[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') {
      return at;
    } else if (character === '"' || character === "'") {
      quote = character;
    }
  }
  return -1;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g, (whole, digits, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = digits === undefined ? Number.parseInt(hex, 16) : Number(digits);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}
