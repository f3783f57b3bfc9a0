import { builtInTypes } from './builtInTypes.generated.ts';
import type { Catalogue, Pinyin } from './catalogue.ts';
import { loadCatalogue } from './loadCatalogue.ts';
import pinyin from './pinyin.generated.json';

let loaded: Catalogue | undefined;

/** The catalogue that comes with the extension: `snippets/`, put into the bundle at build. Read on first use; it never changes. */
export function builtInCatalogue(): Catalogue {
  loaded ??= {
    types: loadCatalogue(builtInTypes).types,
    pinyin: new Map(Object.entries(pinyin as unknown as Readonly<Record<string, Pinyin>>)),
  };
  return loaded;
}
