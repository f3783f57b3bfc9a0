import type { Relationship } from '../../ooxml/relationships.ts';
import { attributeOf, childOf, elementsOf, findIn, isOn, textIn, valOf, type XmlElement } from '../../ooxml/tree.ts';
import { chosen, drawnIn } from './drawings.ts';
import type { FieldStack } from './fieldStack.ts';
import { formulaOf } from './formulas.ts';
import type { RunLook, WordInline } from './model.ts';
import type { ReadContext } from './readContext.ts';
import type { Style } from './styles.ts';

/** Characters of Word's symbol fonts that documents use, by font and code. */
const symbols: Readonly<Record<string, string>> = {
  'wingdings f0fe': '☑',
  'wingdings fe': '☑',
  'wingdings f0fc': '✓',
  'wingdings fc': '✓',
  'wingdings f0a8': '☐',
  'wingdings a8': '☐',
  'wingdings f06f': '☐',
  'wingdings 6f': '☐',
  'wingdings 2 f052': '☑',
  'wingdings 2 52': '☑',
  'wingdings 2 f0a3': '☐',
  'wingdings 2 a3': '☐',
  'wingdings 2 f050': '✓',
  'wingdings 2 50': '✓',
  'wingdings f06c': '●',
  'wingdings 6c': '●',
  'wingdings f06e': '■',
  'wingdings 6e': '■',
  'wingdings f0d8': '➢',
  'wingdings d8': '➢',
};
const raised: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
};
const lowered: Readonly<Record<string, string>> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '+': '₊',
  '-': '₋',
};
const transparent: ReadonlySet<string> = new Set(['smartTag', 'customXml', 'bdo', 'dir', 'fldSimple', 'sdtContent']);

/** Reads what stands inside the paragraphs of one part. */
export class InlineReader {
  readonly #context: ReadContext;
  readonly #relations: ReadonlyMap<string, Relationship>;
  readonly #fields: FieldStack;
  #style: Style = { name: '' };
  #inlines: WordInline[] = [];
  #textBoxes: XmlElement[] = [];
  #href: string | undefined;
  #contents = false;

  constructor(context: ReadContext, relations: ReadonlyMap<string, Relationship>, fields: FieldStack) {
    this.#context = context;
    this.#relations = relations;
    this.#fields = fields;
  }

  /** The inlines of a paragraph in this style, the text boxes that hang on it, and whether a table of contents is open in it. */
  read(
    paragraph: XmlElement,
    style: Style,
  ): { readonly inlines: WordInline[]; readonly textBoxes: readonly XmlElement[]; readonly inContents: boolean } {
    this.#style = style;
    this.#inlines = [];
    this.#textBoxes = [];
    this.#contents = this.#fields.isContents;
    this.#walk(paragraph);
    return { inlines: this.#inlines, textBoxes: this.#textBoxes, inContents: this.#contents };
  }

  #walk(element: XmlElement): void {
    for (const child of elementsOf(element)) this.#visit(child);
  }

