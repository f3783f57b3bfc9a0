import type { ReportDocument } from '../engine/document.ts';
import { findingsOf } from '../engine/rules/findings.ts';
import type { Finding } from '../engine/rules/rule.ts';
import type { DocumentType } from '../sections/documentType.ts';
import { typeFindingsOf } from '../sections/rules/typeRule.ts';

/** All findings of a document, those that need the catalogue of types first. Without types only the engine's. */
export function* findingsWithTypes(document: ReportDocument, types: readonly DocumentType[]): Generator<Finding, void, undefined> {
  if (types.length > 0) yield* typeFindingsOf(document, types);
  yield* findingsOf(document);
}
