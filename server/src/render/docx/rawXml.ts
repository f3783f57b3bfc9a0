// Everything that the `docx` library has no words for. Nothing else in this folder writes XML by hand.
import { ImportedXmlComponent, type ParagraphChild, Run } from 'docx';
import type { Font, PageLayout } from '../layout/pageLayout.ts';
import { looseSpacing } from '../layout/pictures.ts';
import { cleanText } from './cleanText.ts';
import { type Measures, twipsOfPt } from './measures.ts';

const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => cleanText(text).replace(/[&<>"]/g, (char) => entities[char] ?? char);

/** A whole part of the package that takes the place of the library's own. */
export interface Part {
  readonly path: string;
  readonly data: string;
}

const component = (xml: string): ImportedXmlComponent => ImportedXmlComponent.fromXmlString(xml);

const rFonts = (font: Font): string =>
  `<w:rFonts w:hint="eastAsia" w:ascii="${escaped(font.latin[0] ?? '')}" w:hAnsi="${escaped(font.latin[0] ?? '')}" w:cs="${escaped(font.latin[0] ?? '')}" w:eastAsia="${escaped(font.eastAsian[0] ?? '')}"/>`;

const gridParagraph = (measures: Measures): string =>
  '<w:widowControl w:val="0"/><w:kinsoku/><w:snapToGrid w:val="0"/>' +
  `<w:spacing w:before="0" w:after="0" w:line="${measures.line}" w:lineRule="exact"/>`;

/**
 * The style that all others stand on. Marks may hang over a line's end and Latin stands a little off Han, as in Word by itself: LibreOffice does both
 * whatever the document says, so this way Word, LibreOffice and the preview break lines alike.
 */
export const normalStyle = (measures: Measures): ImportedXmlComponent =>
  component(
    `<w:style ${wordNamespace} w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>` +
      `<w:pPr>${gridParagraph(measures)}<w:jc w:val="both"/></w:pPr></w:style>`,
  );

const rawRun = (xml: string): Run => new Run({ children: [component(xml)] });
const fieldMark = (kind: 'begin' | 'separate' | 'end'): Run => rawRun(`<w:fldChar ${wordNamespace} w:fldCharType="${kind}"/>`);

/** What stands before a field's result. */
export const fieldStart = (instruction: string): Run[] => [
  fieldMark('begin'),
  rawRun(`<w:instrText ${wordNamespace} xml:space="preserve">${escaped(instruction)}</w:instrText>`),
  fieldMark('separate'),
];

/** What stands after a field's result. */
export const fieldEnd = (): Run => fieldMark('end');

/** A field with the result it has now. Not `w:fldSimple`: mammoth and others drop its words. */
export const field = (instruction: string, result: readonly ParagraphChild[]): ParagraphChild[] => [
  ...fieldStart(instruction),
  ...result,
  fieldEnd(),
];

const emu = (points: number): number => Math.round(points * 12700);

/**
 * A page number turned clockwise in a box of the page (lengths in points), for a footer; `side` is where it stands for a reader who turns the sheet upright.
 * The library's text boxes cannot be turned. LibreOffice puts a box that words do not flow around at the corner of the page.
 */
export function sidewaysNumber(
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  side: 'left' | 'right',
  style: string,
  dashes: boolean,
  id: number,
): Run {
  const dash = (text: string): string =>
    dashes ? `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>` : '';
  const mark = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const number = `${mark('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${mark('separate')}<w:r><w:t>1</w:t></w:r>${mark('end')}`;
  const paragraph = `<w:p><w:pPr><w:pStyle w:val="${style}"/><w:jc w:val="${side}"/></w:pPr>${dash('— ')}${number}${dash(' —')}</w:p>`;
  const position = (axis: 'H' | 'V', offset: number): string =>
    `<wp:position${axis} relativeFrom="page"><wp:posOffset>${emu(offset)}</wp:posOffset></wp:position${axis}>`;
  return rawRun(
    `<mc:AlternateContent ${wordNamespace} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:Choice Requires="wps"><w:drawing>` +
      `<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>` +
      `${position('H', box.left)}${position('V', box.top)}<wp:extent cx="${emu(box.width)}" cy="${emu(box.height)}"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="${90_000 + id}" name="Page number ${id}"/><wp:cNvGraphicFramePr/>` +
      `<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(box.width)}" cy="${emu(box.height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>` +
      `<wps:txbx><w:txbxContent>${paragraph}</w:txbxContent></wps:txbx><wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>`,
  );
}

/** What every paragraph and run is before a style speaks: no theme fonts, no widow control, the grid's exact pitch. */
export function documentDefaults(layout: PageLayout, measures: Measures, language: string): ImportedXmlComponent {
  const size = layout.fonts.body.size * 2;
  const eastAsian = language.startsWith('zh') ? language : 'zh-CN';
  const latin = language.startsWith('zh') ? 'en-US' : language;
  return component(
    `<w:docDefaults ${wordNamespace}><w:rPrDefault><w:rPr>${rFonts(layout.fonts.body)}<w:kern w:val="0"/>` +
      `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="${escaped(latin)}" w:eastAsia="${escaped(eastAsian)}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
      `<w:pPrDefault><w:pPr>${gridParagraph(measures)}</w:pPr></w:pPrDefault></w:docDefaults>`,
  );
}

/**
 * A paragraph style off the grid, for what an exact pitch would clip: tables and pictures. Lines are at least as high as in the preview, so that rows do
 * not depend on the font. The library cannot say `snapToGrid`.
 */
export function looseStyle(
  id: string,
  name: string,
  font: Font,
  options: { readonly justify: 'left' | 'center'; readonly keepNext?: boolean; readonly before?: number; readonly after?: number },
): ImportedXmlComponent {
  const size = font.size * 2;
  return component(
    `<w:style ${wordNamespace} w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${escaped(name)}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
      `<w:pPr>${options.keepNext ? '<w:keepNext/>' : ''}<w:snapToGrid w:val="0"/>` +
      `<w:spacing w:before="${options.before ?? 0}" w:after="${options.after ?? 0}" w:line="${twipsOfPt(font.size * looseSpacing)}" w:lineRule="atLeast"/><w:jc w:val="${options.justify}"/></w:pPr>` +
      `<w:rPr>${rFonts(font)}${font.bold ? '<w:b/><w:bCs/>' : ''}<w:spacing w:val="0"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`,
  );
}

/** The document's settings. The library has none of the East Asian ones. */
export function settingsPart(layout: PageLayout, language: string): Part {
  const eastAsian = language.startsWith('zh') ? language : 'zh-CN';
  const latin = language.startsWith('zh') ? 'en-US' : language;
  const compatibility = [
    ['compatibilityMode', '15'],
    ['overrideTableStyleFontSizeAndJustification', '1'],
    ['enableOpenTypeFeatures', '1'],
    ['doNotFlipMirrorIndents', '1'],
  ]
    .map(([name, value]) => `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`)
    .join('');
  return {
    path: 'word/settings.xml',
    data:
      `${declaration}<w:settings ${wordNamespace}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>` +
      `<w:defaultTabStop w:val="420"/>${layout.pageNumber.outer ? '<w:evenAndOddHeaders/>' : ''}` +
      '<w:drawingGridVerticalSpacing w:val="156"/><w:displayHorizontalDrawingGridEvery w:val="0"/><w:displayVerticalDrawingGridEvery w:val="2"/>' +
      // Compressed punctuation would put a 29th character on a line: GB/T 9704-2012, 5.2.3.
      '<w:characterSpacingControl w:val="doNotCompress"/>' +
      '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:endnotePr><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>' +
      `<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>${compatibility}</w:compat>` +
      `<w:themeFontLang w:val="${escaped(latin)}" w:eastAsia="${escaped(eastAsian)}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>`,
  };
}

const families: readonly [pattern: RegExp, family: string, pitch: string][] = [
  [/^[A-Z].*(Courier|Mono)/, 'modern', 'fixed'],
  [/^Times|Serif|Tinos/, 'roman', 'variable'],
  [/黑体|Hei|Sans/, 'modern', 'fixed'],
  [/./, 'auto', 'variable'],
];

/** The fonts a document names, each with what may stand in for it (`altName`): Word and WPS look there before they guess. */
export function fontTablePart(layout: PageLayout): Part {
  const fonts = new Map<string, { readonly alternatives: readonly string[]; readonly charset: string }>();
  for (const { eastAsian, latin } of Object.values(layout.fonts)) {
    for (const [names, charset] of [
      [eastAsian, '86'],
      [latin, '00'],
    ] as const) {
      const [first, ...alternatives] = names;
      if (first !== undefined && !fonts.has(first)) fonts.set(first, { alternatives, charset });
    }
  }
  const entries = [...fonts].map(([name, { alternatives, charset }]) => {
    const [, family, pitch] = families.find(([pattern]) => pattern.test(name)) ?? ['', 'auto', 'variable'];
    const alt = alternatives.length > 0 ? `<w:altName w:val="${escaped(alternatives.join(','))}"/>` : '';
    return `<w:font w:name="${escaped(name)}">${alt}<w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`;
  });
  return { path: 'word/fontTable.xml', data: `${declaration}<w:fonts ${wordNamespace}>${entries.join('')}</w:fonts>` };
}

export interface DocumentProperties {
  readonly title?: string | undefined;
  readonly organ?: string | undefined;
  readonly number?: string | undefined;
  readonly documentType?: string | undefined;
  readonly keywords?: string | undefined;
  readonly language: string;
  readonly time?: Date | undefined;
}

/** Title, organ, number and the rest as file managers show them; the library always writes the time of day. */
export function corePropertiesPart(properties: DocumentProperties): Part {
  const element = (name: string, text: string | undefined): string => (text ? `<${name}>${escaped(text)}</${name}>` : '');
  const time = properties.time?.toISOString().replace(/\.\d+Z$/, 'Z');
  const stamp = (name: string): string => (time ? `<${name} xsi:type="dcterms:W3CDTF">${time}</${name}>` : '');
  return {
    path: 'docProps/core.xml',
    data:
      `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
      element('dc:title', properties.title) +
      element('dc:subject', properties.number) +
      element('dc:creator', properties.organ) +
      element('cp:keywords', properties.keywords) +
      element('cp:category', properties.documentType) +
      element('dc:language', properties.language) +
      stamp('dcterms:created') +
      stamp('dcterms:modified') +
      '</cp:coreProperties>',
  };
}
