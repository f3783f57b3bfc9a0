import type { DocumentType, Section } from './documentType.ts';

/** A heading's words without what does not tell sections apart. */
export function normalName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s\u3000。．.：:，,、“”"'‘’《》（）()]/g, '')
    .replace(/(?<=.)的(?=.)/g, '')
    .replace(/^(?:当前|目前|今年|全年)/, '');
}

const none: readonly Section[] = [];
const longestHeading = 60;
const mostAnswers = 4000;

/** Finds which section of a type a heading is. */
export class SectionIndex {
  private static readonly known = new WeakMap<DocumentType, SectionIndex>();
  private readonly byName = new Map<string, Section[]>();
  /**
   * Headings that were looked up before, as they stand. What a heading means depends on nothing else, so an entry is never stale; the map
   * is emptied when it is full.
   */
  private readonly answers = new Map<string, readonly Section[]>();

  private constructor(type: DocumentType) {
    for (const section of type.sections) {
      for (const name of [section.name, ...section.aliases]) {
        const normal = normalName(name);
        const sections = this.byName.get(normal);
        if (sections === undefined) {
          this.byName.set(normal, [section]);
        } else if (!sections.includes(section)) {
          sections.push(section);
        }
      }
    }
  }

  /** Types never change, so the index of each is made once and lives as long as the type. */
  static of(type: DocumentType): SectionIndex {
    let index = SectionIndex.known.get(type);
    if (index === undefined) {
      index = new SectionIndex(type);
      SectionIndex.known.set(type, index);
    }
    return index;
  }

  /**
   * The sections that have this heading, by name or alias: mostly one, two for 存在的问题及原因. Longer headings count that hold a name of
   * four characters or more.
   */
  find(heading: string): readonly Section[] {
    if (heading.length > longestHeading) {
      return none;
    }
    const known = this.answers.get(heading);
    if (known !== undefined) {
      return known;
    }
    if (this.answers.size >= mostAnswers) {
      this.answers.clear();
    }
    const found = this.search(normalName(heading));
    this.answers.set(heading, found);
    return found;
  }

  private search(normal: string): readonly Section[] {
    const exact = this.byName.get(normal);
    if (exact !== undefined || normal.length < 4) {
      return exact ?? none;
    }
    let best: readonly Section[] = none;
    let longest = 3;
    for (const [name, sections] of this.byName) {
      if (name.length > longest && normal.includes(name)) {
        best = sections;
        longest = name.length;
      }
    }
    return best;
  }
}
