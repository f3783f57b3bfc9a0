import type { ReportDocument } from '../document.ts';
import type { Line } from '../syntax/line.ts';
import { isDisabled } from '../syntax/lineState.ts';
import { encoding } from './encoding.ts';
import { frontMatter } from './frontMatter.ts';
import { headingOrder } from './headingOrder.ts';
import { missingData } from './missingData.ts';
import type { DocumentRule, Finding, LineRule, Rule, SectionFinding, SectionRule } from './rule.ts';
import { sectionsOf } from './sections.ts';

/** Every rule there is. */
export const rules: readonly Rule[] = [encoding, frontMatter, headingOrder, missingData];

const documentRules = rules.filter((rule): rule is DocumentRule => rule.scope === 'document');
const sectionRules = rules.filter((rule): rule is SectionRule => rule.scope === 'section');
const lineRules = rules.filter((rule): rule is LineRule => rule.scope === 'line');

/**
 * All findings of a document, lazily: of the document, of its sections, of its lines from top to bottom. Findings that a
 * comment silences are left out. Take as many as you need.
 */
export function* findingsOf(document: ReportDocument): Generator<Finding, void, undefined> {
  for (const rule of documentRules) {
    for (const finding of rule.check(document)) {
      if (!isDisabled(document.line(finding.range.start.line).stateIn, rule.code)) {
        yield { ...finding, code: rule.code };
      }
    }
  }
  yield* sectionFindingsOf(document);
  for (const [line, record] of document.flaggedLines()) {
    for (const rule of lineRules) {
      for (const { start, end, severity, message, args, datum } of rule.check(record)) {
        const range = { start: { line, character: start }, end: { line, character: end } };
        yield datum === undefined
          ? { code: rule.code, severity, message, args, range }
          : { code: rule.code, severity, message, args, range, datum };
      }
    }
  }
}

/**
 * Findings of all sections, kept while the document says that nothing changed that they depend on. Owner: this module.
 * An entry is good for one `sectionsVersion`, compared at each look-up.
 */
const kept = new WeakMap<ReportDocument, { readonly version: number; readonly findings: readonly Finding[] }>();

function sectionFindingsOf(document: ReportDocument): readonly Finding[] {
  const entry = kept.get(document);
  if (entry?.version === document.sectionsVersion) {
    return entry.findings;
  }
  const findings: Finding[] = [];
  for (const { children, numbers } of sectionsOf(document)) {
    for (const rule of sectionRules) {
      for (const { child, start, end, severity, message, args } of checkSection(rule, children)) {
        const line = numbers[child] as number;
        if (!isDisabled((children[child] as Line).stateIn, rule.code)) {
          const range = { start: { line, character: start }, end: { line, character: end } };
          findings.push({ code: rule.code, severity, message, args, range });
        }
      }
    }
  }
  kept.set(document, { version: document.sectionsVersion, findings });
  return findings;
}

/**
 * What section rules said, under the section's first line. Owner: this module. Lines never change, so an entry is good while the
 * section has the same lines; that is compared at each look-up.
 */
const known = new WeakMap<Line, { readonly children: readonly Line[]; readonly findings: Map<SectionRule, readonly SectionFinding[]> }>();

function checkSection(rule: SectionRule, children: readonly Line[]): readonly SectionFinding[] {
  const first = children[0];
  if (first === undefined) {
    return [];
  }
  let entry = known.get(first);
  if (entry === undefined || entry.children.length !== children.length || entry.children.some((line, i) => line !== children[i])) {
    entry = { children, findings: new Map() };
    known.set(first, entry);
  }
  let findings = entry.findings.get(rule);
  if (findings === undefined) {
    findings = rule.check(children);
    entry.findings.set(rule, findings);
  }
  return findings;
}