  #visit(child: XmlElement): void {
    if (child.name === 'r') {
      this.#run(child);
    } else if (transparent.has(child.name)) {
      this.#walk(child);
    } else if (child.name === 'hyperlink') {
      const outer = this.#href;
      const link = this.#relations.get(attributeOf(child, 'id') ?? '');
      this.#href = link?.external === true ? link.target : undefined;
      this.#walk(child);
      this.#href = outer;
    } else if (child.name === 'sdt') {
      this.#walk(childOf(child, 'sdtContent') ?? child);
    } else if (child.name === 'ins' || child.name === 'moveTo') {
      this.#context.changed('inserted');
      this.#walk(child);
    } else if (child.name === 'del' || child.name === 'moveFrom') {
      this.#context.changed('deleted');
    } else if (child.name === 'oMath' || child.name === 'oMathPara') {
      const { tex, text } = formulaOf(
        child.name === 'oMath' ? child : { ...child, children: elementsOf(child).filter(({ name }) => name === 'oMath') },
      );
      this.#inlines.push({ kind: 'formula', tex, text, display: child.name === 'oMathPara' });
    } else if (child.name === 'AlternateContent') {
      for (const one of chosen(child)) this.#visit(one);
    }
  }

  #run(run: XmlElement): void {
    const properties = childOf(run, 'rPr');
    if (isOn(properties, 'vanish') === true) {
      const words = textIn(run).trim();
      if (words !== '' && !this.#fields.isHidden && findIn(run, 'instrText') === undefined) {
        this.#context.remark(this.#context.t('Hidden text is left out: {0}', words.slice(0, 200)));
        return;
      }
    }
    const look = this.#look(properties);
    const position = valOf(properties, 'vertAlign');
    for (const child of elementsOf(run)) this.#runChild(child, look, position);
  }

  #runChild(child: XmlElement, look: RunLook, position: string | undefined): void {
    switch (child.name) {
      case 't':
        this.#text(textIn(child), look, position);
        break;
      case 'tab':
      case 'ptab':
        this.#push({ kind: 'tab' });
        break;
      case 'br':
        this.#push({ kind: 'break', of: attributeOf(child, 'type') === 'page' ? 'page' : 'line' });
        break;
      case 'cr':
        this.#push({ kind: 'break', of: 'line' });
        break;
      case 'noBreakHyphen':
        this.#text('\u2011', look, undefined);
        break;
      case 'sym':
        this.#symbol(child, look);
        break;
      case 'footnoteReference':
      case 'endnoteReference':
        this.#push({
          kind: 'note',
          note: `${child.name === 'footnoteReference' ? 'footnote' : 'endnote'} ${attributeOf(child, 'id') ?? ''}`,
        });
        break;
      case 'commentReference':
        this.#inlines.push({ kind: 'comment', id: attributeOf(child, 'id') ?? '' });
        break;
      case 'fldChar':
        this.#fieldMark(child, look);
        break;
      case 'instrText':
        this.#fields.instruction(textIn(child));
        this.#contents ||= this.#fields.isContents;
        break;
      case 'ruby':
        this.#context.count('Phonetic guides above words are left out: {0}.');
        for (const one of elementsOf(childOf(child, 'rubyBase'))) this.#visit(one);
        break;
      case 'AlternateContent':
        for (const one of chosen(child)) this.#runChild(one, look, position);
        break;
      case 'drawing':
      case 'pict':
      case 'object':
        this.#drawing(child);
        break;
      default:
        break;
    }
  }

  #push(inline: WordInline): void {
    if (!this.#fields.isHidden) this.#inlines.push(inline);
  }

  #text(words: string, look: RunLook, position: string | undefined): void {
    const signs = position === 'superscript' ? raised : position === 'subscript' ? lowered : undefined;
    const text = signs !== undefined && /^[0-9+-]+$/.test(words) ? [...words].map((char) => signs[char] ?? char).join('') : words;
    if (text === '') return;
    const href = this.#href ?? this.#fields.href;
    const last = this.#inlines[this.#inlines.length - 1];
    if (href !== undefined && !this.#contents) {
      if (last?.kind === 'link' && last.href === href) this.#inlines[this.#inlines.length - 1] = { ...last, text: last.text + text };
      else this.#push({ kind: 'link', text, href });
    } else {
      this.#push({ kind: 'text', text, look });
    }
  }

  #symbol(element: XmlElement, look: RunLook): void {
    const font = (attributeOf(element, 'font') ?? '').toLowerCase();
    const code = (attributeOf(element, 'char') ?? '').toLowerCase();
    const known = symbols[`${font} ${code}`];
    if (known !== undefined) {
      this.#text(known, look, undefined);
      return;
    }
    const value = Number.parseInt(code, 16);
    const isPrivate = !(value > 0x20) || (value >= 0xe000 && value <= 0xf8ff);
    if (isPrivate || /wingdings|webdings|symbol/.test(font)) {
      this.#context.remark(this.#context.t('A character of the font {0} (code {1}) is left out.', font, code));
    } else {
      this.#text(String.fromCodePoint(Math.min(value, 0x10ffff)), look, undefined);
    }
  }

  #fieldMark(element: XmlElement, look: RunLook): void {
    switch (attributeOf(element, 'fldCharType')) {
      case 'begin': {
        const box = childOf(childOf(element, 'ffData'), 'checkBox');
        if (box !== undefined) this.#text((isOn(box, 'checked') ?? isOn(box, 'default')) === true ? '☑' : '☐', look, undefined);
        this.#fields.begin();
        break;
      }
      case 'separate':
        this.#fields.separate();
        break;
      case 'end': {
        const silent = this.#fields.end();
        if (silent !== undefined && silent !== '' && !/^FORMCHECKBOX/i.test(silent)) {
          this.#context.remark(this.#context.t('A Word field without a result is left out: {0}', silent.slice(0, 100)));
        }
        break;
      }
      default:
        break;
    }
  }

  #drawing(element: XmlElement): void {
    if (this.#fields.isHidden) return;
    const { t } = this.#context;
    const drawn = drawnIn(element, this.#relations);
    const object = drawn.find((one) => one.kind === 'object');
    for (const one of drawn) {
      if (one.kind === 'textBox') this.#textBoxes.push(one.content);
      else if (one.kind === 'diagram') this.#diagram(one.part);
      else if (one.kind === 'picture')
        this.#inlines.push({ kind: 'picture', alt: one.alt, ...(one.part === undefined ? {} : { part: one.part }) });
      else if (one.kind === 'chart') this.#inlines.push(one);
    }
    if (object?.kind === 'object')
      this.#context.remark(t('An embedded object ({0}) is left out; at most its picture is kept.', object.program || '?'));
  }

  #diagram(part: string | undefined): void {
    const xml = part === undefined ? undefined : this.#context.file.text(part);
    const words = [...(xml ?? '').matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((match) => match[1]).join(' / ');
    this.#context.remark(this.#context.t('A SmartArt diagram is left out. Its words: {0}', words.slice(0, 500) || '—'));
  }

  #look(properties: XmlElement | undefined): RunLook {
    const style = this.#context.styles.of(valOf(properties, 'rStyle'));
    const own = Number(valOf(properties, 'sz'));
    return {
      bold: isOn(properties, 'b') ?? (style.name === 'strong' || (style.bold === true && !style.name.startsWith('heading '))),
      style: style.name,
      size: own || style.size || this.#style.size || this.#context.styles.defaultSize,
      color: valOf(properties, 'color') ?? style.color ?? this.#style.color ?? 'auto',
      highlighted: childOf(properties, 'highlight') !== undefined,
    };
  }
}
