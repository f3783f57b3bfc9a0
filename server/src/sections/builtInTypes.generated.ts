// Made by scripts/buildSections.mjs from snippets/. Do not edit.
import type0 from '../../../snippets/zh-CN/self-inspection-report.json';
import type1 from '../../../snippets/zh-CN/work-summary.json';

/** The document types that come with the extension, as parsed from JSON. */
export const builtInTypes: readonly unknown[] = [
  type0,
  type1,
];
