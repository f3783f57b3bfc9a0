import type { DocumentType, Section, SectionVariant } from './documentType.ts';

/** Full pinyin and initials of a Chinese name: `['cunzaiwenti', 'czwt']`. */
export type Pinyin = readonly [full: string, initials: string];

/** The document types that sections are taken from, and the pinyin by which their names are found. */
export interface Catalogue {
  readonly types: readonly DocumentType[];
  readonly pinyin: Pick<ReadonlyMap<string, Pinyin>, 'get'>;
}

/** The body that a variant's reference (`id` or `id/variant`) means; `undefined` for none. */
export function sectionOf(
  sections: readonly Section[],
  reference: string,
): { readonly section: Section; readonly variant?: SectionVariant } | undefined {
  const [id, variantId] = reference.split('/');
  const section = sections.find((one) => one.id === id);
  if (section === undefined || variantId === undefined) {
    return section && { section };
  }
  const variant = section.variants.find((one) => one.id === variantId);
  return variant && { section, variant };
}

/** The type with this id, name or alias. */
export function findType(types: readonly DocumentType[], idOrName: string): DocumentType | undefined {
  const wanted = idOrName.trim();
  return (
    types.find((type) => type.id === wanted || type.name === wanted) ??
    types.find((type) => type.aliases.includes(wanted) || type.name.toLowerCase() === wanted.toLowerCase())
  );
}
