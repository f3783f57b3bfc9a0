import { english, type Localize } from '../wording/localize.ts';
import { type CatalogueProblem, join } from './catalogueFields.ts';
import { CatalogueReader } from './catalogueReader.ts';
import type { DocumentType, TypeExtension } from './documentType.ts';

export interface LoadedCatalogue {
  readonly types: readonly DocumentType[];
  /** What is added to types of other files. */
  readonly extensions: readonly TypeExtension[];
  /** Where in the JSON each type stands: `[2]`, or empty for the whole. */
  readonly paths: ReadonlyMap<DocumentType, string>;
  readonly problems: readonly CatalogueProblem[];
}

/**
 * Reads a catalogue: one document type, one extension of a type (`extends`), or an array of them, as parsed from JSON. A type or a section
 * that cannot be read is left out and listed in `problems`; the others load. Never throws.
 */
export function loadCatalogue(json: unknown, t: Localize = english): LoadedCatalogue {
  const problems: CatalogueProblem[] = [];
  const reader = new CatalogueReader(problems, t);
  const types: DocumentType[] = [];
  const extensions: TypeExtension[] = [];
  const paths = new Map<DocumentType, string>();
  const ids = new Set<string>();
  const entries = Array.isArray(json) ? json.map((entry, i) => [entry, `[${i}]`] as const) : [[json, ''] as const];
  for (const [entry, path] of entries) {
    const extension = reader.extension(entry, path);
    if (extension !== undefined) {
      extensions.push(extension);
      continue;
    }
    const type = reader.documentType(entry, path);
    if (type !== undefined && ids.has(type.id)) {
      reader.report(join(path, 'id'), t('There are two document types with the id “{0}”; the first is used.', type.id));
    } else if (type !== undefined) {
      ids.add(type.id);
      types.push(type);
      paths.set(type, path);
    }
  }
  return { types, extensions, paths, problems };
}
