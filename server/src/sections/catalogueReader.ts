import type { FrontMatter } from '../engine/model/frontMatter.ts';
import { frontMatterKeys } from '../engine/model/parseFrontMatter.ts';
import type { Localize } from '../wording/localize.ts';
import { sectionOf } from './catalogue.ts';
import type {
  Body,
  DocumentType,
  Numbering,
  Passage,
  Presence,
  Section,
  SectionVariant,
  TypeExtension,
  TypeVariant,
} from './documentType.ts';
import { parseSnippet, type SnippetNode } from './snippet.ts';

/** Something wrong in a catalogue: `path` leads to it (`sections[2].body[0]`), `message` says what to do. */
export interface CatalogueProblem {
  readonly path: string;
  readonly message: string;
}

const kinds = ['legal', 'draft'] as const;
const directions = ['upward', 'downward', 'parallel', 'public', 'internal'] as const;
const numberings = ['chinese', 'ordinal', 'hashes', 'decimal'] as const satisfies readonly Numbering[];
const presences = ['required', 'frequent'] as const satisfies readonly Presence[];
const levels = [1, 2, 3, 4] as const;
const knownKeys: ReadonlySet<string> = new Set(frontMatterKeys.map(({ key }) => key));

type JsonObject = Readonly<Record<string, unknown>>;

export const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads what the JSON of a catalogue says; what is wrong goes into `problems`. */
export class CatalogueReader {
  constructor(
    private readonly problems: CatalogueProblem[],
    private readonly t: Localize,
  ) {}

  report(path: string, message: string): void {
    this.problems.push({ path, message });
  }

  documentType(json: unknown, path: string): DocumentType | undefined {
    if (!isObject(json)) {
      this.report(path, this.t('A document type must be an object.'));
      return undefined;
    }
    const id = this.text(json, 'id', path, true);
    const name = this.text(json, 'name', path, true);
    if (id === '' || name === '') {
      return undefined;
    }
    const openings = this.passages(json, 'openings', path);
    const closings = this.passages(json, 'closings', path);
    const sections = this.sections(json, path);
    return {
      id,
      name,
      language: this.text(json, 'language', path) || 'zh-CN',
      aliases: this.texts(json, 'aliases', path),
      kind: this.oneOf(json, 'kind', path, kinds, 'draft'),
      sentAs: this.text(json, 'sentAs', path),
      direction: this.oneOf(json, 'direction', path, directions, 'internal'),
      summary: this.text(json, 'summary', path),
      numbering: this.oneOf(json, 'numbering', path, numberings, 'chinese'),
      frontMatter: this.frontMatter(json, path),
      title: this.snippet(json, 'title', path),
      addressee: this.snippet(json, 'addressee', path),
      openings,
      sections,
      closings,
      attachmentNote: this.body(json, 'attachmentNote', path),
      signature: this.body(json, 'signature', path),
      note: this.body(json, 'note', path),
      phrases: this.texts(json, 'phrases', path),
      variants: this.typeVariants(json, path, { openings, closings, sections }),
    };
  }

  /** Sections and passages that are added to a type of another file. */
  extension(json: unknown, path: string): TypeExtension | undefined {
    if (!isObject(json) || !('extends' in json)) {
      return undefined;
    }
    const of = this.text(json, 'extends', path, true);
    return {
      of,
      path,
      language: this.text(json, 'language', path) === 'en' ? 'en' : 'zh-CN',
      openings: this.passages(json, 'openings', path),
      sections: this.sections(json, path),
      closings: this.passages(json, 'closings', path),
      phrases: this.texts(json, 'phrases', path),
    };
  }

  private sections(json: JsonObject, path: string): readonly Section[] {
    const sections: Section[] = [];
    const ids = new Set<string>();
    for (const [entry, at] of this.entries(json, 'sections', path)) {
      const id = this.text(entry, 'id', at, true);
      const name = this.text(entry, 'name', at, true);
      const told = this.problems.length;
      const body = this.body(entry, 'body', at);
      if (id === '' || name === '') {
        continue;
      }
      if (ids.has(id)) {
        this.report(join(at, 'id'), this.t('There are two sections with the id “{0}”; the first is used.', id));
        continue;
      }
      if (body.length === 0) {
        // Where its text is broken, that has been said.
        if (this.problems.length === told) this.report(join(at, 'body'), this.t('The section “{0}” has no text.', name));
        continue;
      }
      ids.add(id);
      sections.push({
        id,
        name,
        aliases: this.texts(entry, 'aliases', at),
        level: this.oneOf(entry, 'level', at, levels, 1),
        presence: this.oneOf(entry, 'presence', at, presences, 'frequent'),
        guidance: this.text(entry, 'guidance', at),
        body,
        variants: this.sectionVariants(entry, at),
        phrases: this.texts(entry, 'phrases', at),
      });
    }
    return sections;
  }

  private sectionVariants(json: JsonObject, path: string): readonly SectionVariant[] {
    const variants: SectionVariant[] = [];
    for (const [entry, at] of this.entries(json, 'variants', path)) {
      const id = this.text(entry, 'id', at, true);
      const body = this.body(entry, 'body', at);
      if (id !== '' && body.length > 0) {
        variants.push({ id, name: this.text(entry, 'name', at) || id, body });
      }
    }
    return variants;
  }

