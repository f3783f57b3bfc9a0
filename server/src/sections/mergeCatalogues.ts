import type { Localize } from '../wording/localize.ts';
import { type Catalogue, findType } from './catalogue.ts';
import type { DocumentType, Passage, Section, TypeExtension } from './documentType.ts';
import { NamePinyin } from './pinyin.ts';
import type { CatalogueFile, FileProblem } from './readCatalogueFile.ts';

/** A catalogue file of the writer's own. */
export interface OwnCatalogue {
  /** The file's name without folder and extension, for the lists. */
  readonly name: string;
  readonly file: CatalogueFile;
}

export interface MergedCatalogue {
  readonly catalogue: Catalogue;
  /** By file, in the order in which the files were given: what is wrong in it, be it by itself or beside the others. */
  readonly problems: readonly (readonly FileProblem[])[];
}

const names = new NamePinyin();

/**
 * The extension's catalogue with the writer's own files. Own types stand first; sections are added to their type, and one with the id of
 * one of ours takes its place. Of two own ones with the same id the first counts and the second is told of.
 */
export function mergeCatalogues(builtIn: Catalogue, own: readonly OwnCatalogue[], t: Localize): MergedCatalogue {
  const problems = own.map(({ file }) => [...file.problems]);
  const types = [...ownTypes(builtIn, own, problems, t), ...builtIn.types];
  for (const [i, { name, file }] of own.entries()) {
    for (const extension of file.loaded.extensions) {
      const report = (path: string, message: string) => problems[i]?.push({ range: file.placeOf(path), message });
      extend(types, sourced(extension, name), report, t);
    }
  }
  const pinyin = { get: (name: string) => builtIn.pinyin.get(name) ?? names.get(name) };
  return { catalogue: { types, pinyin }, problems };
}

function ownTypes(builtIn: Catalogue, own: readonly OwnCatalogue[], problems: readonly FileProblem[][], t: Localize): DocumentType[] {
  const fileOf = new Map<string, string>();
  const types: DocumentType[] = [];
  for (const [i, { name, file }] of own.entries()) {
    for (const type of file.loaded.types) {
      const range = file.placeOf(`${file.loaded.paths.get(type) ?? ''}.id`);
      const other = fileOf.get(type.id);
      if (builtIn.types.some(({ id }) => id === type.id)) {
        const message = t(
          '“{0}” is the id of a type that Report Writer has: choose another id, or add to that type with "extends".',
          type.id,
        );
        problems[i]?.push({ range, message });
      } else if (other !== undefined) {
        problems[i]?.push({ range, message: t('{0} has a document type with the id “{1}” already; that one is used.', other, type.id) });
      } else {
        fileOf.set(type.id, name);
        types.push({ ...type, sections: type.sections.map((section) => ({ ...section, source: name })) });
      }
    }
  }
  return types;
}

const sourced = (extension: TypeExtension, source: string): TypeExtension => ({
  ...extension,
  sections: extension.sections.map((section) => ({ ...section, source })),
});

function extend(types: DocumentType[], extension: TypeExtension, report: (path: string, message: string) => void, t: Localize): void {
  const { of, path, language } = extension;
  const found = of === '*' ? undefined : findType(types, of);
  if (of !== '*' && of !== '' && found === undefined) {
    report(`${path}.extends`, t('There is no document type “{0}”: write the id or the name of one, or "*" for all.', of));
  }
  const wanted = of === '*' ? types.filter((type) => type.language === language) : found === undefined ? [] : [found];
  const told = new Set<string>();
  for (const type of wanted) {
    const sections = addSections(type.sections, extension.sections, (section, index) => {
      // For all types it is the same double.
      if (!told.has(section.id)) {
        told.add(section.id);
        report(
          `${path}.sections[${index}].id`,
          t(
            '{0} has a section with the id “{1}” already; that one is used.',
            type.sections.find(({ id }) => id === section.id)?.source ?? '',
            section.id,
          ),
        );
      }
    });
    const openings = addPassages(type.openings, extension.openings);
    const closings = addPassages(type.closings, extension.closings);
    types[types.indexOf(type)] = { ...type, sections, openings, closings, phrases: [...type.phrases, ...extension.phrases] };
  }
}

function addSections(
  sections: readonly Section[],
  added: readonly Section[],
  double: (section: Section, index: number) => void,
): readonly Section[] {
  const all = [...sections];
  for (const [index, section] of added.entries()) {
    const at = all.findIndex(({ id }) => id === section.id);
    if (at < 0) {
      all.push(section);
    } else if (all[at]?.source === undefined) {
      all[at] = section;
    } else {
      double(section, index);
    }
  }
  return all;
}

const addPassages = (passages: readonly Passage[], added: readonly Passage[]): readonly Passage[] => [
  ...passages.filter(({ name }) => !added.some((one) => one.name === name)),
  ...added,
];
