import { chartFontSize } from '../layout/chartBlock.ts';
import { cellPadding } from '../layout/columnWidths.ts';
import { runningHeadTop } from '../layout/cover.ts';
import { notePitch, noteRule } from '../layout/footnotes.ts';
import { formulaMargin } from '../layout/formulaBlock.ts';
import { markSpacing, ruledPitch } from '../layout/headRows.ts';
import { imprintPitch } from '../layout/imprintRows.ts';
import { measuresOf, toPoints } from '../layout/measures.ts';
import { headMeasures, letterMeasures } from '../layout/officialMeasures.ts';
import { landscapeLayout } from '../layout/orientation.ts';
import type { Font, FontRole, PageLayout } from '../layout/pageLayout.ts';
import { superscriptScale } from '../layout/paragraphs.ts';
import { looseMargins, looseSpacing } from '../layout/pictures.ts';
import type { ParagraphKind } from '../layout/rows.ts';
import { smallerSizes } from '../layout/tableLayout.ts';
import { tableNoteMargin } from '../layout/tables.ts';
import { roleOfKind } from './lineHtml.ts';

/** Half cells: the widest indent that has a class. */
const widestIndent = 80;
/** Only what Latin fonts shall draw: quotation marks, dashes and ellipses stay with the East Asian font, a cell wide. */
const latinRange = 'U+0020-00A0,U+00A3,U+00A5,U+00A9,U+00AE,U+00C0-024F,U+0370-04FF,U+1E00-1EFF,U+20A0-20BF';

/** These too, in a report that is not Chinese. */
const markRange = 'U+2010-2026';

const points = (value: number): string => `${Math.round(value * 1000) / 1000}pt`;
/** A family name in quotes; what could end the string is left out. */
const quoted = (name: string): string => `"${name.replace(/[^\p{L}\p{N} _.+-]/gu, '')}"`;

/** A family that stands for the first Latin font there is, for Latin letters only. */
function latinFace(name: string, { latin }: Font, range: string): string {
  const sources = (suffix: string) => latin.map((family) => `local(${quoted(`${family}${suffix}`)})`).join(',');
  return (
    `@font-face{font-family:${quoted(name)};font-weight:400;src:${sources('')};unicode-range:${range}}\n` +
    `@font-face{font-family:${quoted(name)};font-weight:700;src:${sources(' Bold')},${sources('')};unicode-range:${range}}`
  );
}

/**
 * Style rules for pages of this layout, with every number of it; no rule reaches outside `.page`. Nothing in it comes from a report, but fonts a style
 * file names: those are reduced to letters, digits and blanks.
 */
