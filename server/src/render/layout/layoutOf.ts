import type { ReportDocument } from '../../engine/document.ts';
import { parseFrontMatter } from '../../engine/model/parseFrontMatter.ts';
import type { PageLayout } from './pageLayout.ts';
import { common, plain, presets } from './presets.ts';

/** Lines that tell the language of a report. */
const sample = 40;
const han = /[\u3400-\u9fff]/;

/**
 * The layout of a report: the preset that its front matter names (`style:`); else the one for English reports where it is English; else
 * the one that the settings name; else the one most Word users set.
 */
export function layoutOf(document: ReportDocument, preset?: string): PageLayout {
  const { frontMatter } = parseFrontMatter(document);
  const named = (name: string | undefined): PageLayout | undefined => presets.find((layout) => layout.name === name);
  return named(frontMatter.style) ?? (isEnglish(document, frontMatter.language) ? plain : (named(preset) ?? common));
}

/** Says so itself, or has letters and no Chinese character in its first lines. */
function isEnglish(document: ReportDocument, language: string | undefined): boolean {
  if (language !== undefined) {
    return /^en\b/i.test(language);
  }
  let latin = false;
  for (const { text, syntax } of document.lines(0, sample)) {
    if (syntax.kind === 'frontMatter') {
      continue;
    }
    if (han.test(text)) {
      return false;
    }
    latin ||= /[A-Za-z]/.test(text);
  }
  return latin;
}
