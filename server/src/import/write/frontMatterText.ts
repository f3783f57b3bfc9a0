import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import { frontMatterKeys } from '../../engine/model/parseFrontMatter.ts';

/** The values of the front matter that a Word document can tell. */
export type ImportedFrontMatter = {
  -readonly [Key in Extract<
    keyof FrontMatter,
    | 'documentType'
    | 'title'
    | 'issuingOrgan'
    | 'documentNumber'
    | 'copyNumber'
    | 'secrecy'
    | 'urgency'
    | 'signers'
    | 'copiesTo'
    | 'printingOrgan'
    | 'printingDate'
    | 'keywords'
    | 'style'
    | 'language'
    | 'seal'
    | 'cover'
  >]?: FrontMatter[Key];
};

const values = { seal: '盖章', stamp: '签名章', none: '不盖章' } as const;

/** The front matter's lines, its fences included; none where there is nothing to say. */
export function frontMatterLines(frontMatter: ImportedFrontMatter, chinese: boolean): readonly string[] {
  const lines: string[] = [];
  for (const { key, names } of frontMatterKeys) {
    const value = (frontMatter as Readonly<Record<string, unknown>>)[key];
    const name = (chinese ? names.find((one) => /^[\u4e00-\u9fff]+$/.test(one)) : undefined) ?? names[0] ?? key;
    if (typeof value === 'string')
      lines.push(`${name}: ${scalar(chinese && key === 'seal' ? (values[value as keyof typeof values] ?? value) : value)}`);
    else if (typeof value === 'boolean') lines.push(`${name}: ${value}`);
    else if (Array.isArray(value)) lines.push(...listLines(name, value));
  }
  return lines.length === 0 ? [] : ['---', ...lines, '---'];
}

function listLines(name: string, items: readonly string[]): readonly string[] {
  const [only] = items;
  if (only === undefined) return [];
  // A text with a mark that parts a list would be taken for several.
  if (items.length === 1 && !/[、,，;；]/.test(only)) return [`${name}: ${scalar(only)}`];
  return [`${name}:`, ...items.map((item) => `  - ${scalar(item)}`)];
}

/** Words that YAML reads as they stand; all others are put into quotation marks. */
const plainScalar = /^[\u3400-\u9fffA-Za-z〔（【《“”×★][\u3400-\u9fffA-Za-z0-9 〔〕（）【】《》“”‘’·、，。；：！？×★—…\-_.()]*$/;

function scalar(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  const isPlain =
    (plainScalar.test(words) || /^\d{4}年\d{1,2}月\d{1,2}日$/.test(words)) &&
    !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(words) &&
    !/[：:]\s|\s#/.test(words);
  return isPlain ? words : JSON.stringify(words);
}
