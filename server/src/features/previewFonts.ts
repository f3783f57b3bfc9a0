import type { PreviewFont } from '../protocol/preview.ts';
import type { FontRole, PageLayout } from '../render/layout/pageLayout.ts';

/** What nearly every report prints; a writer is not told of fonts of rare things. */
const roles: readonly FontRole[] = ['body', 'title', 'heading1', 'heading2', 'blackLabel', 'organMark', 'signer', 'table', 'pageNumber'];

/** The fonts that a page layout names, each once, with what stands in where one is missing. */
export function previewFonts({ fonts }: PageLayout): readonly PreviewFont[] {
  const found = new Map<string, PreviewFont>();
  for (const role of roles) {
    const { eastAsian, latin } = fonts[role];
    for (const [name, ...standIns] of [eastAsian, latin]) {
      if (name !== undefined && !found.has(name)) found.set(name, { name, standIns });
    }
  }
  return [...found.values()];
}
