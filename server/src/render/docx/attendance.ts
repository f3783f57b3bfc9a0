import { Paragraph } from 'docx';
import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import type { Inline } from '../../engine/model/report.ts';
import { attendanceOf, linesBeforeAttendance } from '../layout/attendanceRows.ts';
import { formOf } from '../layout/forms.ts';
import { widthInChars } from '../layout/widthInChars.ts';
import type { DocumentState } from './documentState.ts';
import { runsOf, textRuns } from './runs.ts';
import { styleIds } from './styles.ts';

/**
 * Who was present at a meeting (GB/T 9704-2012, 10.3): two characters in, the label in 黑体, lines that go on aligned
 * after the colon. Undefined for any other paragraph and outside minutes.
 */
export function attendanceParagraph(inlines: readonly Inline[], frontMatter: FrontMatter, state: DocumentState): Paragraph | undefined {
  if (formOf(frontMatter) !== 'minutes') return undefined;
  const attendance = attendanceOf(inlines);
  if (attendance === undefined) return undefined;
  const { name, rest } = attendance;
  const before = linesBeforeAttendance(attendance) * state.measures.line;
  const start = state.layout.firstLineIndentChars * state.measures.char;
  const left = start + Math.round(widthInChars(`${name}：`) * state.measures.char);
  return new Paragraph({
    style: styleIds.flush,
    indent: { left, hanging: left - start },
    ...(before > 0 ? { spacing: { before } } : {}),
    // 黑体 is the font of first-level headings too; its character style serves here.
    children: [...textRuns(name, state, { style: styleIds.headingCharacters[0] }), ...textRuns('：', state), ...runsOf(rest, state)],
  });
}
