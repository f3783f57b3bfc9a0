import type { Seal } from '../../engine/model/frontMatter.ts';
import type { Inline, Report } from '../../engine/model/report.ts';
import { formOf } from '../../render/layout/forms.ts';
import type { PageLayout } from '../../render/layout/pageLayout.ts';
import { printedText } from '../../render/layout/paragraphs.ts';
import { sealOf as sealBy, signaturePlan, signedLines } from '../../render/layout/signaturePlan.ts';
import { printedWidth } from '../../render/layout/widthInChars.ts';
import { pageTwips } from '../pageTwips.ts';
import type { WordBlock } from '../word/model.ts';

const seals: readonly Seal[] = ['none', 'seal', 'stamp'];
/** Twips that rounding may make a difference of. */
const tolerance = 4;

const textOf = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'footnoteReference' ? '' : printedText(inline))).join('');

/**
 * How a document of our export is signed, told by where its signature stands (GB/T 9704-2012, 7.3.5); `undefined` where that is the form's own
 * way, or where it cannot be told.
 */
export function sealOf(blocks: readonly WordBlock[], report: Report, layout: PageLayout | undefined): Seal | undefined {
  const signature = report.blocks.find((block) => block.kind === 'signature');
  if (signature?.kind !== 'signature' || layout === undefined) return undefined;
  const from = blocks.findIndex((block) => block.kind === 'paragraph' && /^(?:signature|date)$/.test(block.style));
  const lefts: number[] = [];
  for (const block of blocks.slice(Math.max(0, from))) {
    if (block.kind !== 'paragraph' || !/^(?:signature|date)$/.test(block.style)) break;
    lefts.push(block.left ?? 0);
    if (block.style === 'date') break;
  }
  const { char, width } = pageTwips(layout);
  const organs = signature.organs.map(({ inlines }) => inlines);
  const date = signature.date === undefined ? undefined : printedWidth(textOf(signature.date.inlines));
  const rules = { chars: width / char, rightChars: layout.signatureRightChars, linesBefore: layout.linesBefore.signature };
  const fits = (seal: Seal): boolean => {
    const widths = signedLines(organs, seal).map(({ organ, stamp }) => ({
      organ: printedWidth(textOf(organ)),
      ...(stamp === undefined ? {} : { stamp: printedWidth(textOf(stamp)) }),
    }));
    const rows = signaturePlan(widths, date, seal, rules).map(({ places }) => Math.round((places[0]?.left ?? 0) * char));
    return rows.length === lefts.length && rows.every((left, index) => Math.abs(left - (lefts[index] ?? 0)) <= tolerance);
  };
  const own = sealBy(report.frontMatter.seal, formOf(report.frontMatter), organs);
  return fits(own) ? undefined : seals.find(fits);
}
