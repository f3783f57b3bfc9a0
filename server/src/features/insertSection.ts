import type { ReportDocument } from '../engine/document.ts';
import type { Position } from '../engine/text/position.ts';
import type { CatalogueChoice, SectionInsertion } from '../protocol/sections.ts';
import type { Catalogue } from '../sections/catalogue.ts';
import { landmarksFrom } from '../sections/headings.ts';
import { searchWords } from '../sections/match.ts';
import { type Offer, type OfferOptions, offersAt } from '../sections/offers.ts';
import { endingOf } from '../sections/place.ts';
import { parseSnippet, plainText } from '../sections/snippet.ts';
import { languageOf, usesBlankLines } from '../sections/typeOf.ts';
import { numbersAfterInsertion } from '../structure/insertion.ts';
import type { Localize } from '../wording/localize.ts';

export interface InsertSectionOptions {
  readonly catalogue: Catalogue;
  readonly t: Localize;
  readonly locale: string;
  /** Find names by pinyin and by initials. Default true. */
  readonly pinyin?: boolean;
}

/** What Insert Section offers at a position: what comes next first, what is there last. */
export function sectionsFor(document: ReportDocument, position: Position, options: InsertSectionOptions): readonly CatalogueChoice[] {
  const { t } = options;
  return offersFor(document, position, options).map((offer) => {
    const presence =
      offer.section === undefined || offer.isThere ? '' : offer.section.presence === 'required' ? t('required') : t('frequent');
    const words = [offer.note, offer.isThere ? t('already there') : presence].filter((word) => word !== '');
    const detail = offer.section?.guidance ?? offer.type?.summary ?? '';
    return {
      id: offer.id,
      search: searchWords(options.catalogue, offer.name, offer.aliases, options.pinyin ?? true).slice(1),
      label: offer.name,
      ...(words.length > 0 ? { description: words.join(' · ') } : {}),
      ...(detail === '' ? {} : { detail }),
    };
  });
}

/**
 * Where the section with `sectionId` goes, and its text: after the section that the position is in, before the next heading of the same
 * or a higher level, or before the report's closing. `undefined` if there is no such section.
 */
export function insertionOf(
  document: ReportDocument,
  position: Position,
  sectionId: string,
  options: InsertSectionOptions,
): SectionInsertion | undefined {
  const offer = offersFor(document, position, options).find(({ id }) => id === sectionId);
  if (offer === undefined) {
    return undefined;
  }
  const after = lastLineBefore(document, boundaryOf(document, position, offer));
  // Numbers count on from the place where the text goes, which may lie after the cursor.
  const there = offersAt(document, after + 1, options).offers.find(({ id }) => id === sectionId) ?? offer;
  const snippet = there.assemble().snippet();
  const blankLines = usesBlankLines(document, after + 1) ?? languageOf(document, options.locale) === 'en';
  const parting = blankLines ? '\n\n' : '\n';
  if (after < 0) {
    const start = { line: 0, character: 0 };
    return { range: { start, end: start }, snippet: isEmpty(document) ? snippet : snippet + parting };
  }
  const end = { line: after, character: document.line(after).text.length };
  return { range: { start: end, end }, snippet: parting + snippet };
}

/** The insertion, with the numbers of the headings after it, and of what mentions them. Where a number is not sure, all stay. */
export function withNumbers(document: ReportDocument, insertion: SectionInsertion): SectionInsertion {
  const text = plainText(parseSnippet(insertion.snippet).nodes);
  const { edits, doubts } = numbersAfterInsertion(document, insertion.range.start, text);
  return doubts.length > 0 || edits.length === 0 ? insertion : { ...insertion, numbers: edits };
}

/** The offers that the quick pick shows: texts, no bare headings or points. */
function offersFor(document: ReportDocument, position: Position, options: OfferOptions): readonly Offer[] {
  const line = Math.min(position.line, document.lineCount - 1);
  // A cursor on a heading is in its section.
  return offersAt(document, line + 1, options).offers.filter(({ kind }) => kind !== 'heading' && kind !== 'point');
}

/** The line before which the offer goes. */
function boundaryOf(document: ReportDocument, position: Position, offer: Offer): number {
  const { line: ending, end } = endingOf(document);
  if (offer.kind === 'skeleton' || offer.id === 'signature') {
    return end;
  }
  if (offer.id === 'attachmentNote') {
    return afterClosing(document);
  }
  if (offer.kind === 'ending') {
    return ending;
  }
  // Below the report's own end lie its attachments; a section put in there goes to the end of the attachment.
  const limit = position.line < end ? ending : nextAttachment(document, position.line);
  for (const heading of landmarksFrom(document, position.line + 1)) {
    if (heading === 'attachment') {
      break;
    }
    if (heading.isHeading && (offer.level === 0 || heading.level <= offer.level)) {
      return heading.line;
    }
  }
  return limit;
}

function nextAttachment(document: ReportDocument, line: number): number {
  for (const [start, { syntax }] of document.structuralLines(line + 1)) {
    if (syntax.kind === 'attachmentStart') {
      return start;
    }
  }
  return document.lineCount;
}

/** The line after the closing, before signature and date. */
function afterClosing(document: ReportDocument): number {
  const { line } = endingOf(document);
  return line < document.lineCount && document.line(line).syntax.kind === 'closing' ? line + 1 : line;
}

/** The last line with words before line `before`; -1 if there is none. */
function lastLineBefore(document: ReportDocument, before: number): number {
  for (let line = Math.min(before, document.lineCount) - 1; line >= 0; line--) {
    if (document.line(line).syntax.kind !== 'blank') {
      return line;
    }
  }
  return -1;
}

function isEmpty(document: ReportDocument): boolean {
  for (const { syntax } of document.lines(0, document.lineCount)) {
    if (syntax.kind !== 'blank') {
      return false;
    }
  }
  return true;
}
