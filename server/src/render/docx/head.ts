import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import { formOf, hasRedHead, type MarkRules, markRules } from '../layout/forms.ts';
import { jointMarkInset } from '../layout/headRows.ts';
import { headMeasures } from '../layout/officialMeasures.ts';
import { widestOf, widthInChars } from '../layout/widthInChars.ts';
import type { DocumentState } from './documentState.ts';
import { letterLabels } from './letterHead.ts';
import { eighthsOf, twipsOfMm, twipsOfPt } from './measures.ts';
import { textRuns } from './runs.ts';
import { styleIds } from './styles.ts';

const { leastMark, linesBeforeNumber, ruleBelow, ruledLeading, ruleWeight } = headMeasures;
export const red = 'FF0000';

/**
 * 版头 (GB/T 9704-2012, 7.2): copy number, secrecy and urgency at the upper left, one below the other; then, for an
 * issued report, the organ's mark, the document number, for an upward one the signers, and the red rule.
 */
export function headParagraphs(frontMatter: FrontMatter, state: DocumentState): (Paragraph | Table)[] {
  const label = (text: string, style: string): Paragraph => new Paragraph({ style, children: textRuns(text, state) });
  const labels = [
    ...(frontMatter.copyNumber ? [label(frontMatter.copyNumber, styleIds.flush)] : []),
    ...(frontMatter.secrecy ? [label(frontMatter.secrecy, styleIds.blackLabel)] : []),
    ...(frontMatter.urgency ? [label(frontMatter.urgency, styleIds.blackLabel)] : []),
  ];
  const number = frontMatter.documentNumber;
  if (!number || !hasRedHead(frontMatter)) return labels;
  const form = formOf(frontMatter);
  if (form === 'letter') return letterLabels(frontMatter, state);
  const rules = markRules[form];
  return [
    ...labels,
    ...markParagraphs(frontMatter.issuingOrgan ?? [], labels.length, rules, state),
    ...numberParagraphs(number, frontMatter.signers ?? [], rules, state),
  ];
}

/** Size of the mark in points: the layout's, or what lets the longest line fit. */
export function markSize(longest: number, room: number, state: DocumentState): number {
  const wanted = state.layout.fonts.organMark.size;
  return Math.max(leastMark, Math.min(wanted, Math.floor((room / 20 / Math.max(1, longest)) * 2) / 2));
}

function markParagraphs(organs: readonly string[], labels: number, rules: MarkRules, state: DocumentState): (Paragraph | Table)[] {
  const { measures, layout } = state;
  const top = twipsOfMm(rules.below + (layout.typeAreaInset ?? 0)) - labels * measures.line;
  const only = organs.length === 1 ? organs[0] : undefined;
  if (only !== undefined) {
    const text = only.endsWith(rules.suffix) || !state.eastAsian ? only : `${only}${rules.suffix}`;
    const size = markSize(widthInChars(text), measures.width, state);
    const pitch = Math.round(twipsOfPt(size) * 1.25);
    const before = Math.max(0, top - Math.round((pitch - twipsOfPt(size)) / 2));
    return [
      new Paragraph({
        style: styleIds.organMark,
        spacing: { before, line: pitch, lineRule: 'exact' },
        children: textRuns(text, state, { color: red, size: size * 2 }),
      }),
    ];
  }
  return [spacer(Math.max(0, top - Math.round(twipsOfPt(jointMarkInset(organs, layout)))), state), jointMark(organs, rules.suffix, state)];
}

/** An empty paragraph that takes `height` twips. */
function spacer(height: number, state: DocumentState): Paragraph {
  const line = Math.min(height, state.measures.line);
  return new Paragraph({
    style: styleIds.flush,
    spacing: { before: Math.max(0, height - line), line: Math.max(20, line), lineRule: 'exact' },
    keepNext: true,
  });
}

