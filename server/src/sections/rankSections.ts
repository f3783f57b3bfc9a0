import type { DocumentType, Section } from './documentType.ts';
import type { Place } from './place.ts';

interface RankedSection {
  readonly section: Section;
  /** The document has it already. */
  readonly isThere: boolean;
}

/**
 * First the siblings that come next, then what is required, then the rest that comes later, then what was passed over or belongs into
 * another section, and what is there.
 */
export function rankSections(type: DocumentType, place: Place): readonly RankedSection[] {
  const { sections } = type;
  const at = place.current === undefined ? -1 : sections.indexOf(place.current.section);
  const level = place.current?.section.level ?? 1;
  const rankOf = (section: Section, index: number): number => {
    if (place.present.has(section.id)) {
      return 4;
    }
    const isWithin = at >= 0 && sections.slice(at + 1, index).every((between) => between.level >= section.level);
    if (index < at || (section.level > 1 && !isWithin)) {
      return 3;
    }
    return level > 1 && section.level === level ? 0 : section.presence === 'required' ? 1 : 2;
  };
  return sections
    .map((section, index) => ({ section, index, rank: rankOf(section, index) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ section, rank }) => ({ section, isThere: rank === 4 }));
}
