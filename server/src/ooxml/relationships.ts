import { decodePart } from './decode.ts';
import type { Zip } from './openZip.ts';
import { attribute, readXml } from './xml.ts';

/** What a part of an Office file points to. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: `image`, `footnotes`, `hyperlink`. */
  readonly type: string;
  /** A part's name, or for an external one the address as written. */
  readonly target: string;
  readonly external: boolean;
}

/** The relationships of a part (`''`: of the package). Targets that leave the package are left out. */
export function relationshipsOf(zip: Zip, part: string): readonly Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const xml = readPart(zip, `${folder}_rels/${part.slice(folder.length)}.rels`);
  const found: Relationship[] = [];
  for (const event of readXml(xml ?? '')) {
    if (event.kind !== 'open' || event.name !== 'Relationship') continue;
    const id = attribute(event.attributes, 'Id') ?? '';
    const type = (attribute(event.attributes, 'Type') ?? '').replace(/^.*\//, '');
    const written = attribute(event.attributes, 'Target') ?? '';
    const external = attribute(event.attributes, 'TargetMode') === 'External';
    const target = external ? written : resolved(folder, written);
    if (target !== undefined) found.push({ id, type, target, external });
  }
  return found;
}

/** A part as text, `undefined` if it is not there or damaged. */
export function readPart(zip: Zip, name: string): string | undefined {
  const bytes = zip.read(name);
  return bytes === undefined ? undefined : decodePart(bytes);
}

/** A target inside the package, its dots taken away. */
function resolved(folder: string, target: string): string | undefined {
  const path = target.startsWith('/') ? target.slice(1) : folder + target;
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') {
      if (names.pop() === undefined) return undefined;
    } else if (name !== '.' && name !== '') {
      names.push(name);
    }
  }
  return names.join('/');
}
