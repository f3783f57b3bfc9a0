import type { ReportDocument } from '../../engine/document.ts';
import { parseFrontMatter } from '../../engine/model/parseFrontMatter.ts';
import type { Line } from '../../engine/syntax/line.ts';
import type { LineKind } from '../../engine/syntax/lineSyntax.ts';
import { maySign } from '../../engine/syntax/sameStructure.ts';
import type { Range } from '../../engine/text/position.ts';
import type { DocumentType, Section } from '../documentType.ts';
import { headingOf, nameOf } from '../headings.ts';
import { SectionIndex } from '../sectionIndex.ts';
import type { KnownType } from './knownType.ts';
import type { TypeRule } from './typeRule.ts';

/** What a report has, as far as this rule asks. */
interface Parts {
  readonly kinds: ReadonlySet<LineKind>;
  readonly hasSignature: boolean;
  readonly headings: readonly string[];
  readonly sections: ReadonlySet<string>;
}

/** A report of more structure than this is cut in parts anyway. */
const mostHeadings = 400;
const mostLines = 4000;
/** Lines at the top in which the addressee stands. */
const headLines = 80;

/**
 * Parts that a report of this type usually has: one hint at the title, or at the first words, that lists them all. Elements are asked for where
 * the type is sure, sections only where most of the type's sections are there, so that it is plain that its skeleton is followed.
 */
export const missingParts: TypeRule = {
  code: 'missing-parts',
  check(document, known) {
    const { type, by } = known;
    // What is never closed may hide them.
    const { enclosure } = document.line(document.lineCount - 1).stateOut;
    if (type === undefined || enclosure === 'comment' || enclosure === 'code') {
      return [];
    }
    const parts = partsOf(document, type);
    const isSure = by !== 'headings' || (parts.kinds.has('closing') && missingSections(known, type, parts).length <= 1);
    const hasBody = parts.headings.length > 0 || parts.kinds.has('closing');
    const range = isSure && hasBody ? placeOf(document) : undefined;
    if (range === undefined) {
      return [];
    }
    const elements = isOfficial(known, type) ? missingElements(known, type, parts) : [];
    const sections = isNamed(known, type) ? missingSections(known, type, parts) : [];
    return elements.length + sections.length === 0
      ? []
      : [
          {
            severity: 'hint',
            range,
            message: 'A {0} usually has these parts as well: {1}.',
            args: [type.name, { words: elements, names: sections.map(({ name }) => name) }],
            ...(sections.length > 0 && { sections: sections.map(({ id }) => id) }),
          },
        ];
  },
};

function partsOf(document: ReportDocument, type: DocumentType): Parts {
  const kinds = new Set<LineKind>();
  const headings: string[] = [];
  const sections = new Set<string>();
  const index = SectionIndex.of(type);
  let hasSignature = false;
  for (const { syntax } of document.lines(0, headLines)) {
    kinds.add(syntax.kind);
  }
  for (const [number, { syntax }] of document.relatedLines()) {
    if (syntax.kind === 'attachmentStart') {
      break;
    }
    kinds.add(syntax.kind);
    if (syntax.kind === 'issueDate' && number > 0) {
      hasSignature ||= signedAbove(document, number);
    }
  }
  let looked = 0;
  for (const [number, line] of document.structuralLines()) {
    if (line.syntax.kind === 'attachmentStart' || ++looked > mostLines || headings.length >= mostHeadings) {
      break;
    }
    const heading = line.syntax.kind === 'heading' ? headingOf(number, line) : undefined;
    if (heading !== undefined) {
      const name = nameOf(heading);
      headings.push(name);
      for (const { id } of index.find(name)) {
        sections.add(id);
      }
    }
  }
  return { kinds, hasSignature: hasSignature || kinds.has('signature'), headings, sections };
}

/** A short line right above the date. */
function signedAbove(document: ReportDocument, date: number): boolean {
  for (let line = date - 1; line >= Math.max(0, date - 3); line--) {
    const record: Line = document.line(line);
    if (record.syntax.kind !== 'blank') {
      return maySign(record) || record.syntax.kind === 'signature';
    }
  }
  return false;
}

/** 关于…的报告, or said to be one; a company's 质量管理报告 is not sent to anybody. */
const isOfficial = ({ by, title }: KnownType, { name }: DocumentType): boolean =>
  by !== 'title' || title.includes('关于') || (name.length > 2 && title.endsWith(name));

/** Types whose texts are signed and dated, and name whom they go to; the others are read out (各位领导：), or often are attachments of something. */
const isSigned = ({ signature, addressee }: DocumentType): boolean =>
  signature.length > 0 && addressee !== '' && !/各位|同志们/.test(addressee);

function missingElements({ title }: KnownType, type: DocumentType, { kinds, hasSignature }: Parts): readonly string[] {
  const missing: string[] = [];
  if (title === '') {
    missing.push('title');
  } else if (!kinds.has('addressee') && isAddressed(type)) {
    missing.push('addressee');
  }
  if (type.sentAs === '请示' && !kinds.has('closing')) {
    missing.push('closing');
  }
  if (isSigned(type)) {
    if (!hasSignature) missing.push('signature');
    if (!kinds.has('issueDate')) missing.push('date of issue');
  }
  return missing;
}

/** Goes to one organ, in every variant. */
const isAddressed = ({ addressee, variants, direction, sentAs }: DocumentType): boolean =>
  addressee.includes('主送机关') &&
  (direction !== 'downward' || sentAs === '批复') &&
  !variants.some((variant) => variant.addressee === '');

/** 自查报告 by its very name; of a 报告 or a 请示 like many others the writer chooses the parts. */
const isNamed = ({ by, title, declared }: KnownType, { id, name }: DocumentType): boolean =>
  name.length > 2 && (by === 'frontMatter' ? declared === id || declared.includes(name) : title.includes(name));

/** Required sections that are not there; none where the report does not follow the skeleton. */
function missingSections(known: KnownType, type: DocumentType, { headings, sections }: Parts): readonly Section[] {
  const required = type.sections.filter(({ presence }) => presence === 'required');
  const missing = required.filter(({ id }) => !sections.has(id));
  const found = required.length - missing.length;
  const share = isNamed(known, type) ? 1 / 2 : 2 / 3;
  // A variant has sections of its own.
  const isVariant = type.variants.some((variant) => variant.sections.every((reference) => sections.has(reference.split('/')[0] as string)));
  return headings.length < 2 || found < 2 || found < required.length * share || isVariant ? [] : missing;
}

/** The title's words, or the first words of the report. */
function placeOf(document: ReportDocument): Range | undefined {
  const { lineCount } = parseFrontMatter(document);
  let line = lineCount;
  for (const { text, syntax } of document.lines(lineCount)) {
    if (syntax.kind !== 'blank' && syntax.kind !== 'comment' && syntax.kind !== 'documentNumber') {
      const start = syntax.kind === 'title' ? syntax.contentStart : text.length - text.trimStart().length;
      const words = /^[^，。；：,;:]{1,40}/.exec(text.slice(start))?.[0].trimEnd() ?? text.slice(start);
      return { start: { line, character: start }, end: { line, character: start + words.length } };
    }
    line += 1;
  }
  return undefined;
}
