import type { FrontMatter } from '../engine/model/frontMatter.ts';
import { frontMatterKeys } from '../engine/model/parseFrontMatter.ts';
import type { Localize } from '../wording/localize.ts';
import type { Body } from './documentType.ts';
import { parseSnippet, type SnippetNode } from './snippet.ts';

/** Something wrong in a catalogue: `path` leads to it (`sections[2].body[0]`), `message` says what to do. */
export interface CatalogueProblem {
  readonly path: string;
  readonly message: string;
}

const knownKeys: ReadonlySet<string> = new Set(frontMatterKeys.map(({ key }) => key));

export type JsonObject = Readonly<Record<string, unknown>>;

export const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads single fields of a catalogue's JSON: of the right shape, or empty. What is wrong goes into `problems`. */
export class CatalogueFields {
  constructor(
    private readonly problems: CatalogueProblem[],
    private readonly t: Localize,
  ) {}

  /** How many problems there are so far. */
  get told(): number {
    return this.problems.length;
  }

  report(path: string, message: string): void {
    this.problems.push({ path, message });
  }

  /** The objects of an array, each with its path. */
  entries(json: JsonObject, key: string, path: string): readonly (readonly [JsonObject, string])[] {
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
  text(json: JsonObject, key: string, path: string, required = false): string {
    const value = json[key];
    if (typeof value === 'string' && (value !== '' || !required)) {
      return value;
    }
    if (value !== undefined || required) {
      this.report(join(path, key), required ? this.t('“{0}” must be a text, and not empty.', key) : this.t('“{0}” must be a text.', key));
    }
    return '';
  }

  /** Empty where it is absent, or no array of texts. */
  texts(json: JsonObject, key: string, path: string): readonly string[] {
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

  /** One of the words allowed, or `absent`. */
  oneOf<V extends string | number>(json: JsonObject, key: string, path: string, allowed: readonly V[], absent: V): V {
    const value = json[key];
    const found = allowed.find((one) => one === value);
    if (found === undefined && value !== undefined) {
      this.report(join(path, key), this.t('“{0}” must be one of: {1}.', key, allowed.join(', ')));
    }
    return found ?? absent;
  }

  /** The keys of the front matter that are known. */
  frontMatter(json: JsonObject, path: string): readonly (keyof FrontMatter)[] {
    const isKey = (key: string): key is keyof FrontMatter => knownKeys.has(key);
    const keys = this.texts(json, 'frontMatter', path);
    for (const [i, key] of keys.entries()) {
      if (!isKey(key)) {
        this.report(`${join(path, 'frontMatter')}[${i}]`, this.t('There is no front matter key “{0}”.', key));
      }
    }
    return keys.filter(isKey);
  }

  /** A text in snippet syntax; empty where that is broken. */
  snippet(json: JsonObject, key: string, path: string): string {
    const text = this.text(json, key, path);
    return this.isSound(text, join(path, key)) ? text : '';
  }

  /** A text or an array of texts. Empty if one of them is no snippet: half a section is worse than none. */
  body(json: JsonObject, key: string, path: string): Body {
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
