import { AlignmentType, Paragraph } from 'docx';
import type { Report } from '../../engine/model/report.ts';
import { coverLines } from '../layout/cover.ts';
import type { FontRole } from '../layout/pageLayout.ts';
import type { DocumentState } from './documentState.ts';
import { titleRuns } from './paragraphs.ts';
import { runsOf } from './runs.ts';
import { styleIds } from './styles.ts';

const stylesByRole: Readonly<Partial<Record<FontRole, string>>> = { title: styleIds.coverTitle, heading3: styleIds.coverText };

/** The cover page's paragraphs; none for a report without cover. */
export function coverParagraphs({ frontMatter, blocks }: Report, state: DocumentState): Paragraph[] {
  const { line } = state.measures;
  return coverLines(frontMatter, blocks, state.layout).map(
    ({ inlines, role, align, linesBefore }) =>
      new Paragraph({
        style: stylesByRole[role] ?? styleIds.flush,
        alignment: align === 'right' ? AlignmentType.RIGHT : AlignmentType.CENTER,
        ...(linesBefore > 0 ? { spacing: { before: linesBefore * line } } : {}),
        children: role === 'title' ? titleRuns([{ inlines, lineOffset: 0 }], state.layout.fonts.title, state) : runsOf(inlines, state),
      }),
  );
}
