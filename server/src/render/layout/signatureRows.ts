import type { Block, Inline } from '../../engine/model/report.ts';
import { measuresOf } from './measures.ts';
import type { FontRole, PageLayout } from './pageLayout.ts';
import { breakParagraph, filled, printedText, styledRuns, widthOf } from './paragraphs.ts';
import type { ReportForm } from './reportForm.ts';
import type { Row, StyledRun } from './rows.ts';
import { sealOf, signaturePlan, signedLines } from './signaturePlan.ts';
import { printedWidth } from './widthInChars.ts';

type Signature = Extract<Block, { readonly kind: 'signature' }>;

/** 署名 and 成文日期 (GB/T 9704-2012, 7.3.5), as the plan that the DOCX follows too places them. */
export function signatureRows({ organs: lines, date }: Signature, layout: PageLayout, form: ReportForm): Row[] {
  const { width, cell, pitch } = measuresOf(layout);
  const organs = lines.map(({ inlines }) => inlines);
  const seal = sealOf(form.seal, form.form, organs);
  const signed = signedLines(organs, seal);
  const charsOf = (inlines: readonly Inline[]) => printedWidth(inlines.map(printedText).join(''));
  const widths = signed.map(({ organ, stamp }) => ({ organ: charsOf(organ), ...(stamp && { stamp: charsOf(stamp) }) }));
  const rules = { chars: width / cell, rightChars: layout.signatureRightChars, linesBefore: layout.linesBefore.signature };
  const rows: Row[] = [];
  for (const { linesBefore, places } of signaturePlan(widths, date && charsOf(date.inlines), seal, rules)) {
    if (linesBefore > 0) rows.push({ kind: 'gap', height: linesBefore * pitch });
    const runs = places.flatMap(({ what, index, left }, place) => {
      const inlines = what === 'date' ? (date?.inlines ?? []) : (signed[index]?.[what] ?? []);
      const role: FontRole = what === 'stamp' ? 'signer' : 'body';
      const next = places[place + 1];
      return upTo(styledRuns(inlines, role, layout), next && (next.left - left) * cell);
    });
    const [first] = places;
    const left = (first?.left ?? 0) * cell;
    const source = first?.what === 'date' ? date : lines[first?.index ?? 0];
    const kind = first?.what === 'date' ? 'date' : 'organ';
    rows.push(
      ...breakParagraph(runs, { kind, align: 'left', offset: { first: left, others: left }, sourceLine: source?.lineOffset ?? 0 }, layout),
    );
  }
  return rows;
}

/** The runs with the last one filled so that all take `room` points, up to the next text of the row. */
function upTo(runs: readonly StyledRun[], room: number | undefined): readonly StyledRun[] {
  const last = runs.at(-1);
  if (room === undefined || last === undefined) return runs;
  const before = runs.slice(0, -1);
  return [...before, filled(last, room - widthOf(before))];
}
