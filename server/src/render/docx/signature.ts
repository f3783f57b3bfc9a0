import { Paragraph } from 'docx';
import type { Block } from '../../engine/model/report.ts';
import { signatureIndents } from '../layout/signatureIndents.ts';
import { printedWidth } from '../layout/widthInChars.ts';
import type { DocumentState } from './documentState.ts';
import { runsOf, textOf } from './runs.ts';
import { styleIds } from './styles.ts';

/** The signature and its date: kept together, so that they never stand apart or alone on a page. `keepNext` for a note that follows. */
export function signatureParagraphs(block: Extract<Block, { kind: 'signature' }>, state: DocumentState, keepNext: boolean): Paragraph[] {
  const { char, line } = state.measures;
  const organs = block.organs.map((organ) => printedWidth(textOf(organ.inlines)));
  const date = block.date === undefined ? undefined : printedWidth(textOf(block.date.inlines));
  const indents = signatureIndents(organs, date, state.layout.signatureRightChars);
  // From the left, so that first characters stand where they should even if a font's digits are wider than thought.
  const at = (right: number, width: number): { left: number } => ({
    left: Math.max(0, Math.round(state.measures.width - (right + width) * char)),
  });
  const before = { spacing: { before: state.layout.linesBefore.signature * line } };
  const paragraphs = block.organs.map(
    (organ, index) =>
      new Paragraph({
        style: styleIds.signature,
        indent: at(indents.organs[index] ?? 0, organs[index] ?? 0),
        ...(index === 0 ? before : {}),
        ...(block.date === undefined && index === block.organs.length - 1 ? { keepNext } : {}),
        children: runsOf(organ.inlines, state),
      }),
  );
  if (block.date !== undefined) {
    paragraphs.push(
      new Paragraph({
        style: styleIds.date,
        indent: at(indents.date, date ?? 0),
        keepNext,
        ...(paragraphs.length === 0 ? before : {}),
        children: runsOf(block.date.inlines, state),
      }),
    );
  }
  return paragraphs;
}
