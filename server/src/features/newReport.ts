import type { ReportTypeChoice } from '../protocol/requests.ts';
import type { Assembly } from '../sections/assemble.ts';
import { type Catalogue, findType } from '../sections/catalogue.ts';
import type { DocumentType, TypeVariant } from '../sections/documentType.ts';
import { findVariant, skeletonOf } from '../sections/skeleton.ts';

export interface NewReportOptions {
  readonly catalogue: Catalogue;
  /** Id or name of a variant of the type. */
  readonly variant?: string | undefined;
}

/** There is no such type or variant; the message says which there are. */
export class UnknownTypeError extends Error {}

/**
 * The skeleton of a new report as plain text with `\n`, its last line ended. `type` is the id, the name or another name of a type, with
 * `/variant` if wanted. Throws `UnknownTypeError`.
 */
export function newReport(type: string, options: NewReportOptions): string {
  return `${assemblyOf(type, options).text()}\n`;
}

/** The same as a snippet for the editor: Tab goes from gap to gap. Throws `UnknownTypeError`. */
export function newReportSnippet(type: string, options: NewReportOptions): string {
  return `${assemblyOf(type, options).snippet()}\n$0`;
}

function assemblyOf(wanted: string, { catalogue, variant }: NewReportOptions): Assembly {
  const { type, variant: found } = findSkeleton(wanted, variant, catalogue);
  return skeletonOf(type, catalogue.types, found);
}

function findSkeleton(
  wanted: string,
  variant: string | undefined,
  { types }: Catalogue,
): { readonly type: DocumentType; readonly variant: TypeVariant | undefined } {
  const slash = findType(types, wanted) === undefined ? wanted.indexOf('/') : -1;
  const type = findType(types, slash < 0 ? wanted : wanted.slice(0, slash));
  if (type === undefined) {
    throw new UnknownTypeError(
      `There is no document type “${wanted}”. There are: ${types.map(({ id, name }) => `${id} (${name})`).join(', ')}.`,
    );
  }
  const name = slash < 0 ? variant : wanted.slice(slash + 1);
  const found = name === undefined ? undefined : findVariant(type, name);
  if (name !== undefined && found === undefined) {
    const known = type.variants.map((one) => `${one.id} (${one.name})`).join(', ') || 'none';
    throw new UnknownTypeError(`There is no variant “${name}” of ${type.id}. There are: ${known}.`);
  }
  return { type, variant: found };
}

/** One line of `new --list`. */
export interface ReportTypeEntry {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly kind: DocumentType['kind'];
  readonly summary: string;
  readonly variants: readonly { readonly id: string; readonly name: string }[];
}

/** All types in the catalogue's order, for `new --list`. */
export function reportTypes({ types }: Catalogue): readonly ReportTypeEntry[] {
  return types.map(({ id, name, language, kind, summary, variants }) => ({
    id,
    name,
    language,
    kind,
    summary,
    variants: variants.map((variant) => ({ id: variant.id, name: variant.name })),
  }));
}

/** The same for the quick pick, types in the reader's language first, each variant a line of its own after its type. */
export function reportTypeChoices({ types }: Catalogue, locale: string): readonly ReportTypeChoice[] {
  const own = /^zh\b/i.test(locale) ? 'zh-CN' : 'en';
  const sorted = [...types.filter(({ language }) => language === own), ...types.filter(({ language }) => language !== own)];
  return sorted.flatMap((type) => {
    const description = type.language === 'en' ? '' : type.kind === 'legal' ? '文种' : '文稿类型';
    const one = { label: type.name, detail: type.summary, ...(description === '' ? {} : { description }) };
    return [{ id: type.id, ...one }, ...type.variants.map(({ id, name }) => ({ id: `${type.id}/${id}`, ...one, description: name }))];
  });
}

/** A name for the new file, without a folder. */
export function suggestedName(type: string, { catalogue }: NewReportOptions): string {
  const { type: found } = findSkeleton(type, undefined, catalogue);
  return `${found.name.replace(/[\\/:*?"<>|\s]+/g, '-')}.report`;
}
