import type { Localize } from '../wording/localize.ts';
import { sectionOf } from './catalogue.ts';
import { CatalogueFields, type CatalogueProblem, isObject, type JsonObject, join } from './catalogueFields.ts';
import type { DocumentType, Numbering, Passage, Presence, Section, SectionVariant, TypeExtension, TypeVariant } from './documentType.ts';

const kinds = ['legal', 'draft'] as const;
const directions = ['upward', 'downward', 'parallel', 'public', 'internal'] as const;
const numberings = ['chinese', 'ordinal', 'hashes', 'decimal'] as const satisfies readonly Numbering[];
const presences = ['required', 'frequent'] as const satisfies readonly Presence[];
const levels = [1, 2, 3, 4] as const;

/** Reads what the JSON of a catalogue says; what is wrong goes into `problems`. */
export class CatalogueReader {
  private readonly fields: CatalogueFields;

  constructor(
    problems: CatalogueProblem[],
    private readonly t: Localize,
  ) {
    this.fields = new CatalogueFields(problems, t);
  }

  report(path: string, message: string): void {
    this.fields.report(path, message);
  }

  documentType(json: unknown, path: string): DocumentType | undefined {
    if (!isObject(json)) {
      this.report(path, this.t('A document type must be an object.'));
      return undefined;
    }
    const id = this.fields.text(json, 'id', path, true);
    const name = this.fields.text(json, 'name', path, true);
    if (id === '' || name === '') {
      return undefined;
    }
    const openings = this.passages(json, 'openings', path);
    const closings = this.passages(json, 'closings', path);
    const sections = this.sections(json, path);
    return {
      id,
      name,
      language: this.fields.text(json, 'language', path) || 'zh-CN',
      aliases: this.fields.texts(json, 'aliases', path),
      kind: this.fields.oneOf(json, 'kind', path, kinds, 'draft'),
      sentAs: this.fields.text(json, 'sentAs', path),
      direction: this.fields.oneOf(json, 'direction', path, directions, 'internal'),
      summary: this.fields.text(json, 'summary', path),
      numbering: this.fields.oneOf(json, 'numbering', path, numberings, 'chinese'),
      frontMatter: this.fields.frontMatter(json, path),
      title: this.fields.snippet(json, 'title', path),
      addressee: this.fields.snippet(json, 'addressee', path),
      openings,
      sections,
      closings,
      attachmentNote: this.fields.body(json, 'attachmentNote', path),
      signature: this.fields.body(json, 'signature', path),
      note: this.fields.body(json, 'note', path),
      phrases: this.fields.texts(json, 'phrases', path),
      variants: this.typeVariants(json, path, { openings, closings, sections }),
    };
  }

  /** Sections and passages that are added to a type of another file. */
  extension(json: unknown, path: string): TypeExtension | undefined {
    if (!isObject(json) || !('extends' in json)) {
      return undefined;
    }
    const of = this.fields.text(json, 'extends', path, true);
    return {
      of,
      path,
      language: this.fields.text(json, 'language', path) === 'en' ? 'en' : 'zh-CN',
      openings: this.passages(json, 'openings', path),
      sections: this.sections(json, path),
      closings: this.passages(json, 'closings', path),
      phrases: this.fields.texts(json, 'phrases', path),
    };
  }

  private sections(json: JsonObject, path: string): readonly Section[] {
    const sections: Section[] = [];
    const ids = new Set<string>();
    for (const [entry, at] of this.fields.entries(json, 'sections', path)) {
      const id = this.fields.text(entry, 'id', at, true);
      const name = this.fields.text(entry, 'name', at, true);
      const told = this.fields.told;
      const body = this.fields.body(entry, 'body', at);
      if (id === '' || name === '') {
        continue;
      }
      if (ids.has(id)) {
        this.report(join(at, 'id'), this.t('There are two sections with the id “{0}”; the first is used.', id));
        continue;
      }
      if (body.length === 0) {
        // Where its text is broken, that has been said.
        if (this.fields.told === told) this.report(join(at, 'body'), this.t('The section “{0}” has no text.', name));
        continue;
      }
      ids.add(id);
      sections.push({
        id,
        name,
        aliases: this.fields.texts(entry, 'aliases', at),
        level: this.fields.oneOf(entry, 'level', at, levels, 1),
        presence: this.fields.oneOf(entry, 'presence', at, presences, 'frequent'),
        guidance: this.fields.text(entry, 'guidance', at),
        body,
        variants: this.sectionVariants(entry, at),
        phrases: this.fields.texts(entry, 'phrases', at),
      });
    }
    return sections;
  }

  private sectionVariants(json: JsonObject, path: string): readonly SectionVariant[] {
    const variants: SectionVariant[] = [];
    for (const [entry, at] of this.fields.entries(json, 'variants', path)) {
      const id = this.fields.text(entry, 'id', at, true);
      const body = this.fields.body(entry, 'body', at);
      if (id !== '' && body.length > 0) {
        variants.push({ id, name: this.fields.text(entry, 'name', at) || id, body });
      }
    }
    return variants;
  }

  private passages(json: JsonObject, key: string, path: string): readonly Passage[] {
    const passages: Passage[] = [];
    for (const [entry, at] of this.fields.entries(json, key, path)) {
      const body = this.fields.body(entry, 'body', at);
      if (body.length > 0) {
        passages.push({ name: this.fields.text(entry, 'name', at, true), body });
      }
    }
    return passages;
  }

  private typeVariants(
    json: JsonObject,
    path: string,
    own: { readonly openings: readonly Passage[]; readonly closings: readonly Passage[]; readonly sections: readonly Section[] },
  ): readonly TypeVariant[] {
    const variants: TypeVariant[] = [];
    for (const [entry, at] of this.fields.entries(json, 'variants', path)) {
      const id = this.fields.text(entry, 'id', at, true);
      if (id === '') {
        continue;
      }
      const sections = this.fields.texts(entry, 'sections', at).filter((reference, i) => {
        const known = sectionOf(own.sections, reference) !== undefined;
        if (!known) {
          this.report(`${join(at, 'sections')}[${i}]`, this.t('There is no section “{0}”.', reference));
        }
        return known;
      });
      const named = (key: 'opening' | 'closing', passages: readonly Passage[]): string | undefined => {
        const name = typeof entry[key] === 'string' ? entry[key] : undefined;
        if (name !== undefined && name !== '' && !passages.some((passage) => passage.name === name)) {
          this.report(join(at, key), this.t('There is no passage “{0}”.', name));
          return undefined;
        }
        return name;
      };
      const opening = named('opening', own.openings);
      const closing = named('closing', own.closings);
      variants.push({
        id,
        name: this.fields.text(entry, 'name', at) || id,
        sections,
        ...('title' in entry ? { title: this.fields.snippet(entry, 'title', at) } : {}),
        ...('addressee' in entry ? { addressee: this.fields.snippet(entry, 'addressee', at) } : {}),
        ...(opening === undefined ? {} : { opening }),
        ...(closing === undefined ? {} : { closing }),
      });
    }
    return variants;
  }
}
