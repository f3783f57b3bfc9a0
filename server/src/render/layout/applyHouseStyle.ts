import { type FontRole, fontRoles, type HouseStyle, typeSizes } from '../../engine/model/houseStyle.ts';
import { measuresOf, toPoints } from './measures.ts';
import type { Font, PageLayout } from './pageLayout.ts';
import { substitutes } from './presets.ts';

const twips = (points: number): number => Math.floor(points * 20 + 1e-6) / 20;

/** The text area of a layout in points. */
export const textHeight = ({ paper, margins }: Pick<PageLayout, 'paper' | 'margins'>): number =>
  toPoints(paper.height - margins.top - margins.bottom);
const textWidth = ({ paper, margins }: Pick<PageLayout, 'paper' | 'margins'>): number =>
  toPoints(paper.width - margins.left - margins.right);

/** How many lines of `pitch` points a page of this height has. Half a twip a line is what millimetres lose in twips. */
export const linesThatFit = (height: number, pitch: number): number => Math.max(1, Math.floor((height + 0.5) / pitch));

/** Hundredths of a millimetre in a point: LibreOffice counts in whole ones. */
const hundredths = 2540 / 72;

/** The largest pitch, in whole twips, that gives `lines` lines in Word, and in LibreOffice too, which rounds each of them. */
export function pitchFor(height: number, lines: number): number {
  let pitch = twips(height / lines);
  while (pitch > 1 && Math.round(pitch * hundredths) * lines > height * hundredths - 2) pitch = twips(pitch - 0.05);
  return pitch;
}

/** Characters closer together than this share of their size run into each other. */
const tightest = 0.9;

/**
 * `base` with what a house style changes: the one place where a style becomes numbers, so preview and export agree. Roles that have the body's font
 * in `base` follow the body's, headings and labels its size too, unless they are named themselves.
 */
export function applyHouseStyle(base: PageLayout, style: HouseStyle): PageLayout {
  const margins = { ...base.margins, ...style.margins };
  const page = { paper: base.paper, margins };
  const fonts = fontsOf(base, style);
  const { typeAreaInset, ...rest } = base;
  const vertical = style.margins?.top !== undefined || style.margins?.bottom !== undefined;
  return {
    ...rest,
    ...(typeAreaInset === undefined || vertical ? {} : { typeAreaInset }),
    margins,
    fonts,
    grid: gridOf(base, style, page, fonts.body.size),
    firstLineIndentChars: style.indent ?? base.firstLineIndentChars,
    titlePitchPt: style.titlePitch ?? twips((base.titlePitchPt * fonts.title.size) / base.fonts.title.size),
    linesBefore: {
      ...base.linesBefore,
      ...(style.titleBefore === undefined ? {} : { title: style.titleBefore }),
      ...(style.titleAfter === undefined ? {} : { addressee: style.titleAfter }),
    },
    pageNumber: pageNumberOf(base, style),
    ...(style.bold?.points === undefined ? {} : { boldPoints: style.bold.points }),
    ...(style.header === undefined ? {} : { runningHead: style.header }),
  };
}

function gridOf(base: PageLayout, style: HouseStyle, page: Pick<PageLayout, 'paper' | 'margins'>, size: number): PageLayout['grid'] {
  const height = textHeight(page);
  const linePitchPt = twips(style.pitch ?? (style.lines === undefined ? base.grid.linePitchPt : pitchFor(height, style.lines)));
  // Word fills a page by the pitch alone; a number of lines that does not fit would be the preview's alone.
  const lines = style.pitch === undefined && style.lines !== undefined ? style.lines : linesThatFit(height, linePitchPt);
  const width = textWidth(page);
  const samePage = width === textWidth(base) && size === base.fonts.body.size;
  // As close as the base sets its own characters.
  const cell = (measuresOf(base).cell / base.fonts.body.size) * size;
  const natural = samePage ? base.grid.chars : Math.max(1, Math.floor(width / Math.min(cell, size) + 0.01));
  const wanted = style.chars ?? natural;
  const chars = width / wanted < size * tightest ? natural : wanted;
  return { linePitchPt, lines, chars };
}

const pageNumberOf = ({ pageNumber }: PageLayout, style: HouseStyle): PageLayout['pageNumber'] =>
  style.pageNumber === undefined
    ? pageNumber
    : { ...pageNumber, outer: style.pageNumber === 'outer', edgeIndentChars: style.pageNumber === 'outer' ? 1 : 0 };

/** Roles that are set in the body's size in official documents. */
const bodySized: ReadonlySet<FontRole> = new Set(['heading1', 'heading2', 'heading3', 'heading4', 'blackLabel', 'signer']);
/** Words beside the text, which shrink with it. */
const beside: ReadonlySet<FontRole> = new Set(['table', 'caption']);
const sizesDown = Object.values(typeSizes).sort((one, other) => other - one);

function fontsOf({ fonts }: PageLayout, style: HouseStyle): PageLayout['fonts'] {
  const styled = (role: FontRole): Font => {
    const font = fonts[role];
    const { body } = fonts;
    const likeBody = font.eastAsian[0] === body.eastAsian[0];
    const family = style.fonts?.[role] ?? (likeBody ? style.fonts?.body : undefined);
    const size = style.sizes?.[role] ?? sizeBeside(role, font, body, style.sizes?.body);
    const bold = (style.bold as Readonly<Partial<Record<FontRole, boolean>>> | undefined)?.[role] ?? font.bold;
    const eastAsian = family === undefined ? font.eastAsian : familiesOf(family, font.eastAsian);
    return { eastAsian, latin: latinOf(role, font, eastAsian, family, style.digits), size, bold };
  };
  return Object.fromEntries(fontRoles.map(({ key }) => [key, styled(key)])) as PageLayout['fonts'];
}

/** The size of a role that the style does not name, where it may give the body another one. */
function sizeBeside(role: FontRole, font: Font, body: Font, bodySize = body.size): number {
  if (bodySized.has(role) && font.size === body.size) return bodySize;
  if (!beside.has(role) || bodySize >= body.size) return font.size;
  const scaled = (font.size * bodySize) / body.size;
  return sizesDown.find((size) => size <= scaled + 1e-6) ?? scaled;
}

/** A page number is nothing but digits, so its own font counts; code keeps its own. */
function latinOf(
  role: FontRole,
  font: Font,
  eastAsian: readonly string[],
  family: string | undefined,
  digits: string | undefined,
): readonly string[] {
  if (role === 'code') return font.latin;
  if (role === 'pageNumber') return family === undefined ? font.latin : eastAsian;
  if (digits === undefined) return font.latin;
  return /^(?:body|正文)$/i.test(digits) ? eastAsian : [digits, ...font.latin.filter((name) => name !== digits)];
}

function familiesOf(family: string, own: readonly string[]): readonly string[] {
  const others = substitutes.find(([name]) => name.test(family))?.[1] ?? own;
  return [family, ...others.filter((name) => name !== family)];
}