/** Several organs, the host first, “文件” to their right at half their height (7.2.4): a table without lines. */
function jointMark(organs: readonly string[], suffix: string, state: DocumentState): Table {
  const { width } = state.measures;
  const longest = widestOf(organs);
  const size = markSize(longest + 2.5, width, state);
  const side = Math.ceil(twipsOfPt(size) * 2.4);
  const names = Math.min(width - side, Math.ceil(twipsOfPt(size) * longest) + 120);
  const look = { color: red, size: size * 2 };
  const spacing = { line: Math.round(twipsOfPt(size) * 1.25), lineRule: 'exact' } as const;
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const margins = { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA };
  return new Table({
    width: { size: names + side, type: WidthType.DXA },
    columnWidths: [names, side],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    margins,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            width: { size: names, type: WidthType.DXA },
            children: organs.map(
              (organ) =>
                new Paragraph({
                  style: styleIds.organMark,
                  alignment: AlignmentType.DISTRIBUTE,
                  spacing,
                  children: textRuns(organ, state, look),
                }),
            ),
          }),
          new TableCell({
            width: { size: side, type: WidthType.DXA },
            verticalAlign: VerticalAlignTable.CENTER,
            children: [
              new Paragraph({
                style: styleIds.organMark,
                alignment: AlignmentType.RIGHT,
                spacing,
                children: textRuns(suffix, state, look),
              }),
            ],
          }),
        ],
      }),
    ],
  });
}

function numberParagraphs(number: string, signers: readonly string[], rules: MarkRules, state: DocumentState): Paragraph[] {
  const { measures } = state;
  // The line above the rule has hardly any leading: where programs differ in placing words within a line, the rule does not.
  const pitch = rules.rule ? twipsOfPt(state.layout.fonts.body.size + ruledLeading) : measures.line;
  const above = linesBeforeNumber * measures.line;
  const tight = { line: pitch, lineRule: 'exact', before: measures.line - pitch } as const;
  const space = Math.round(twipsOfMm(ruleBelow) / 20 - ruledLeading / 2);
  // Without a rule (10.2) the body begins two lines below the number.
  const after = rules.rule ? {} : { after: state.layout.linesBefore.title * measures.line };
  const rule = { bottom: { style: BorderStyle.SINGLE, size: eighthsOf(ruleWeight), space, color: red } };
  const border = rules.rule ? { border: rule } : {};
  if (signers.length === 0) {
    return [
      new Paragraph({
        style: styleIds.documentNumber,
        spacing: { ...tight, ...after, before: above + tight.before },
        ...border,
        children: textRuns(number, state),
      }),
    ];
  }
  // Two names a row (7.2.6); the number stands on the row of the last signer, one character in.
  const rows: (readonly string[])[] = [];
  for (let index = 0; index < signers.length; index += 2) rows.push(signers.slice(index, index + 2));
  const label = state.eastAsian ? '签发人：' : 'Signer: ';
  const name = widestOf(signers);
  const columns = signers.length > 1 ? 2 : 1;
  const { char } = measures;
  const labelAt = measures.width - Math.round(char * (1 + widthInChars(label) + columns * name + (columns - 1)));
  const namesAt = labelAt + Math.round(char * widthInChars(label));
  const secondAt = namesAt + Math.round(char * (name + 1));
  const tab = (): TextRun => new TextRun({ children: [new Tab()] });
  const signerFont = state.layout.fonts.signer.eastAsian[0] ?? '';
  return rows.map((names, index) => {
    const last = index === rows.length - 1;
    return new Paragraph({
      style: styleIds.documentNumber,
      alignment: AlignmentType.LEFT,
      ...(last ? { indent: { left: 0, firstLine: char }, ...border } : {}),
      spacing: { ...(last ? tight : {}), before: (index === 0 ? above : 0) + (last ? tight.before : 0) },
      tabStops: [labelAt, namesAt, secondAt].map((position) => ({
        type: 'left',
        position: Math.min(measures.width, Math.max(0, position)),
      })),
      children: [
        ...(last ? textRuns(number, state) : []),
        tab(),
        ...(index === 0 ? textRuns(label, state) : [tab()]),
        ...names.flatMap((signer, place) => [
          ...(place > 0 ? [tab()] : []),
          new TextRun({ text: signer, font: { eastAsia: signerFont, hint: 'eastAsia' } }),
        ]),
      ],
    });
  });
}
