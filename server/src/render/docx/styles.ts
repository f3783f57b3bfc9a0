import {
  AlignmentType,
  type ICharacterStyleOptions,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import { notePitch } from '../layout/footnotes.ts';
import type { Font, PageLayout } from '../layout/pageLayout.ts';
import { looseSpacing } from '../layout/pictures.ts';
import { tableNoteMargin } from '../layout/tables.ts';
import { type Measures, twipsOfPt } from './measures.ts';
import { documentDefaults, looseStyle, normalStyle } from './rawXml.ts';

/** Style ids of a document. Those that Word has under the same name are its own. */
export const styleIds = {
  normal: 'Normal',
  body: 'BodyText',
  title: 'Title',
  headings: ['Heading1', 'Heading2', 'Heading3', 'Heading4'],
  headingCharacters: ['Heading1Char', 'Heading2Char', 'Heading3Char', 'Heading4Char'],
  addressee: 'Salutation',
  flush: 'BodyTextFlush',
  signature: 'Signature',
  date: 'Date',
  caption: 'Caption',
  figure: 'Figure',
  tableText: 'TableText',
  tableHeader: 'TableHeader',
  tableNote: 'TableNote',
  formula: 'Formula',
  list: 'ListBullet',
  code: 'CodeBlock',
  codeCharacter: 'CodeInline',
  footnoteText: 'FootnoteText',
  footnoteReference: 'FootnoteReference',
  hyperlink: 'Hyperlink',
  header: 'Header',
  footer: 'Footer',
  attachmentMark: 'AttachmentMark',
  attachmentTitle: 'AttachmentTitle',
  organMark: 'OrganMark',
  coverTitle: 'CoverTitle',
  coverText: 'CoverText',
  blackLabel: 'BlackLabel',
  documentNumber: 'DocumentNumber',
  imprint: 'Imprint',
  contentsTitle: 'TOCHeading',
  contents: ['TOC1', 'TOC2'],
  commentText: 'CommentText',
  commentReference: 'CommentReference',
} as const;

/** The id of a style of cells in another size, in points. */
export const sizedStyle = (id: string, size: number): string => `${id}${size * 2}`;

/** Fonts, size and weight of a run. Character spacing is the grid's in the body's size and none in any other. */
export function runOf(font: Font, layout: PageLayout, measures: Measures): IRunStylePropertiesOptions {
  const latin = font.latin[0] ?? '';
  return {
    font: { ascii: latin, hAnsi: latin, cs: latin, eastAsia: font.eastAsian[0] ?? '', hint: 'eastAsia' },
    size: font.size * 2,
    bold: font.bold,
    characterSpacing: font.size === layout.fonts.body.size ? measures.charSpacing : 0,
  };
}

/** Every style that `exportDocx` uses; `tableSizes`: of cells in other sizes (points). The library's own defaults are not taken: their fonts are not ours. */
export function stylesOf(layout: PageLayout, measures: Measures, language: string, tableSizes: Iterable<number> = []): IStylesOptions {
  const run = (font: Font): IRunStylePropertiesOptions => runOf(font, layout, measures);
  const { fonts } = layout;
  // The library writes `firstLineChars` and `firstLine`; WPS reads the latter.
  const indent = {
    firstLineChars: layout.firstLineIndentChars * 100,
    firstLine: layout.firstLineIndentChars * twipsOfPt(fonts.body.size),
  };
  const { flushHeadings } = layout;
  const headingPlace = flushHeadings ? { spacing: { before: Math.round(flushHeadings.linesBefore * measures.line) } } : { indent };
  const exact = (pitch: number) => ({ line: pitch, lineRule: LineRuleType.EXACT }) as const;
  const paragraph = (
    id: string,
    name: string,
    font: Font,
    options: IParagraphStyleOptions['paragraph'],
    more: Partial<IParagraphStyleOptions> = {},
  ): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: styleIds.normal,
    quickFormat: true,
    run: run(font),
    ...(options === undefined ? {} : { paragraph: options }),
    ...more,
  });
  const { headings, headingCharacters } = styleIds;
  const headingFonts = [fonts.heading1, fonts.heading2, fonts.heading3, fonts.heading4] as const;
  const next = { next: styleIds.body };

  const paragraphStyles: readonly IParagraphStyleOptions[] = [
    paragraph(styleIds.body, 'Body Text', fonts.body, { indent }),
    paragraph(
      styleIds.title,
      'Title',
      fonts.title,
      { alignment: AlignmentType.CENTER, keepNext: true, keepLines: true, spacing: exact(twipsOfPt(layout.titlePitchPt)) },
      next,
    ),
    ...headingFonts.map((font, index) =>
      paragraph(
        headings[index] ?? '',
        `heading ${index + 1}`,
        font,
        { ...headingPlace, keepNext: true, keepLines: true, outlineLevel: index },
        { ...next, link: headingCharacters[index] ?? '' },
      ),
    ),
    paragraph(styleIds.addressee, 'Salutation', fonts.body, {}, next),
    paragraph(styleIds.flush, 'Body Text Flush', fonts.body, {}),
    paragraph(styleIds.signature, 'Signature', fonts.body, { alignment: AlignmentType.LEFT, keepLines: true, keepNext: true }),
    paragraph(styleIds.date, 'Date', fonts.body, { alignment: AlignmentType.LEFT, keepLines: true }),
    paragraph(styleIds.list, 'List Bullet', fonts.body, {}),
    paragraph(styleIds.code, 'Code Block', fonts.code, {
      alignment: AlignmentType.LEFT,
      indent: { left: 2 * measures.char },
      spacing: { line: Math.round(twipsOfPt(fonts.code.size) * looseSpacing), lineRule: LineRuleType.AT_LEAST },
    }),
    paragraph(styleIds.footnoteText, 'footnote text', fonts.footnote, {
      alignment: AlignmentType.LEFT,
      spacing: exact(twipsOfPt(notePitch(layout))),
    }),
    paragraph(styleIds.header, 'header', fonts.footnote, {
      alignment: AlignmentType.RIGHT,
      spacing: { line: 240, lineRule: LineRuleType.AUTO },
    }),
    paragraph(styleIds.footer, 'footer', fonts.pageNumber, { spacing: exact(footerPitch(layout)) }),
    paragraph(styleIds.attachmentMark, 'Attachment Mark', fonts.blackLabel, { keepNext: true, alignment: AlignmentType.LEFT }),
    paragraph(
      styleIds.attachmentTitle,
      'Attachment Title',
      fonts.title,
      {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        keepLines: true,
        // 7.3.7: the mark is line 1, the title line 3.
        spacing: { ...exact(twipsOfPt(layout.titlePitchPt)), before: measures.line, after: measures.line },
      },
      next,
    ),
    paragraph(styleIds.organMark, 'Organ Mark', fonts.organMark, {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: exact(Math.round(twipsOfPt(fonts.organMark.size) * 1.25)),
    }),
    paragraph(styleIds.coverTitle, 'Cover Title', fonts.title, {
      alignment: AlignmentType.CENTER,
      spacing: exact(twipsOfPt(layout.titlePitchPt)),
    }),
    paragraph(styleIds.coverText, 'Cover Text', fonts.heading3, { alignment: AlignmentType.CENTER }),
    paragraph(styleIds.blackLabel, 'Black Label', fonts.blackLabel, { alignment: AlignmentType.LEFT, keepNext: true }),
    paragraph(styleIds.documentNumber, 'Document Number', fonts.body, { alignment: AlignmentType.CENTER, keepNext: true }),
    paragraph(
      styleIds.contentsTitle,
      'TOC Heading',
      { ...fonts.blackLabel },
      { alignment: AlignmentType.CENTER, keepNext: true, spacing: { after: measures.line } },
    ),
    ...styleIds.contents.map((id, index) =>
      paragraph(id, `toc ${index + 1}`, fonts.body, { alignment: AlignmentType.LEFT, indent: { left: index * 2 * measures.char } }),
    ),
    paragraph(styleIds.imprint, 'Imprint', fonts.imprint, { alignment: AlignmentType.LEFT }),
    paragraph(
      styleIds.commentText,
      'annotation text',
      { ...fonts.footnote, size: 10.5 },
      {
        alignment: AlignmentType.LEFT,
        spacing: { line: 240, lineRule: LineRuleType.AUTO },
      },
    ),
  ];
  const characterStyles: readonly ICharacterStyleOptions[] = [
    ...headingFonts.map((font, index) => ({
      id: headingCharacters[index] ?? '',
      name: `Heading ${index + 1} Char`,
      link: headings[index] ?? '',
      run: run(font),
    })),
    { id: styleIds.codeCharacter, name: 'Code Inline', run: { ...run({ ...fonts.code, size: fonts.body.size }) } },
    // The library writes an empty part of endnotes in this style.
    { id: 'EndnoteReference', name: 'endnote reference', run: { superScript: true } },
    { id: styleIds.footnoteReference, name: 'footnote reference', run: { superScript: true } },
    { id: styleIds.hyperlink, name: 'Hyperlink', run: { color: '0563C1', underline: { type: 'single' } } },
    { id: styleIds.commentReference, name: 'annotation reference', run: { size: 21 } },
  ];
  return {
    importedStyles: [
      documentDefaults(layout, measures, language),
      normalStyle(measures),
      ...cellStyles(fonts.table),
      ...[...tableSizes].flatMap((size) => cellStyles({ ...fonts.table, size }, size)),
      looseStyle(styleIds.tableNote, 'Table Note', fonts.footnote, { justify: 'left', before: tableNoteMargin * 20 }),
      looseStyle(styleIds.figure, 'Figure', fonts.body, { justify: 'center', keepNext: true, before: 120, after: 60 }),
      looseStyle(styleIds.formula, 'Formula', fonts.body, { justify: 'center', before: 120, after: 120 }),
      looseStyle(styleIds.caption, 'caption', fonts.caption, { justify: 'center', before: 120, after: 60 }),
    ],
    paragraphStyles,
    characterStyles,
  };
}

/** The styles of cells, in the layout's size or another one. */
function cellStyles(font: Font, size?: number): ReturnType<typeof looseStyle>[] {
  const idOf = (id: string): string => (size === undefined ? id : sizedStyle(id, size));
  const suffix = size === undefined ? '' : ` ${size} pt`;
  return [
    looseStyle(idOf(styleIds.tableText), `Table Text${suffix}`, font, { justify: 'left' }),
    looseStyle(idOf(styleIds.tableHeader), `Table Header${suffix}`, { ...font, bold: true }, { justify: 'center', keepNext: true }),
  ];
}

/** The footer's line pitch in twips: its middle, where the dash of `— 1 —` lies, is half of it above the footer's lower edge. */
export const footerPitch = (layout: PageLayout): number => Math.round(layout.fonts.pageNumber.size * 20 * 1.25);
