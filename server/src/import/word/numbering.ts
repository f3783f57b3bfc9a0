import { attributeOf, childOf, elementsOf, isOn, valOf, type XmlElement } from '../../ooxml/tree.ts';
import type { ListLabel } from './model.ts';
import { formatNumber } from './numberFormats.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1、`: `%n` stands for the number of level n, from 1. */
  readonly text: string;
  /** What follows the label. */
  readonly suffix: string;
  /** All numbers in Arabic digits. */
  readonly legal: boolean;
  /** Counts anew after a level up to this one, from 1; 0 for never. */
  readonly restart: number | undefined;
  /** Id of the paragraph style that brings this level along. */
  readonly style: string | undefined;
}

interface List {
  /** Lists of one abstract numbering count together. */
  readonly abstract: string;
  readonly levels: readonly (Level | undefined)[];
  /** Starts that hold from the first use of this list on, by level. */
  readonly overrides: ReadonlyMap<number, number>;
}

const mostLevels = 9;

function levelOf(element: XmlElement): Level {
  const restart = valOf(element, 'lvlRestart');
  const format = childOf(childOf(element, 'AlternateContent'), 'Fallback') ?? element;
  return {
    start: Number(valOf(element, 'start') ?? 1) || 0,
    format: valOf(element, 'numFmt') ?? valOf(format, 'numFmt') ?? 'decimal',
    text: valOf(element, 'lvlText') ?? '',
    suffix: valOf(element, 'suff') ?? 'tab',
    legal: isOn(element, 'isLgl') === true,
    restart: restart === undefined ? undefined : Number(restart),
    style: valOf(element, 'pStyle'),
  };
}

function levelsOf(element: XmlElement): (Level | undefined)[] {
  const levels: (Level | undefined)[] = new Array(mostLevels).fill(undefined);
  for (const child of elementsOf(element)) {
    const index = Number(attributeOf(child, 'ilvl'));
    if (child.name === 'lvl' && index >= 0 && index < mostLevels) levels[index] = levelOf(child);
  }
  return levels;
}

/** The automatic numbers of a document: what Word prints before its paragraphs. Paragraphs are to be asked for in their order. */
export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** `root` is `w:numbering`. */
  constructor(root: XmlElement | undefined) {
    const abstracts = new Map<string, readonly (Level | undefined)[]>();
    const links = new Map<string, string>();
    const byStyle = new Map<string, string>();
    for (const element of elementsOf(root)) {
      const id = attributeOf(element, 'abstractNumId');
      if (element.name !== 'abstractNum' || id === undefined) continue;
      abstracts.set(id, levelsOf(element));
      const style = valOf(element, 'styleLink');
      const link = valOf(element, 'numStyleLink');
      if (style !== undefined) byStyle.set(style, id);
      if (link !== undefined) links.set(id, link);
    }
    for (const element of elementsOf(root)) {
      const id = attributeOf(element, 'numId');
      if (element.name !== 'num' || id === undefined) continue;
      const own = valOf(element, 'abstractNumId') ?? '';
      const abstract = byStyle.get(links.get(own) ?? '') ?? own;
      const levels = [...(abstracts.get(abstract) ?? [])];
      const overrides = new Map<number, number>();
      for (const child of elementsOf(element)) {
        const index = Number(attributeOf(child, 'ilvl'));
        if (child.name !== 'lvlOverride' || !(index >= 0 && index < mostLevels)) continue;
        const level = childOf(child, 'lvl');
        if (level !== undefined) levels[index] = levelOf(level);
        const start = valOf(child, 'startOverride');
        if (start !== undefined) overrides.set(index, Number(start) || 0);
      }
      this.#lists.set(id, { abstract, levels, overrides });
    }
  }

  /** The level of a list that a paragraph style brings along, from 0. */
  levelOfStyle(list: string, style: string): number | undefined {
    const index = this.#lists.get(list)?.levels.findIndex((level) => level?.style === style) ?? -1;
    return index < 0 ? undefined : index;
  }

  /** Counts one paragraph of list `id` at `level` (from 0) and gives its label; `undefined` for no list. */
  next(id: string, level: number): ListLabel | undefined {
    const list = this.#lists.get(id);
    const at = list?.levels[level];
    if (list === undefined || at === undefined) return undefined;
    const counts = this.#countsOf(list.abstract);
    if (!this.#begun.has(id)) {
      this.#begun.add(id);
      for (const [index, start] of list.overrides) counts[index] = start - 1;
    }
    counts[level] = (counts[level] ?? at.start - 1) + 1;
    for (let deeper = level + 1; deeper < mostLevels; deeper++) {
      const restart = list.levels[deeper]?.restart;
      if (restart === undefined || (restart > 0 && level < restart)) counts[deeper] = undefined;
    }
    if (at.format === 'bullet') return { text: at.text, bullet: true, level };
    const text = at.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = at.legal ? 'decimal' : (list.levels[index]?.format ?? 'decimal');
      return formatNumber(format, counts[index] ?? list.levels[index]?.start ?? 1);
    });
    return text === '' ? undefined : { text: `${text}${gapAfter(text, at.suffix)}`, bullet: false, level };
  }

  #countsOf(abstract: string): (number | undefined)[] {
    const known = this.#counts.get(abstract);
    if (known !== undefined) return known;
    const fresh: (number | undefined)[] = new Array(mostLevels).fill(undefined);
    this.#counts.set(abstract, fresh);
    return fresh;
  }
}

/** A tab or blank after the label, where our language wants one: not after marks that are as wide as a character. */
const gapAfter = (text: string, suffix: string): string => (suffix === 'nothing' || /[、．）】》：，。]$/.test(text) ? '' : ' ');
