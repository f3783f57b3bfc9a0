import type { ReportDocument } from '../engine/document.ts';
import { parseFrontMatter } from '../engine/model/parseFrontMatter.ts';
import type { CatalogueChoice, ReportDetail } from '../protocol/sections.ts';
import type { Assembly } from '../sections/assemble.ts';
import { type Catalogue, findType } from '../sections/catalogue.ts';
import { isPlan, knownGaps, type ReportDetails } from '../sections/details.ts';
import type { DocumentType, TypeVariant } from '../sections/documentType.ts';
import { searchWords } from '../sections/match.ts';
import { findVariant, partsOf, skeletonOf } from '../sections/skeleton.ts';
import type { Localize } from '../wording/localize.ts';

export interface NewReportOptions {
  readonly catalogue: Catalogue;
  /** Id or name of a variant of the type. */
  readonly variant?: string | undefined;
  /** What the writer said of it; then the front matter has what such a report should have. */
  readonly details?: ReportDetails | undefined;
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

function assemblyOf(wanted: string, { catalogue, variant, details }: NewReportOptions): Assembly {
  const { type, variant: found } = findSkeleton(wanted, variant, catalogue);
  return skeletonOf(type, catalogue.types, found, details);
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

export interface ReportDetailsOptions {
  readonly catalogue: Catalogue;
  readonly t: Localize;
  /** A report whose organ and addressee are proposed. */
  readonly like?: ReportDocument | undefined;
  /** `2024-03-05`. */
  readonly today: string;
}

/** What may be asked before a new report is opened. Throws `UnknownTypeError`. */
export function reportDetails(wanted: string, { catalogue, t, like, today }: ReportDetailsOptions): readonly ReportDetail[] {
  const { type, variant } = findSkeleton(wanted, undefined, catalogue);
  const gaps = knownGaps(type, partsOf(type, variant));
  const known = like === undefined ? {} : headDetails(like);
  return [
    ...gaps.title.map(({ id, prompt }) => ({ id, prompt, value: '' })),
    ...(gaps.year ? [{ id: 'year', prompt: t('For which year?'), value: yearFor(today, isPlan(type, variant)) }] : []),
    ...(gaps.organ ? [{ id: 'organ', prompt: t('Which organ issues it?'), value: known.organ ?? '' }] : []),
    ...(gaps.addressee ? [{ id: 'addressee', prompt: t('To whom is it addressed?'), value: known.addressee ?? '' }] : []),
  ];
}

/** Reports of the first two months are of the year before; plans of the last three for the one to come. */
function yearFor(today: string, plans: boolean): string {
  const [, year, month] = /^(\d{4})-(\d{2})-\d{2}$/.exec(today) ?? [];
  if (year === undefined) {
    return '';
  }
  const shift = plans ? (Number(month) >= 10 ? 1 : 0) : Number(month) <= 2 ? -1 : 0;
  return `${Number(year) + shift}年`;
}

/** Lines at the top in which the addressee is looked for. */
const headLines = 60;

/** The organ and the addressee of a report, where they are no gaps. */
function headDetails(document: ReportDocument): { readonly organ?: string; readonly addressee?: string } {
  const { frontMatter } = parseFrontMatter(document);
  const whole = (words: string | undefined) => (words === undefined || /[×*【_]|^\s*$/.test(words) ? undefined : words.trim());
  const signature = [...document.structuralLinesBefore(document.lineCount)].find(([, { syntax }]) => syntax.kind === 'signature');
  const addressee = [...document.lines(0, Math.min(document.lineCount, headLines))].find(({ syntax }) => syntax.kind === 'addressee');
  const organ = whole(frontMatter.issuingOrgan?.join('、')) ?? whole(signature?.[1].text);
  const to = whole(addressee?.text.replace(/[：:]\s*$/, ''));
  return { ...(organ !== undefined && { organ }), ...(to !== undefined && { addressee: to }) };
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
export function reportTypeChoices(catalogue: Catalogue, locale: string): readonly CatalogueChoice[] {
  const { types } = catalogue;
  const own = /^zh\b/i.test(locale) ? 'zh-CN' : 'en';
  const sorted = [...types.filter(({ language }) => language === own), ...types.filter(({ language }) => language !== own)];
  return sorted.flatMap((type) => {
    const description = type.language === 'en' ? '' : type.kind === 'legal' ? '文种' : '文稿类型';
    const one = { label: type.name, detail: type.summary, ...(description === '' ? {} : { description }) };
    const search = searchWords(catalogue, type.name, type.aliases, true).slice(1);
    return [
      { id: type.id, ...one, search },
      ...type.variants.map(({ id, name }) => ({
        id: `${type.id}/${id}`,
        ...one,
        description: name,
        search: [...searchWords(catalogue, name, [], true), ...search],
      })),
    ];
  });
}

/** A name for the new file, without a folder. */
export function suggestedName(type: string, { catalogue }: NewReportOptions): string {
  const { type: found } = findSkeleton(type, undefined, catalogue);
  return `${found.name.replace(/[\\/:*?"<>|\s]+/g, '-')}.report`;
}
