import type { ReportDocument } from '../document.ts';
import type { Line } from '../syntax/line.ts';
import { isDisabled } from '../syntax/lineState.ts';
import { announcedCount } from './document/announcedCount.ts';
import { attachments } from './document/attachments.ts';
import { dateOrder } from './document/dateOrder.ts';
import { encoding } from './document/encoding.ts';
import { figuresTables } from './document/figuresTables.ts';
import { frontMatter } from './document/frontMatter.ts';
import { pointSeries } from './document/pointSeries.ts';
import { titleForm } from './document/titleForm.ts';
import { unclosed } from './document/unclosed.ts';
import { missingDataOf } from './line/missingData.ts';
import { lineRules } from './lineRules.ts';
import { type DocumentRule, type Finding, type LineFix, type Rule, rangeIn, type SectionFinding, type SectionRule } from './rule.ts';
import { emptySection } from './section/emptySection.ts';
import { headingEnd } from './section/headingEnd.ts';
import { headingLevel } from './section/headingLevel.ts';
import { headingOrder } from './section/headingOrder.ts';
import { type Section, sectionsOf } from './sections.ts';

const sectionRules: readonly SectionRule[] = [headingOrder, headingLevel, headingEnd, emptySection];
const documentRules: readonly DocumentRule[] = [
  frontMatter,
  unclosed,
  titleForm,
  pointSeries,
  announcedCount,
  attachments,
  figuresTables,
  dateOrder,
];

/** Every rule of the engine but missing data, which the scanner finds. A code may have several: one for a line, one for the document. */
export const rules: readonly Rule[] = [encoding, ...documentRules, ...sectionRules, ...lineRules];

/**
 * All findings of a document, lazily: of the document, of its sections, of its lines from top to bottom. Findings that a
 * comment silences are left out. Take as many as you need.
 */
export function* findingsOf(document: ReportDocument): Generator<Finding, void, undefined> {
  yield* spoken(document, encoding);
  yield* structureFindingsOf(document);
  for (const [line, record] of document.flaggedLines()) {
    yield* missingDataOf(record, line);
    yield* lineFindingsAt(record, line);
  }
}

/** What the rules that see one line say of a line, at its place. */
export function* lineFindingsAt({ findings }: Line, line: number): Generator<Finding, void, undefined> {
  for (const { code, severity, message, args, start, end, fix } of findings) {
    yield { code, severity, message, args, range: rangeIn(line, { start, end }), ...(fix && { fix: fixAt(fix, line) }) };
  }
}

function fixAt({ title, args, sure, edits }: LineFix, line: number): Finding['fix'] & object {
  return { title, args, sure, edits: edits.map(({ start, end, newText }) => ({ range: rangeIn(line, { start, end }), newText })) };
}

/** The findings of a rule of the document, but for those that a comment silences. */
function* spoken(document: ReportDocument, rule: DocumentRule): Generator<Finding, void, undefined> {
  for (const finding of rule.check(document)) {
    if (!isDisabled(document.line(finding.range.start.line).stateIn, rule.code)) {
      yield { ...finding, code: rule.code };
    }
  }
}

/**
 * Findings of the document and its sections, kept while the document says that nothing changed that they depend on. Owner: this module.
 * An entry is good for one `structureVersion`, compared at each look-up.
 */
const kept = new WeakMap<ReportDocument, { readonly version: number; readonly findings: readonly Finding[] }>();

/** What rules of sections and of the document say, in no order. */
export function structureFindingsOf(document: ReportDocument): readonly Finding[] {
  const entry = kept.get(document);
  if (entry !== undefined && entry.version === document.structureVersion) {
    return entry.findings;
  }
  const findings: Finding[] = [];
  for (const rule of documentRules) {
    for (const finding of spoken(document, rule)) findings.push(finding);
  }
  for (const section of sectionsOf(document)) {
    for (const [rule, found] of checkSection(section)) {
      for (const { child, start, end, severity, message, args, fix } of found) {
        const line = section.numbers[child] as number;
        if (!isDisabled((section.children[child] as Line).stateIn, rule.code)) {
          const range = rangeIn(line, { start, end });
          findings.push({ code: rule.code, severity, message, args, range, ...(fix && { fix: fixAt(fix, line) }) });
        }
      }
    }
  }
  kept.set(document, { version: document.structureVersion, findings });
  return findings;
}

type RuleFindings = readonly (readonly [SectionRule, readonly SectionFinding[]])[];

interface KnownSection {
  readonly section: Section;
  /** Of the rules that have something to say. */
  readonly findings: RuleFindings;
}

/**
 * What section rules said, under the section's first line. Owner: this module. Lines never change, so an entry is good while the
 * section has the same lines with the same text under them; that is compared at each look-up.
 */
const known = new WeakMap<Line, KnownSection>();

function checkSection(section: Section): RuleFindings {
  const [first] = section.children;
  if (first === undefined) {
    return [];
  }
  let entry = known.get(first);
  if (entry === undefined || !sameSection(entry.section, section)) {
    const findings = sectionRules.map((rule) => [rule, rule.check(section)] as const).filter(([, found]) => found.length > 0);
    entry = { section, findings };
    known.set(first, entry);
  }
  return entry.findings;
}

function sameSection(a: Section, b: Section): boolean {
  return (
    a === b ||
    (a.parent === b.parent &&
      a.endsBare === b.endsBare &&
      a.children.length === b.children.length &&
      a.children.every((line, i) => line === b.children[i] && a.empty[i] === b.empty[i]))
  );
}
