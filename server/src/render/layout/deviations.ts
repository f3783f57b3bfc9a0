import { fontRoles, type HouseStyle, typeSizes } from '../../engine/model/houseStyle.ts';
import type { Localize } from '../../wording/localize.ts';
import { linesThatFit, pitchFor, textHeight } from './applyHouseStyle.ts';
import { mergedStyle } from './layoutOf.ts';
import type { FontRole, PageLayout } from './pageLayout.ts';

/** One number or font of a layout that is not what GB/T 9704-2012 demands. */
export interface Deviation {
  /** Number of the clause. */
  readonly clause: string;
  /** What differs, in the reader's words; so are the next two. */
  readonly item: string;
  readonly demanded: string;
  readonly given: string;
}

type Family = '仿宋' | '黑体' | '楷体' | '小标宋' | '宋体';

const families: Readonly<Record<Family, RegExp>> = {
  仿宋: /仿宋|fangsong/i,
  黑体: /黑体|simhei|heiti/i,
  楷体: /楷体|kaiti/i,
  小标宋: /小标宋|xiaobiaosong/i,
  宋体: /^(?:宋体|新宋体|n?simsun)$/i,
};

/** Font and size of each role; the mark's size is left to the organ (7.2.4), tables, captions, code and footnotes are not named. */
const demandedFonts: readonly (readonly [role: FontRole, clause: string, family: Family, size: string | undefined])[] = [
  ['body', '5.2.2', '仿宋', '三号'],
  ['blackLabel', '7.2.2', '黑体', '三号'],
  ['organMark', '7.2.4', '小标宋', undefined],
  ['signer', '7.2.6', '楷体', '三号'],
  ['title', '7.3.1', '小标宋', '二号'],
  ['heading1', '7.3.3', '黑体', '三号'],
  ['heading2', '7.3.3', '楷体', '三号'],
  ['heading3', '7.3.3', '仿宋', '三号'],
  ['heading4', '7.3.3', '仿宋', '三号'],
  ['imprint', '7.4.2', '仿宋', '四号'],
  ['pageNumber', '7.5', '宋体', '四号'],
];

/** What the standard allows the type area to be off (5.2.1, 6.1), in mm. */
const tolerance = 1;
const demandedLines = 22;
const demandedChars = 28;

/** Every deviation of a layout from GB/T 9704-2012, in the order of its clauses; texts in the language of `t`. */
export function deviationsOf(layout: PageLayout, t: Localize): readonly Deviation[] {
  const found: Deviation[] = [];
  const { paper, margins, grid, pageNumber, linesBefore, typeAreaInset = 0 } = layout;
  const length = (clause: string, item: string, demanded: number, given: number, allowed = tolerance): void => {
    if (Math.abs(given - demanded) > allowed + 1e-6)
      found.push({ clause, item, demanded: t('{0} mm', rounded(demanded)), given: t('{0} mm', rounded(given)) });
  };
  const count = (clause: string, item: string, demanded: number, given: number): void => {
    if (demanded !== given) found.push({ clause, item, demanded: String(demanded), given: String(rounded(given)) });
  };
  length('5.1', t('Width of the paper'), 210, paper.width);
  length('5.1', t('Height of the paper'), 297, paper.height);
  length('5.2.1', t('Upper margin (天头)'), 37, margins.top + typeAreaInset);
  length('5.2.1', t('Left margin (订口)'), 28, margins.left);
  length('5.2.1', t('Width of the type area (版心)'), 156, paper.width - margins.left - margins.right);
  length('5.2.1', t('Height of the type area (版心)'), 225, paper.height - margins.top - margins.bottom - 2 * typeAreaInset);
  fontDeviations(layout, t, found, ({ clause }) => clause === '5.2.2');
  count('5.2.3', t('Lines a page'), demandedLines, grid.lines);
  count('5.2.3', t('Characters a line'), demandedChars, grid.chars);
  const filled = (grid.lines * grid.linePitchPt * 25.4) / 72 - (typeAreaInset > 0 ? 2 * typeAreaInset : 0);
  if (grid.lines === demandedLines) length('5.2.3', t('Height that the lines of a page fill'), 225, filled, 2 * tolerance);
  fontDeviations(layout, t, found, ({ clause }) => clause.startsWith('7.2'));
  count('7.3.1', t('Empty lines above the title'), 2, linesBefore.title);
  fontDeviations(layout, t, found, ({ clause }) => clause === '7.3.1');
  count('7.3.2', t('Empty lines above the addressee'), 1, linesBefore.addressee);
  count('7.3.3', t('First-line indent in characters'), 2, layout.firstLineIndentChars);
  fontDeviations(layout, t, found, ({ clause }) => clause === '7.3.3');
  if (layout.boldPoints === true)
    found.push({ clause: '7.3.3', item: t('First sentences of points'), demanded: t('not bold'), given: t('bold') });
  count('7.3.4', t('Empty lines above the attachment note'), 1, linesBefore.attachmentNote);
  fontDeviations(layout, t, found, ({ clause }) => clause.startsWith('7.4') || clause === '7.5');
  if (!pageNumber.outer)
    found.push({
      clause: '7.5',
      item: t('Place of the page number'),
      demanded: t('odd pages right, even pages left'),
      given: t('centred'),
    });
  if (!pageNumber.dashes) found.push({ clause: '7.5', item: t('Dashes beside the page number'), demanded: '— 1 —', given: '1' });
  length('7.5', t('Page number below the type area'), 7, pageNumber.below);
  return found;
}

