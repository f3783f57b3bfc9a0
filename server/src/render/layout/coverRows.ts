import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import type { Block } from '../../engine/model/report.ts';
import { coverLines } from './cover.ts';
import { measuresOf } from './measures.ts';
import type { FontRole, PageLayout } from './pageLayout.ts';
import { breakParagraph, styledRuns } from './paragraphs.ts';
import type { ParagraphKind, Row } from './rows.ts';

const kinds: Readonly<Partial<Record<FontRole, ParagraphKind>>> = { title: 'title', heading3: 'heading3' };

/** The rows of the cover page; none without one. */
export function coverRows(frontMatter: FrontMatter, blocks: readonly Block[], layout: PageLayout): readonly Row[] {
  const { pitch } = measuresOf(layout);
  return coverLines(frontMatter, blocks, layout).flatMap(({ inlines, role, align, linesBefore }): readonly Row[] => {
    const kind = kinds[role] ?? 'headLine';
    const shape = { kind, align, ...(role === 'title' ? { pitch: layout.titlePitchPt } : {}) };
    const rows = breakParagraph(styledRuns(inlines, role, layout), shape, layout);
    return linesBefore > 0 ? [{ kind: 'gap', height: linesBefore * pitch, stays: true }, ...rows] : rows;
  });
}
