import type { DocumentType, Section } from './documentType.ts';

/** A heading's words without what does not tell sections apart. */
export function normalName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s\u3000。．.：:，,、“”"'‘’《》（）()]/g, '')
    .replace(/(?<=.)的(?=.)/g, '')
    .replace(/^(?:当前|目前|今年|全年)/, '')
    .replace(/^下步/, '下一步');
}

const none: readonly Section[] = [];
const orElse = (found: readonly Section[], other: () => readonly Section[]): readonly Section[] => (found.length > 0 ? found : other());

const shortHeading = /^[\u3400-\u9fff]{2,8}$/;
/** Words in which too many names end. */
const empty = /^(?:主要|有关|具体)?(?:情况|工作|内容|工作情况)$/;
const mostWords = 3;
/** Words that cannot be left out: 措施 need not be 下一步措施, but may be. */
const saysWhen = /^(?:下一步|上次|上年度|明年|已)/;
const toCome = /打算$/;
/** 问题 is not short for 需要进一步研究的问题. */
const mostLeftOut = 5;

/**
 * Whether a heading is a name with words left out before its last ones: 问题 for 存在的主要问题, 下一步措施 for 下一步整改措施, 原因 for
 * 原因分析; and 下一步 for whatever begins so.
 */
function isShortFor(short: string, name: string): boolean {
  const core = name.replace(/(?<=..)(?:分析|剖析)$/, '');
  if (core === short || (short === '下一步' && name.startsWith(short))) {
    return true;
  }
  for (let cut = short.length - 2; cut >= 0 && short.length < core.length; cut--) {
    if (core.startsWith(short.slice(0, cut)) && core.endsWith(short.slice(cut))) {
      return true;
    }
  }
  return false;
}

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
   * The sections that have this heading: mostly one, two for 存在的问题及原因. By name or alias, or by one that the heading holds and that has
   * four characters or more, or else by what it is short for: 问题, 措施, 下一步措施, where only one section of the type can be meant.
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
    const normal = normalName(heading);
    const found = this.byName.get(normal) ?? this.findEach(normal) ?? orElse(this.search(normal), () => this.findShort(normal));
    this.answers.set(heading, found);
    return found;
  }

  /** The same by whole names only: short headings like 问题 tell nothing of the type. */
  findNamed(heading: string): readonly Section[] {
    return heading.length > longestHeading ? none : this.search(normalName(heading));
  }

  /** 问题及措施: each of its words is the short name of a section, and of another one. */
  private findEach(normal: string): readonly Section[] | undefined {
    const words = normal.split(/以及|[及和与、]/);
    if (words.length < 2 || words.length > mostWords) {
      return undefined;
    }
    const found = words.map((word) => this.byName.get(word) ?? this.findShort(word));
    const sections = new Set(found.flat());
    return found.every(({ length }) => length > 0) && sections.size === words.length ? [...sections] : undefined;
  }

  /** What a heading is short for, if only one section can be meant. Names that stand for two sections say nothing. */
  private findShort(normal: string): readonly Section[] {
    if (!shortHeading.test(normal) || empty.test(normal)) {
      return none;
    }
    let only: Section | undefined;
    let isMeant = false;
    for (const [name, [section, other]] of this.byName) {
      if (section === undefined || other !== undefined || !isShortFor(normal, name)) {
        continue;
      }
      if (only !== undefined && section !== only) {
        return none;
      }
      only = section;
      isMeant ||=
        name.length - normal.length <= mostLeftOut && (saysWhen.exec(name)?.[0] === saysWhen.exec(normal)?.[0] || toCome.test(normal));
    }
    return only === undefined || !isMeant ? none : [only];
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