function fontDeviations(layout: PageLayout, t: Localize, found: Deviation[], wanted: (of: { readonly clause: string }) => boolean): void {
  for (const [role, clause, family, size] of demandedFonts) {
    if (!wanted({ clause })) continue;
    const font = layout.fonts[role];
    const item = t('Font: {0}', roleName(role));
    const [name = ''] = font.eastAsian;
    const givenSize = sizeName(font.size);
    const points = size === undefined ? font.size : typeSizes[size];
    if (!families[family].test(name) || points !== font.size)
      found.push({ clause, item, demanded: [size, family].filter(Boolean).join(' '), given: `${givenSize} ${name}` });
    // The standard knows no bold: weights come from the fonts.
    if (font.bold) found.push({ clause, item, demanded: t('not bold'), given: t('bold') });
  }
}

const roleName = (role: FontRole): string => fontRoles.find(({ key }) => key === role)?.names[1] ?? role;
const sizeName = (points: number): string => Object.entries(typeSizes).find(([, size]) => size === points)?.[0] ?? `${points} pt`;
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** The deviations as a table in Markdown under a heading; one sentence where there are none. */
export function deviationsText(deviations: readonly Deviation[], t: Localize): string {
  const heading = `# ${t('Deviations from GB/T 9704-2012')}\n\n`;
  if (deviations.length === 0) return `${heading}${t('None: every number of the layout is as the standard demands.')}\n`;
  const row = (...cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return [
    heading,
    row(t('Clause'), t('What'), t('The standard demands'), t('This layout has')),
    row('---', '---', '---', '---'),
    ...deviations.map(({ clause, item, demanded, given }) => row(clause, item, demanded, given)),
  ].join('');
}

/** A grid that is not what a style seems to want, in the reader's words; nothing for a style that fits. */
export function gridWarnings(base: PageLayout, styles: readonly HouseStyle[], layout: PageLayout, t: Localize): readonly string[] {
  const style = mergedStyle(styles);
  const wanted = style.lines ?? base.grid.lines;
  const height = textHeight(layout);
  const warnings: string[] = [];
  const { linePitchPt } = layout.grid;
  const fitting = linesThatFit(height, linePitchPt);
  // Only the standard's own forms are known to want a number of lines.
  const official = style.lines !== undefined || base.pageNumber.dashes;
  const asked = official && (style.pitch !== undefined || style.margins?.top !== undefined || style.margins?.bottom !== undefined);
  if (asked && (style.lines !== undefined || style.pitch !== undefined ? fitting !== wanted : fitting < wanted))
    warnings.push(
      t(
        'A pitch of {0} pt gives {1} lines a page between these margins, not {2}: {3} pt would.',
        linePitchPt,
        fitting,
        wanted,
        pitchFor(height, wanted),
      ),
    );
  if (style.chars !== undefined && style.chars !== layout.grid.chars)
    warnings.push(
      t('{0} characters of {1} pt do not fit on a line of this width: {2} do.', style.chars, layout.fonts.body.size, layout.grid.chars),
    );
  return warnings;
}
