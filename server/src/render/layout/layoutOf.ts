import type { ReportDocument } from '../../engine/document.ts';
import { languageOf } from '../../engine/model/language.ts';
import { parseFrontMatter } from '../../engine/model/parseFrontMatter.ts';
import type { PageLayout } from './pageLayout.ts';
import { common, plain, presets } from './presets.ts';

/**
 * The layout of a report: the preset that its front matter names (`style:`); else the one for English reports where it is English; else
 * the one that the settings name; else the one most Word users set.
 */
export function layoutOf(document: ReportDocument, preset?: string): PageLayout {
  const { frontMatter } = parseFrontMatter(document);
  const named = (name: string | undefined): PageLayout | undefined => presets.find((layout) => layout.name === name);
  return named(frontMatter.style) ?? (languageOf(document) === 'en' ? plain : (named(preset) ?? common));
}
