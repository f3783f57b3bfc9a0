import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import { type Form, formOf } from './forms.ts';

/** What the front matter and the language say about how blocks are set; the same for all blocks of a report. */
export interface ReportForm {
  readonly form: Form;
  readonly seal: FrontMatter['seal'];
  /** Labels that the layout adds are Chinese. */
  readonly eastAsian: boolean;
}

/** Of a draft in Chinese without front matter. */
export const draftForm: ReportForm = { form: 'general', seal: undefined, eastAsian: true };

/** The form of a report with this front matter, in Chinese or not. */
export const reportFormOf = (frontMatter: FrontMatter, eastAsian: boolean): ReportForm => ({
  form: formOf(frontMatter),
  seal: frontMatter.seal,
  eastAsian,
});

export const isSameForm = (one: ReportForm, other: ReportForm): boolean =>
  one.form === other.form && one.seal === other.seal && one.eastAsian === other.eastAsian;
