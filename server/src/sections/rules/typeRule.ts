import type { ReportDocument } from '../../engine/document.ts';
import type { Finding } from '../../engine/rules/rule.ts';
import type { RuleCode } from '../../engine/rules/ruleTable.ts';
import { isDisabled } from '../../engine/syntax/lineState.ts';
import type { DocumentType } from '../documentType.ts';
import { closingFit } from './closingFit.ts';
import { type KnownType, knownTypeOf } from './knownType.ts';
import { missingParts } from './missingParts.ts';
import { requestInReport } from './requestInReport.ts';

/** A rule that has to know what a report is. Runs again only when the structure changed; looks at structural lines and mentions only. */
export interface TypeRule {
  readonly code: RuleCode;
  check(document: ReportDocument, known: KnownType): readonly Omit<Finding, 'code'>[];
}

/** Every rule that needs the catalogue of types. */
export const typeRules: readonly TypeRule[] = [missingParts, closingFit, requestInReport];

interface Kept {
  readonly version: number;
  readonly types: readonly DocumentType[];
  readonly findings: readonly Finding[];
}

/** Owner: this module. An entry is good for one `structureVersion` and one list of types, compared at each look-up. */
const kept = new WeakMap<ReportDocument, Kept>();

/** What those rules say, but for what a comment silences. */
export function typeFindingsOf(document: ReportDocument, types: readonly DocumentType[]): readonly Finding[] {
  const entry = kept.get(document);
  if (entry !== undefined && entry.version === document.structureVersion && entry.types === types) {
    return entry.findings;
  }
  const findings: Finding[] = [];
  const known = knownTypeOf(document, types);
  for (const rule of known === undefined ? [] : typeRules) {
    for (const finding of rule.check(document, known as KnownType)) {
      if (!isDisabled(document.line(finding.range.start.line).stateIn, rule.code)) {
        findings.push({ ...finding, code: rule.code });
      }
    }
  }
  kept.set(document, { version: document.structureVersion, types, findings });
  return findings;
}
