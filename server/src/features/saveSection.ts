import type { ReportDocument } from '../engine/document.ts';
import type { Range } from '../engine/text/position.ts';
import type { SectionFileResult, SectionProposal } from '../protocol/sections.ts';
import { type Catalogue, findType } from '../sections/catalogue.ts';
import type { DocumentType } from '../sections/documentType.ts';
import { NamePinyin } from '../sections/pinyin.ts';
import { savedRange, toSection } from '../sections/toSection.ts';
import { languageOf, typeOf } from '../sections/typeOf.ts';
import type { Localize } from '../wording/localize.ts';

export interface SaveSectionOptions {
  readonly catalogue: Catalogue;
  readonly t: Localize;
  readonly locale: string;
}

/** The sign for all types. */
const anyType = '*';
const longestName = 24;

/** What is saved of a selection, and what is proposed for its name and its type; `undefined` where it has no words. */
export function sectionProposal(
  document: ReportDocument,
  selection: Range,
  { catalogue, t, locale }: SaveSectionOptions,
): Omit<SectionProposal, 'folders'> | undefined {
  const range = savedRange(document, selection);
  const saved = toSection(document, range);
  if (saved === undefined) {
    return undefined;
  }
  const language = languageOf(document, locale);
  const own = typeOf(document, catalogue.types);
  const others = catalogue.types.filter((type) => type.language === language && type !== own);
  const choice = ({ id, name }: DocumentType, description?: string) => ({
    id,
    label: name,
    ...(description !== undefined && { description }),
  });
  return {
    range,
    name:
      saved.name || firstWords(document.line(range.start.line).text.slice(range.start.line === range.end.line ? range.start.character : 0)),
    types: [
      ...(own === undefined ? [] : [choice(own, t('This report is one.'))]),
      { id: anyType, label: t('All types') },
      ...others.map((type) => choice(type)),
    ],
  };
}

const firstWords = (text: string): string => /[^\s\u3000，。；：、,.;:（(《“*×_]{2,24}/.exec(text)?.[0].slice(0, longestName) ?? '';

/** The catalogue file that adds the text in `selection` to a type, or to all; `undefined` where it has no words. */
export function sectionFile(
  document: ReportDocument,
  selection: Range,
  { name, type }: { readonly name: string; readonly type: string },
  { catalogue, locale }: SaveSectionOptions,
): SectionFileResult | undefined {
  const saved = toSection(document, savedRange(document, selection));
  const words = name.trim();
  if (saved === undefined || words === '') {
    return undefined;
  }
  const language = languageOf(document, locale);
  const found = type === anyType ? undefined : findType(catalogue.types, type);
  const extended = found === undefined ? catalogue.types.filter((one) => one.language === language) : [found];
  const json = {
    extends: found?.id ?? anyType,
    ...(found === undefined && language === 'en' ? { language } : {}),
    sections: [{ id: freeId(words, extended), name: words, level: saved.level, presence: 'frequent', body: saved.body }],
  };
  return { text: `${JSON.stringify(json, undefined, 2)}\n`, fileName: fileNameOf(words) };
}

/** An id of the schema's form that no section of these types has: a second one would take the first one's place. */
function freeId(name: string, types: readonly DocumentType[]): string {
  const letters = (new NamePinyin().get(name)?.[0] ?? name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);
  const base = letters || 'section';
  const taken = new Set(types.flatMap(({ sections }) => sections.map(({ id }) => id)));
  let id = base;
  for (let n = 2; taken.has(id); n++) {
    id = `${base}-${n}`;
  }
  return id;
}

function fileNameOf(name: string): string {
  const plain = name.replace(/[\u0000-\u001F<>:"/\\|?*.]+/g, '').trim();
  return [...plain].slice(0, 40).join('') || 'section';
}
