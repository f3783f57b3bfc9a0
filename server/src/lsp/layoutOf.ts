import type { Report } from '../engine/model/report.ts';
import type { PageLayout } from '../render/layout/pageLayout.ts';
import { common, presets } from '../render/layout/presets.ts';

/** The preset that the front matter names (`style:`), or the common one. */
export function layoutOf({ frontMatter: { style } }: Pick<Report, 'frontMatter'>): PageLayout {
  return presets.find(({ name }) => name === style) ?? common;
}
