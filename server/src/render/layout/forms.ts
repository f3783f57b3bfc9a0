import type { FrontMatter } from '../../engine/model/frontMatter.ts';

/** The forms of GB/T 9704-2012: the general one (7), letter (10.1), order (10.2) and minutes (10.3). */
export type Form = 'general' | 'letter' | 'order' | 'minutes';

/** What the organ's mark is in a form that has one on the first page's type area. */
export interface MarkRules {
  /** What is put behind the organ's name, unless the name ends so. */
  readonly suffix: string;
  /** From the upper edge of the type area to the mark's, in mm. */
  readonly below: number;
  /** Whether a red rule stands under the document number. */
  readonly rule: boolean;
}

export const markRules: Readonly<Record<Exclude<Form, 'letter'>, MarkRules>> = {
  general: { suffix: '文件', below: 35, rule: true },
  minutes: { suffix: '纪要', below: 35, rule: true },
  order: { suffix: '令', below: 20, rule: false },
};

const forms: readonly (readonly [form: Form, types: readonly string[]])[] = [
  ['letter', ['函', '复函', 'letter']],
  ['order', ['命令', '令', '命令（令）', '命令(令)', 'order']],
  ['minutes', ['纪要', '会议纪要', 'minutes', 'meeting-minutes']],
];

/**
 * Whether a report has a red head: it does once it is issued, that is, has an organ and a document number. A cover says both instead.
 */
export const hasRedHead = ({ issuingOrgan, documentNumber, cover }: FrontMatter): boolean =>
  (issuingOrgan?.length ?? 0) > 0 && Boolean(documentNumber) && cover !== true;

/** The form a report is laid out in. Only an issued report has a form of its own; drafts of all types are general. */
export function formOf(frontMatter: FrontMatter): Form {
  const type = frontMatter.documentType?.trim();
  if (type === undefined || !hasRedHead(frontMatter)) return 'general';
  return forms.find(([, types]) => types.includes(type))?.[0] ?? 'general';
}
