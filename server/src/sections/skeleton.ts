import { Assembly } from './assemble.ts';
import { sectionOf } from './catalogue.ts';
import { fillParts, frontMatterLines, type ReportDetails } from './details.ts';
import type { Body, DocumentType, Passage, TypeVariant } from './documentType.ts';
import { newNumberer } from './fit.ts';
import { parseSnippet, plainText } from './snippet.ts';
import { typeFromTitle } from './typeOf.ts';

/** The parts of a whole report of a type, in order. */
export interface SkeletonParts {
  readonly title: string;
  readonly addressee: string;
  readonly opening: Body;
  readonly sections: readonly Body[];
  readonly closing: Body;
  readonly attachmentNote: Body;
  readonly signature: Body;
  readonly note: Body;
}

/** The variant with this id or name. */
export function findVariant(type: DocumentType, idOrName: string): TypeVariant | undefined {
  return type.variants.find((variant) => variant.id === idOrName || variant.name === idOrName);
}

/** Without a variant: the required sections, the first opening and the first closing. */
export function partsOf(type: DocumentType, variant?: TypeVariant): SkeletonParts {
  const sections =
    variant === undefined
      ? type.sections.filter(({ presence }) => presence === 'required').map(({ body }) => body)
      : variant.sections.flatMap((reference) => {
          const found = sectionOf(type.sections, reference);
          return found === undefined ? [] : [(found.variant ?? found.section).body];
        });
  return {
    title: variant?.title ?? type.title,
    addressee: variant?.addressee ?? type.addressee,
    opening: passage(type.openings, variant?.opening),
    sections,
    closing: passage(type.closings, variant?.closing),
    attachmentNote: type.attachmentNote,
    signature: type.signature,
    note: type.note,
  };
}

/** An empty name means none; no name the usual one. */
function passage(passages: readonly Passage[], name: string | undefined): Body {
  const found = name === undefined ? passages[0] : passages.find((one) => one.name === name);
  return found?.body ?? [];
}

/**
 * From title to note. The front matter names the type only where the title does not. With `details`, what the writer said stands in the
 * place of gaps, and the front matter has the keys that such a report should have.
 */
export function skeletonOf(type: DocumentType, types: readonly DocumentType[], variant?: TypeVariant, details?: ReportDetails): Assembly {
  const own = partsOf(type, variant);
  const parts = details === undefined ? own : fillParts(own, details);
  const isEnglish = type.language === 'en';
  const assembly = new Assembly({ numberer: newNumberer(type.numbering), blankLines: isEnglish });
  const namesType = typeFromTitle(types, plainText(parseSnippet(parts.title).nodes)) !== type;
  const frontMatter = frontMatterLines(type, namesType, details);
  if (frontMatter.length > 0) {
    assembly.add([`---\n${frontMatter.join('\n')}\n---`]);
  }
  assembly.add([`${isEnglish ? '# ' : ''}${parts.title}`]);
  if (parts.addressee !== '') {
    assembly.add([parts.addressee]);
  }
  return addBody(assembly, parts);
}

/** What follows title and addressee. */
export function addBody(assembly: Assembly, parts: SkeletonParts): Assembly {
  assembly.add(parts.opening);
  for (const section of parts.sections) {
    assembly.add(section);
  }
  return assembly.add(parts.closing).add(parts.attachmentNote).add(parts.signature).add(parts.note);
}
