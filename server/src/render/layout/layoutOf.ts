import type { ReportDocument } from '../../engine/document.ts';
import type { HouseStyle } from '../../engine/model/houseStyle.ts';
import { languageOf } from '../../engine/model/language.ts';
import { parseFrontMatter } from '../../engine/model/parseFrontMatter.ts';
import { applyHouseStyle } from './applyHouseStyle.ts';
import type { PageLayout } from './pageLayout.ts';
import { common, plain, presets } from './presets.ts';

/** What a layout is made of: a preset and the styles upon it, the last one strongest. */
export interface LayoutParts {
  readonly base: PageLayout;
  readonly styles: readonly HouseStyle[];
}

/**
 * What the layout of a report is made of: the preset that its front matter names (`style:`) or its style file stands on; else the one for
 * English reports where it is English; else the one that the settings name; else the one most Word users set.
 */
export function layoutParts(document: ReportDocument, preset?: string, styleFile?: HouseStyle): LayoutParts {
  const { frontMatter } = parseFrontMatter(document);
  const named = (name: string | undefined): PageLayout | undefined => presets.find((layout) => layout.name === name);
  const base = named(frontMatter.style) ?? named(styleFile?.preset) ?? (languageOf(document) === 'en' ? plain : (named(preset) ?? common));
  const styles = [styleFile, frontMatter.houseStyle].filter((style) => style !== undefined);
  return { base, styles };
}

/**
 * The layout of a report. `styleFile` is what the file says that the report names. The same parts give the same object, so layouts can be
 * compared by identity.
 */
export function layoutOf(document: ReportDocument, preset?: string, styleFile?: HouseStyle): PageLayout {
  const { base, styles } = layoutParts(document, preset, styleFile);
  const layout = styles.length === 0 ? base : styled(base, styles);
  return languageOf(document) === 'en' ? withLatinMarks(layout) : layout;
}

/** By the layout they were made of. Owner: this module. */
const latin = new WeakMap<PageLayout, PageLayout>();

function withLatinMarks(layout: PageLayout): PageLayout {
  const found = latin.get(layout) ?? { ...layout, latinMarks: true, flushHeadings: { linesBefore: 0.5 } };
  latin.set(layout, found);
  return found;
}

/** Layouts made last, by what they were made of. Owner: this module; an entry is never wrong, only forgotten. */
const known = new Map<string, PageLayout>();
const mostKnown = 50;

function styled(base: PageLayout, styles: readonly HouseStyle[]): PageLayout {
  const key = JSON.stringify([base.name, styles]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const layout = applyHouseStyle(base, mergedStyle(styles));
  if (known.size >= mostKnown) known.clear();
  known.set(key, layout);
  return layout;
}

/** Styles as one: later ones win, key by key and role by role. A number of lines and a pitch in different styles do not mix. */
export function mergedStyle(styles: readonly HouseStyle[]): HouseStyle {
  let merged: HouseStyle = {};
  for (const style of styles) {
    const { pitch, lines, ...rest } = merged;
    const ownGrid = style.pitch !== undefined || style.lines !== undefined;
    merged = {
      ...(ownGrid ? rest : merged),
      ...style,
      margins: { ...merged.margins, ...style.margins },
      fonts: { ...merged.fonts, ...style.fonts },
      sizes: { ...merged.sizes, ...style.sizes },
      bold: { ...merged.bold, ...style.bold },
    };
  }
  return merged;
}
