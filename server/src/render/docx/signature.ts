import { Paragraph, Tab, TextRun } from 'docx';
import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import type { Block } from '../../engine/model/report.ts';
import { formOf } from '../layout/forms.ts';
import { sealOf, signaturePlan, signedLines } from '../layout/signaturePlan.ts';
import { printedWidth } from '../layout/widthInChars.ts';
import type { DocumentState } from './documentState.ts';
import { red } from './head.ts';
import { runsOf, textOf } from './runs.ts';
import { styleIds } from './styles.ts';

/**
 * The signature and its date (GB/T 9704-2012, 7.3.5): kept together, so that they never stand apart or alone on a page. `keepNext` for a note
 * that follows.
 */
export function signatureParagraphs(
  block: Extract<Block, { kind: 'signature' }>,
  frontMatter: FrontMatter,
  state: DocumentState,
  keepNext: boolean,
): Paragraph[] {
  const { char, line, width } = state.measures;
  const { layout } = state;
  const organs = block.organs.map(({ inlines }) => inlines);
  const seal = sealOf(frontMatter.seal, formOf(frontMatter), organs);
  const lines = signedLines(organs, seal);
  const widths = lines.map(({ organ, stamp }) => ({
    organ: printedWidth(textOf(organ)),
    ...(stamp === undefined ? {} : { stamp: printedWidth(textOf(stamp)) }),
  }));
  const date = block.date === undefined ? undefined : printedWidth(textOf(block.date.inlines));
  const rules = { chars: width / char, rightChars: layout.signatureRightChars, linesBefore: layout.linesBefore.signature };
  const plan = signaturePlan(widths, date, seal, rules);
  const signer = { font: { eastAsia: layout.fonts.signer.eastAsian[0] ?? '', hint: 'eastAsia' }, color: red } as const;
  return plan.map(({ linesBefore, places }, row) => {
    // From the left, so that first characters stand where they should even if a font's digits are wider than thought.
    const [first, ...others] = places.map(({ left }) => Math.round(left * char));
    const isLast = row === plan.length - 1;
    return new Paragraph({
      style: isLast ? styleIds.date : styleIds.signature,
      indent: { left: first ?? 0 },
      tabStops: others.map((position) => ({ type: 'left', position })),
      ...(linesBefore > 0 ? { spacing: { before: linesBefore * line } } : {}),
      ...(isLast ? { keepNext } : {}),
      children: places.flatMap(({ what, index }, place) => {
        const words = what === 'date' ? (block.date?.inlines ?? []) : (lines[index]?.[what] ?? []);
        return [...(place > 0 ? [new TextRun({ children: [new Tab()] })] : []), ...runsOf(words, state, what === 'stamp' ? signer : {})];
      }),
    });
  });
}
