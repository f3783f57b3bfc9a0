import type { DocumentType, Section } from './documentType.ts';

/** A heading's words without what does not tell sections apart. */
export function normalName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s\u3000。．.：:，,、“”"'‘’《》（）()]/g, '')
    .replace(/(?<=.)的(?=.)/g, '')
    .replace(/^(?:当前|目前|今年|全年)/, '');
}

const longestHeading = 60;
const mostAnswers = 4000;

/** Finds which section of a type a heading is. */
export class SectionIndex {
  private static readonly known = new WeakMap<DocumentType, SectionIndex>();
  private readonly byName = new Map<string, Section>();
  /**
   * Headings that were looked up before, as they stand. What a heading means depends on nothing else, so an entry is never stale; the map
   * is emptied when it is full.
   */
  private readonly answers = new Map<string, Section | undefined>();

  private constructor(type: DocumentType) {
    for (const section of type.sections) {
      for (const name of [section.name, ...section.aliases]) {
        const normal = normalName(name);
        if (!this.byName.has(normal)) {
          this.byName.set(normal, section);
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

  /** The section that has this heading, by its name or one of its aliases; longer headings count that hold one of four characters or more. */
  find(heading: string): Section | undefined {
    if (heading.length > longestHeading) {
      return undefined;
    }
    if (this.answers.has(heading)) {
      return this.answers.get(heading);
    }
    if (this.answers.size >= mostAnswers) {
      this.answers.clear();
    }
    const found = this.search(normalName(heading));
    this.answers.set(heading, found);
    return found;
  }

  private search(normal: string): Section | undefined {
    const exact = this.byName.get(normal);
    if (exact !== undefined || normal.length < 4) {
      return exact;
    }
    let best: Section | undefined;
    let longest = 3;
    for (const [name, section] of this.byName) {
      if (name.length > longest && normal.includes(name)) {
        best = section;
        longest = name.length;
      }
    }
    return best;
  }
}
