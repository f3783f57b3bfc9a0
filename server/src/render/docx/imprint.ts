import {
  BorderStyle,
  HeightRule,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import { formOf } from '../layout/forms.ts';
import { imprintRules } from '../layout/officialMeasures.ts';
import { widthInChars } from '../layout/widthInChars.ts';
import type { DocumentState } from './documentState.ts';
import { eighthsOf, twipsOfMm, twipsOfPt } from './measures.ts';
import { textRuns } from './runs.ts';
import { styleIds } from './styles.ts';

const thick = { style: BorderStyle.SINGLE, size: eighthsOf(imprintRules.thick), color: '000000' };
const thin = { style: BorderStyle.SINGLE, size: eighthsOf(imprintRules.thin), color: '000000' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/**
 * 版记 (7.4): copies to, printing organ and date, between rules as wide as the type area, the last one on its lower
 * edge. It floats at the foot of the page on which the last paragraph stands. Nothing without 抄送 and 印发机关.
 */
export function imprintParagraphs(frontMatter: FrontMatter, state: DocumentState): (Paragraph | Table)[] {
  const { width } = state.measures;
  const size = twipsOfPt(state.layout.fonts.imprint.size);
  const copies = frontMatter.copiesTo ?? [];
  // A letter's imprint has neither printing organ nor rules (10.1).
  const letter = formOf(frontMatter) === 'letter';
  const printer = letter ? undefined : frontMatter.printingOrgan;
  const date = letter ? undefined : frontMatter.printingDate;
  const rows: Paragraph[] = [];
  if (copies.length > 0) {
    const label = state.eastAsian ? '抄送：' : 'Copies to: ';
    const at = Math.round(size * (1 + widthInChars(label)));
    rows.push(
      new Paragraph({
        style: styleIds.imprint,
        indent: { left: at, hanging: at - size, right: size },
        children: textRuns(`${label}${listOf(copies, state)}`, state),
      }),
    );
  }
  if (printer || date) {
    const printed = date ? (state.eastAsian && !date.endsWith('印发') ? `${date}印发` : date) : '';
    rows.push(
      new Paragraph({
        style: styleIds.imprint,
        indent: { left: size, right: size },
        tabStops: [{ type: 'right', position: width - size }],
        children: [...textRuns(printer ?? '', state), new TextRun({ children: [new Tab()] }), ...textRuns(printed, state)],
      }),
    );
  }
  if (rows.length === 0) return [];
  const table = new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    borders: {
      ...(letter ? { top: none, bottom: none } : { top: thick, bottom: thick }),
      left: none,
      right: none,
      insideHorizontal: thin,
      insideVertical: none,
    },
    float: {
      // From the page's edge, not the margin's: LibreOffice lets a table this wide float only then.
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: twipsOfMm(state.layout.margins.left),
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      leftFromText: 0,
      rightFromText: 0,
    },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          height: { value: Math.round(size * 1.6), rule: HeightRule.ATLEAST },
          children: [new TableCell({ width: { size: width, type: WidthType.DXA }, verticalAlign: 'center', children: [row] })],
        }),
    ),
  });
  // The paragraph that the table hangs on: as small as can be, so that it opens no page of its own.
  return [table, new Paragraph({ style: styleIds.flush, spacing: { line: 20, lineRule: 'exact' }, run: { size: 2 } })];
}

/** Organs of one level joined by “，”, closed by “。” (7.4.2), unless the writer closed the list. */
function listOf(copies: readonly string[], state: DocumentState): string {
  const joined = copies.join(state.eastAsian ? '，' : ', ');
  return /[。.]$/.test(joined) ? joined : `${joined}${state.eastAsian ? '。' : '.'}`;
}
