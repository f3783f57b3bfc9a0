import { parseFrontMatter } from '../../model/parseFrontMatter.ts';
import type { DocumentRule } from '../rule.ts';

/** Front matter that is not closed or is no YAML, at the place of the error. */
export const frontMatter: DocumentRule = {
  code: 'front-matter',
  scope: 'document',
  check: (document) => parseFrontMatter(document).problems,
};
