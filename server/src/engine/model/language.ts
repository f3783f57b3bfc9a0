import type { ReportDocument } from '../document.ts';
import { parseFrontMatter } from './parseFrontMatter.ts';

export type ReportLanguage = 'zh-CN' | 'en';

/** Lines that tell the language of a report. */
const sample = 40;
const han = /[\u3400-\u9fff]/;

/** English where the front matter says so, or where the first lines have letters and no Chinese character; else Chinese. */
export function languageOf(document: ReportDocument): ReportLanguage {
  const { language } = parseFrontMatter(document).frontMatter;
  if (language !== undefined) {
    return /^en\b/i.test(language) ? 'en' : 'zh-CN';
  }
  let latin = false;
  for (const { text, syntax } of document.lines(0, sample)) {
    if (syntax.kind === 'frontMatter') {
      continue;
    }
    if (han.test(text)) {
      return 'zh-CN';
    }
    latin ||= /[A-Za-z]/.test(text);
  }
  return latin ? 'en' : 'zh-CN';
}
