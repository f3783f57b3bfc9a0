import type { Severity } from './rule.ts';

/** Where a rule comes from: a national standard (国标), the regulations on official documents (条例), or practice (实务), which prescribes nothing. */
export type SourceLevel = 'standard' | 'regulation' | 'practice';

/** A rule as the writer is told of it. */
export interface RuleInfo {
  /** The severity of most of its findings. */
  readonly severity: Severity;
  readonly scope: 'line' | 'section' | 'document';
  readonly level?: SourceLevel;
  /** The clause, as it is quoted in both languages: `GB/T 9704—2012 7.3.3`. */
  readonly clause?: string;
  /** `sure`: *Fix All* mends it; `offered`: the writer chooses. */
  readonly fix: 'sure' | 'offered' | 'none';
  /** English, and the key of its translation. */
  readonly summary: string;
}

/** Every rule of the engine and of the catalogue of types; docs/rules.md tells the same, a test compares them. */
const ruleTable = {
  'missing-data': { severity: 'warning', scope: 'line', fix: 'offered', summary: 'Data that nobody has sent yet.' },
  encoding: { severity: 'warning', scope: 'document', fix: 'none', summary: 'A file read in the wrong encoding, or no text at all.' },
  'front-matter': { severity: 'error', scope: 'document', fix: 'offered', summary: 'Front matter that cannot be read.' },
  unclosed: {
    severity: 'warning',
    scope: 'document',
    fix: 'offered',
    summary: 'A comment or a code block without its end hides what stands below.',
  },
  'heading-order': {
    severity: 'warning',
    scope: 'section',
    level: 'standard',
    clause: 'GB/T 9704—2012 7.3.3',
    fix: 'offered',
    summary: 'Numbers of headings skip or repeat.',
  },
  'heading-level': {
    severity: 'information',
    scope: 'section',
    level: 'standard',
    clause: 'GB/T 9704—2012 7.3.3',
    fix: 'none',
    summary: 'Headings leave out a level of numbers.',
  },
  'heading-end': {
    severity: 'warning',
    scope: 'section',
    level: 'standard',
    clause: 'GB/T 15834—2011 B.4',
    fix: 'sure',
    summary: 'A heading on a line of its own ends in a mark.',
  },
  'empty-section': {
    severity: 'information',
    scope: 'section',
    level: 'practice',
    fix: 'none',
    summary: 'A heading with nothing under it, among others with text.',
  },
  'number-mark': {
    severity: 'warning',
    scope: 'line',
    level: 'standard',
    clause: 'GB/T 15834—2011 B.3',
    fix: 'sure',
    summary: 'The mark after a number is not the one that belongs there.',
  },
  'number-brackets': {
    severity: 'information',
    scope: 'line',
    level: 'standard',
    clause: 'GB/T 9704—2012 7.3.3',
    fix: 'sure',
    summary: 'Brackets of a number are half-width, or of two sorts.',
  },
  'series-order': {
    severity: 'warning',
    scope: 'document',
    level: 'practice',
    fix: 'offered',
    summary: 'A series of points skips or repeats.',
  },
  'announced-count': {
    severity: 'warning',
    scope: 'document',
    level: 'practice',
    fix: 'offered',
    summary: 'More or fewer items are listed than the text announces.',
  },
  'title-form': {
    severity: 'information',
    scope: 'document',
    level: 'practice',
    fix: 'offered',
    summary: 'The title of an official document has not its usual form.',
  },
  'document-number': {
    severity: 'warning',
    scope: 'line',
    level: 'standard',
    clause: 'GB/T 9704—2012 7.2.5',
    fix: 'sure',
    summary: 'The document number has not its form.',
  },
  'date-form': {
    severity: 'warning',
    scope: 'line',
    level: 'standard',
    clause: 'GB/T 9704—2012 7.3.5.4',
    fix: 'sure',
    summary: 'The date of issue has not its form.',
  },
  'impossible-date': {
    severity: 'warning',
    scope: 'line',
    level: 'practice',
    fix: 'none',
    summary: 'A date that the calendar does not have.',
  },
  'date-range': {
    severity: 'warning',
    scope: 'line',
    level: 'practice',
    fix: 'none',
    summary: 'A range of dates ends before it begins.',
  },
  'date-order': {
    severity: 'warning',
    scope: 'document',
    level: 'practice',
    fix: 'none',
    summary: 'The report tells of a day after its date of issue.',
  },
  attachments: {
    severity: 'warning',
    scope: 'document',
    level: 'standard',
    clause: 'GB/T 9704—2012 7.3.4',
    fix: 'offered',
    summary: 'Attachments in the text, in the note and at the end do not agree.',
  },
  'figures-tables': {
    severity: 'warning',
    scope: 'document',
    level: 'practice',
    fix: 'none',
    summary: 'The text refers to a figure or table that is not there, or a figure is never referred to.',
  },
  'missing-parts': {
    severity: 'hint',
    scope: 'document',
    level: 'practice',
    fix: 'offered',
    summary: 'Parts that a report of this type usually has are missing.',
  },
  'closing-fit': {
    severity: 'warning',
    scope: 'document',
    level: 'practice',
    fix: 'offered',
    summary: 'The closing belongs to another type of document.',
  },
  'request-in-report': {
    severity: 'warning',
    scope: 'document',
    level: 'regulation',
    clause: '第十五条（四）',
    fix: 'none',
    summary: 'A report asks for approval.',
  },
} as const satisfies Readonly<Record<string, RuleInfo>>;

/** Codes of findings; the names under which rules are switched off. */
export type RuleCode = keyof typeof ruleTable;

export const ruleCodes = Object.keys(ruleTable) as readonly RuleCode[];

export const ruleInfo = (code: RuleCode): RuleInfo => ruleTable[code];