  private passages(json: JsonObject, key: string, path: string): readonly Passage[] {
    const passages: Passage[] = [];
    for (const [entry, at] of this.entries(json, key, path)) {
      const body = this.body(entry, 'body', at);
      if (body.length > 0) {
        passages.push({ name: this.text(entry, 'name', at, true), body });
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
    for (const [entry, at] of this.entries(json, 'variants', path)) {
      const id = this.text(entry, 'id', at, true);
      if (id === '') {
        continue;
      }
      const sections = this.texts(entry, 'sections', at).filter((reference, i) => {
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
        name: this.text(entry, 'name', at) || id,
        sections,
        ...('title' in entry ? { title: this.snippet(entry, 'title', at) } : {}),
        ...('addressee' in entry ? { addressee: this.snippet(entry, 'addressee', at) } : {}),
        ...(opening === undefined ? {} : { opening }),
        ...(closing === undefined ? {} : { closing }),
      });
    }
    return variants;
  }

  /** The objects of an array, each with its path. */
  private entries(json: JsonObject, key: string, path: string): readonly (readonly [JsonObject, string])[] {
    const value = json[key];
    if (value === undefined) {
      return [];
    }
    if (!Array.isArray(value)) {
      this.report(join(path, key), this.t('“{0}” must be an array.', key));
      return [];
    }
    const entries: (readonly [JsonObject, string])[] = [];
    for (const [i, entry] of value.entries()) {
      const at = `${join(path, key)}[${i}]`;
      if (isObject(entry)) {
        entries.push([entry, at]);
      } else {
        this.report(at, this.t('An entry of “{0}” must be an object.', key));
      }
    }
    return entries;
  }

  /** Empty where it is absent. */
  private text(json: JsonObject, key: string, path: string, required = false): string {
    const value = json[key];
    if (typeof value === 'string' && (value !== '' || !required)) {
      return value;
    }
    if (value !== undefined || required) {
      this.report(join(path, key), required ? this.t('“{0}” must be a text, and not empty.', key) : this.t('“{0}” must be a text.', key));
    }
    return '';
  }

  private texts(json: JsonObject, key: string, path: string): readonly string[] {
    const value = json[key];
    if (value === undefined) {
      return [];
    }
    if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) {
      return value;
    }
    this.report(join(path, key), this.t('“{0}” must be an array of texts.', key));
    return [];
  }

  private oneOf<V extends string | number>(json: JsonObject, key: string, path: string, allowed: readonly V[], absent: V): V {
    const value = json[key];
    const found = allowed.find((one) => one === value);
    if (found === undefined && value !== undefined) {
      this.report(join(path, key), this.t('“{0}” must be one of: {1}.', key, allowed.join(', ')));
    }
    return found ?? absent;
  }

  private frontMatter(json: JsonObject, path: string): readonly (keyof FrontMatter)[] {
    const isKey = (key: string): key is keyof FrontMatter => knownKeys.has(key);
    const keys = this.texts(json, 'frontMatter', path);
    for (const [i, key] of keys.entries()) {
      if (!isKey(key)) {
        this.report(`${join(path, 'frontMatter')}[${i}]`, this.t('There is no front matter key “{0}”.', key));
      }
    }
    return keys.filter(isKey);
  }

  private snippet(json: JsonObject, key: string, path: string): string {
    const text = this.text(json, key, path);
    return this.isSound(text, join(path, key)) ? text : '';
  }

  /** A text or an array of texts. Empty if one of them is no snippet: half a section is worse than none. */
  private body(json: JsonObject, key: string, path: string): Body {
    const value = json[key];
    const lines = typeof value === 'string' ? value.split(/\r\n|\r|\n/) : this.texts(json, key, path);
    let sound = true;
    for (const [i, line] of lines.entries()) {
      sound = this.isSound(line, `${join(path, key)}[${i}]`) && sound;
    }
    return sound ? lines : [];
  }

  private isSound(snippet: string, path: string): boolean {
    const { nodes, problems } = parseSnippet(snippet);
    for (const problem of problems) {
      this.report(path, this.t('Broken snippet at column {0}: {1}.', problem.offset + 1, this.t(problem.message)));
    }
    const bad = headingProblem(nodes);
    if (bad !== undefined) {
      this.report(path, this.t('“{0}” must stand at the start of a paragraph and say a level from 1 to 4.', bad));
    }
    return problems.length === 0 && bad === undefined;
  }
}

/** The first `${heading:n}` that is not where it may be, or is of no level. */
function headingProblem(nodes: readonly SnippetNode[]): string | undefined {
  for (const [i, node] of nodes.entries()) {
    if (node.kind === 'variable' && node.name === 'heading') {
      const level = node.defaults[0]?.kind === 'text' ? node.defaults[0].text : '';
      if (i > 0 || !/^[1-4]$/.test(level)) {
        return `\${heading:${level}}`;
      }
    }
  }
  return undefined;
}
