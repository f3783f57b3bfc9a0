import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import type { Block } from '../../engine/model/report.ts';
import { titleLines } from './breakBlock.ts';
import { coverLines } from './cover.ts';
import { measuresOf } from './measures.ts';
import type { FontRole, PageLayout } from './pageLayout.ts';
import { breakParagraph, styledRuns } from './paragraphs.ts';
import type { ParagraphKind, Row } from './rows.ts';

const kinds: Readonly<Partial<Record<FontRole, ParagraphKind>>> = { title: 'title', heading3: 'heading3' };

/** The rows of the cover page; none without one. */
export function coverRows(frontMatter: FrontMatter, blocks: readonly Block[], layout: PageLayout): readonly Row[] {
  const { pitch } = measuresOf(layout);
  const lines = coverLines(frontMatter, blocks, layout);
  const isOneTitle = lines.filter(({ role }) => role === 'title').length === 1;
  return lines.flatMap(({ inlines, role, align, linesBefore }): readonly Row[] => {
    const kind = kinds[role] ?? 'headLine';
    const shape = { kind, align, ...(role === 'title' ? { pitch: layout.titlePitchPt } : {}) };
    // A title typed on one line is broken by sense, as on the first page.
    const parts = role === 'title' && isOneTitle ? titleLines([{ inlines, lineOffset: 0 }], layout) : [{ inlines }];
    const rows = parts.flatMap((part) => breakParagraph(styledRuns(part.inlines, role, layout), shape, layout));
    return linesBefore > 0 ? [{ kind: 'gap', height: linesBefore * pitch, stays: true }, ...rows] : rows;
  });
}