export function pageStyle(layout: PageLayout): string {
  const { paper, margins, pageNumber, fonts } = layout;
  const { pitch, cell, letterSpacing } = measuresOf(layout);
  const inset = layout.typeAreaInset ?? 0;
  const half = cell / 2;
  const rules: string[] = [];
  const faces = new Map<string, string>();
  const familyOf = (font: Font): string => {
    const key = font.latin.join(',');
    let name = faces.get(key);
    if (name === undefined) {
      name = `report latin ${faces.size + 1}`;
      faces.set(key, name);
      rules.push(latinFace(name, font, layout.latinMarks ? `${latinRange},${markRange}` : latinRange));
    }
    return [name, ...font.eastAsian].map(quoted).concat('serif').join(',');
  };
  const fontRule = (selector: string, font: Font) =>
    `${selector}{font-family:${familyOf(font)};font-size:${points(font.size)};font-weight:${font.bold ? 700 : 400};letter-spacing:${font.size === fonts.body.size ? points(letterSpacing) : 'normal'}}`;

  rules.push(
    `.page{position:relative;box-sizing:border-box;width:${paper.width}mm;height:${paper.height}mm;overflow:hidden;background:#fff;color:#000;font-kerning:none;font-variant-ligatures:none;text-autospace:no-autospace;text-spacing-trim:space-all}`,
    `.page .area{position:absolute;left:${margins.left}mm;top:${margins.top}mm;right:${margins.right}mm;bottom:${margins.bottom}mm}`,
    `.page .p,.page .table,.page .picture{margin:0;padding:0}`,
    '.page .gap,.page .ruled{display:block}',
    '.page .ruled{background:#000;print-color-adjust:exact;-webkit-print-color-adjust:exact}.page .ruled.red{background:#e60012}',
    '.page .rule{line-height:0}.page .rule .ruled{margin:0 auto}',
    `.page .overlay{position:absolute;left:0;top:0;width:100%}`,
    '.page .foot{position:absolute;left:0;right:0;bottom:0}',
    `.page .notes .ruled{margin:${points((noteRule.height - noteRule.weight) / 2)} 0}`,
    `.page .joint{margin:0 auto;border-collapse:collapse;table-layout:fixed}.page .joint td{padding:0;vertical-align:middle}`,
    '.page .joint td:first-child .line{text-align:justify;text-align-last:justify}.page .joint td:last-child .line{text-align:right}',
    '.page .line.inset{display:flex}.page .blank{flex:none;display:block}.page .rest{flex:1;min-width:0}',
    `.page .line{display:block;height:${points(pitch)};line-height:${points(pitch)};white-space:pre;text-align:left}`,
    // Every line but the last is stretched to its end, whatever font stands in, so it always ends where the layout says.
    '.page .a-justify .line{text-align:justify;text-align-last:justify}',
    '.page .a-justify .line.end{text-align:left;text-align-last:left}',
    '.page .a-center .line{text-align:center}.page .a-right .line{text-align:right}',
    // Lines that are not stretched show the space between Chinese characters and digits that they are measured with.
    '.page .a-left .line,.page .a-center .line,.page .a-right .line,.page .a-justify .line.end{text-autospace:normal}',
    // A blank of the wanted width and the words lie in one cell of a grid.
    '.page .tab{display:inline-grid;vertical-align:top;letter-spacing:normal;text-align:left;text-align-last:left}.page .tab>*{grid-area:1/1}',
    '.page .line.led{display:flex;padding-right:0}.page .leader{flex:1;margin:0 .3em;border-bottom:1px dotted;height:.75em;opacity:.6}',
    '.page .hang{display:inline-block;width:0}',
    '.page .bold{font-weight:700}',
    `.page sup{font-size:${superscriptScale}em;line-height:0}`,
    '.page a{color:#0563c1}',
    '.page .missing{background:#ffe58f;color:#000;box-shadow:0 1px 0 #ad6800}',
    '.page .k-organMark{color:#e60012}',
    `.page .table{width:100%;table-layout:fixed;border-collapse:collapse}`,
    `.page .table th,.page .table td{border:.5pt solid #000;padding:0 ${points(cellPadding - 0.25)};vertical-align:middle;font-weight:inherit}`,
    `.page .picture{padding-bottom:${looseMargins.after}pt;text-align:center;line-height:0}`,
    '.page .picture img{display:inline-block;vertical-align:top}',
    `.page .picture-missing{display:inline-flex;box-sizing:border-box;width:60%;height:${points(4 * pitch)};align-items:center;justify-content:center;border:1pt dashed #a8071a;color:#a8071a;line-height:1.4;white-space:normal;overflow:hidden;overflow-wrap:anywhere;font-size:${fonts.caption.size}pt}`,
    '.page .chart svg{display:inline-block;vertical-align:top;overflow:hidden}',
    `.page .formula{display:flex;align-items:center;justify-content:center;overflow:hidden;white-space:nowrap;padding-bottom:${formulaMargin}pt}.page .formula .strut{flex:none}`,
    '.page .math-left{text-align:left}.page .math-right{text-align:right}.page .math-center{text-align:center}.page .math-tight{padding-left:0;padding-right:0}',
    `.page .k-tableNote:not(.continued) .line:first-child{margin-top:${tableNoteMargin}pt}`,
    `.page .k-caption .line:last-child{margin-bottom:${looseMargins.after}pt}`,
  );
  const pitches: readonly (readonly [ParagraphKind, number])[] = [
    ['title', layout.titlePitchPt],
    ['attachmentTitle', layout.titlePitchPt],
    ['organMark', fonts.organMark.size * markSpacing],
    ['ruledNumber', ruledPitch(layout)],
    ['imprint', imprintPitch(layout)],
    ['code', fonts.code.size * looseSpacing],
    ['footnote', notePitch(layout)],
    ['caption', fonts.caption.size * looseSpacing],
    ['tableNote', fonts.footnote.size * looseSpacing],
  ];
  for (const [kind, height] of pitches) rules.push(`.page .k-${kind} .line{height:${points(height)};line-height:${points(height)}}`);
  const tablePitch = (size: number) => `height:${points(size * looseSpacing)};line-height:${points(size * looseSpacing)}`;
  rules.push(`.page .table .line{${tablePitch(fonts.table.size)}}`);
  for (const [kind, role] of Object.entries(roleOfKind)) if (kind !== 'cell') rules.push(fontRule(`.page .k-${kind}`, fonts[role]));
  rules.push(fontRule('.page .table', fonts.table));
  for (const size of smallerSizes)
    rules.push(`${fontRule(`.page .t-${size * 2}`, { ...fonts.table, size })}.page .t-${size * 2} .line{${tablePitch(size)}}`);
  rules.push(fontRule('.page .chart', { ...fonts.footnote, size: chartFontSize(layout) }));
  rules.push(
    `.page .formula{font-size:${points(fonts.body.size)}}.page math{font-family:"Cambria Math","STIX Two Math","Latin Modern Math",math}`,
  );
  for (const role of Object.keys(fonts) as FontRole[]) rules.push(fontRule(`.page .f-${role}`, fonts[role]));
  rules.push(`.page code{font-family:${fonts.code.latin.concat(fonts.code.eastAsian).map(quoted).join(',')},monospace}`);
  // A paragraph's first line; see `firstIndentOf`.
  const indentOf = (count: number) => (count === layout.firstLineIndentChars * 2 ? (count * fonts.body.size) / 2 : count * half);
  for (let count = 1; count <= widestIndent; count++) {
    rules.push(`.page .i-${count}{padding-left:${points(indentOf(count))}}.page .r-${count}{padding-right:${points(count * half)}}`);
  }
  for (let half = headMeasures.leastMark * 2; half < fonts.organMark.size * 2; half++) {
    const height = points((half / 2) * markSpacing);
    rules.push(`.page .k-organMark.z-${half}{font-size:${points(half / 2)}}.page .z-${half} .line{height:${height};line-height:${height}}`);
  }
  rules.push(`.page .overlay .k-organMark .line{height:${letterMeasures.markSpacing}em;line-height:${letterMeasures.markSpacing}em}`);
  // 7.5: the dash lies `below` under the type area; odd pages on the right, even ones on the left.
  const folioPitch = fonts.pageNumber.size * 1.5;
  const folioTop = toPoints(paper.height - margins.bottom - inset + pageNumber.below) - folioPitch / 2;
  const folioEdge = (margin: number) => points(toPoints(margin) + pageNumber.edgeIndentChars * fonts.pageNumber.size);
  rules.push(
    fontRule('.page .running', fonts.footnote),
    `.page .running{position:absolute;top:${runningHeadTop}mm;left:${margins.left}mm;right:${margins.right}mm;padding-bottom:1pt;border-bottom:.5pt solid;text-align:center;white-space:pre;overflow:hidden;text-overflow:ellipsis}`,
    '.page .k-organ .f-signer{color:#e60012}',
    fontRule('.page .folio', fonts.pageNumber),
    `.page .folio{position:absolute;top:${points(folioTop)};height:${points(folioPitch)};line-height:${points(folioPitch)};white-space:pre}`,
    `.page .folio.right{right:${folioEdge(margins.right)}}.page .folio.left{left:${folioEdge(margins.left)}}.page .folio.centre{left:0;right:0;text-align:center}`,
  );
  // On a sheet that lies on its side the number stays where it is on the sheet held upright (8): turned, near the left edge.
  const wide = landscapeLayout(layout);
  const folioLeft = toPoints(paper.height) - folioTop - folioPitch;
  rules.push(
    `.page.landscape{width:${wide.paper.width}mm;height:${wide.paper.height}mm}`,
    `.page.landscape .area{left:${wide.margins.left}mm;top:${wide.margins.top}mm;right:${wide.margins.right}mm;bottom:${wide.margins.bottom}mm}`,
    `.page.landscape .running{left:${wide.margins.left}mm;right:${wide.margins.right}mm}`,
    `.page.landscape .folio{writing-mode:vertical-rl;text-orientation:sideways;top:auto;right:auto;height:auto;left:${points(folioLeft)};width:${points(folioPitch)}}`,
    `.page.landscape .folio.right{bottom:${folioEdge(margins.right)}}.page.landscape .folio.left{top:${folioEdge(margins.left)}}.page.landscape .folio.centre{top:0;bottom:0}`,
  );
  return rules.join('\n');
}
