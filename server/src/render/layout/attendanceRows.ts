import type { Inline } from '../../engine/model/report.ts';
import { measuresOf } from './measures.ts';
import type { PageLayout } from './pageLayout.ts';
import { addedRun, breakParagraph, styledRuns } from './paragraphs.ts';
import type { Row } from './rows.ts';
import { widthInChars } from './widthInChars.ts';

const label = /^\s*((?:出席|请假|列席|缺席|主持|记录)(?:人员|人)?)[：:]/;

export interface Attendance {
  /** 出席, 请假, 列席. */
  readonly name: string;
  /** Who. */
  readonly rest: readonly Inline[];
}

/** Who was present at a meeting (GB/T 9704-2012, 10.3), if the words of a paragraph say so. */
export function attendanceOf(inlines: readonly Inline[]): Attendance | undefined {
  const [first, ...rest] = inlines;
  const match = first?.kind === 'text' ? label.exec(first.text) : null;
  if (first?.kind !== 'text' || match === null) return undefined;
  const [whole, name = ''] = match;
  return { name, rest: [{ ...first, text: first.text.slice(whole.length), start: first.start + whole.length }, ...rest] };
}

/** Empty lines above an attendance paragraph: one above 出席, which comes first (10.3). */
export const linesBeforeAttendance = ({ name }: Attendance): number => (name.startsWith('出席') ? 1 : 0);

/** Two characters in, the label in 黑体, lines that go on aligned after the colon. */
export function attendanceRows(attendance: Attendance, layout: PageLayout): readonly Row[] {
  const { name, rest } = attendance;
  const { cell, pitch } = measuresOf(layout);
  const first = layout.firstLineIndentChars * cell;
  const runs = [addedRun(name, 'blackLabel', layout), addedRun('：', 'body', layout), ...styledRuns(rest, 'body', layout)];
  const offset = { first, others: first + widthInChars(`${name}：`) * cell };
  const before = linesBeforeAttendance(attendance);
  const rows = breakParagraph(runs, { kind: 'body', offset }, layout);
  return before === 0 ? rows : [{ kind: 'gap', height: before * pitch }, ...rows];
}
