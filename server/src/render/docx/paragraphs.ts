import { type FileChild, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import type { AttachmentNoteItem, Block, Inline, TextLine } from '../../engine/model/report.ts';
import { withBoldPoint } from '../layout/boldPoints.ts';
import { splitInlines } from '../layout/inlineLines.ts';
import type { Font } from '../layout/pageLayout.ts';
import { breakTitle } from '../layout/titleLines.ts';
import { widthInChars } from '../layout/widthInChars.ts';
import type { DocumentState } from './documentState.ts';
import { twipsOfPt } from './measures.ts';
import { PlainParagraph } from './plainParagraph.ts';
import { runsOf, textOf, textParts, textRuns } from './runs.ts';
import { styleIds } from './styles.ts';

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

const tab = (): TextRun => new TextRun({ children: [new Tab()] });

/** A paragraph of body text. */
export function bodyParagraph(inlines: readonly Inline[], state: DocumentState, keepNext = false): FileChild {
  const printed = withBoldPoint(inlines, state.layout);
  const [only] = printed;
  // Words may lead to captions only where there are some.
  const isPlain = printed.length === 1 && !keepNext && state.captionBookmarks.size === 0;
  if (isPlain && only?.kind === 'text' && only.bold !== true) return new PlainParagraph(styleIds.body, textParts(only.text, state));
  return new Paragraph({ style: styleIds.body, ...(keepNext ? { keepNext } : {}), children: runsOf(printed, state) });
}

/** Lines with line breaks between them. Several typed lines stay as typed; a single one is broken to a trapezoid or a diamond. */
export function titleRuns(lines: readonly TextLine[], font: Font, state: DocumentState): ParagraphChild[] {
  const single = lines.length === 1 ? lines[0] : undefined;
  const chars = Math.floor(state.measures.width / twipsOfPt(font.size));
  const printed =
    single === undefined ? lines.map((line) => line.inlines) : splitInlines(single.inlines, breakTitle(textOf(single.inlines), chars));
  return printed.flatMap((inlines, index) => [...(index > 0 ? [new TextRun({ break: 1 })] : []), ...runsOf(inlines, state)]);
}

/** The title; `before` empty lines of the grid stand above it, and what the addressee wants (7.3.2) below. */
export const titleParagraph = (lines: readonly TextLine[], before: number, state: DocumentState): Paragraph =>
  new Paragraph({
    style: styleIds.title,
    spacing: { before: before * state.measures.line, after: state.layout.linesBefore.addressee * state.measures.line },
    children: titleRuns(lines, state.layout.fonts.title, state),
  });

/**
 * A heading: alone in its paragraph it has Word's heading style. Run into its paragraph (`（一）标题。正文…`) the
 * heading's words have the linked character style, so that only they look like a heading: GB/T 9704-2012, 7.3.3.
 */
export function headingParagraph(block: Of<'heading'>, state: DocumentState, keepNext = false, bookmark?: string): Paragraph {
  const index = block.level - 1;
  const runIn = block.body.length > 0;
  const look = runIn ? { style: styleIds.headingCharacters[index] ?? '' } : {};
  const words = [...textRuns(block.number, state, look), ...runsOf(block.heading, state, look)];
  return new Paragraph({
    style: runIn ? styleIds.body : (styleIds.headings[index] ?? styleIds.body),
    ...(keepNext ? { keepNext } : {}),
    children: [...(bookmark === undefined ? words : state.bookmarked(bookmark, words)), ...runsOf(block.body, state)],
  });
}

const bullets = ['•', '◦', '▪'] as const;

/** List items: each hangs on its bullet, deeper ones further in. */
export function listParagraphs(block: Of<'list'>, state: DocumentState, keepNext = false): Paragraph[] {
  const { char } = state.measures;
  return block.items.map((item, index) => {
    const mark = item.checked === undefined ? (bullets[Math.min(item.depth, bullets.length - 1)] ?? bullets[0]) : item.checked ? '☑' : '☐';
    const left = (3 + Math.min(item.depth, 8)) * char;
    return new Paragraph({
      style: styleIds.list,
      indent: { left, hanging: char },
      tabStops: [{ type: 'left', position: left }],
      ...(keepNext && index === block.items.length - 1 ? { keepNext } : {}),
      children: [...textRuns(mark, state), tab(), ...runsOf(item.inlines, state)],
    });
  });
}

/**
 * 附件说明 (7.3.4): one line below the body, two characters in; names hang under their first character. A single
 * attachment has no number.
 */
export function attachmentNoteParagraphs(items: readonly AttachmentNoteItem[], state: DocumentState, keepNext: boolean): Paragraph[] {
  const { char, line } = state.measures;
  const label = state.eastAsian ? '附件：' : 'Attachment: ';
  const first = state.layout.firstLineIndentChars * char;
  const numbersAt = first + Math.round(widthInChars(label) * char);
  const numbered = items.some((item) => item.number !== undefined);
  // “1.” is 12 pt wide in the Latin font; the name begins one character (two for 10 and more) after the number.
  const namesAt = numbersAt + (numbered ? Math.round((items.length > 9 ? 1.5 : 1) * char) : 0);
  return items.map((item, index) => {
    const start = index === 0 ? first : numbersAt;
    return new Paragraph({
      style: styleIds.flush,
      indent: { left: namesAt, hanging: namesAt - start },
      tabStops: numbered ? [{ type: 'left', position: namesAt }] : [],
      ...(index === 0 ? { spacing: { before: state.layout.linesBefore.attachmentNote * line } } : {}),
      keepLines: true,
      ...(keepNext ? { keepNext } : {}),
      children: [
        ...(index === 0 ? textRuns(label, state) : []),
        ...(item.number === undefined ? [] : [...textRuns(`${item.number}.`, state), tab()]),
        ...runsOf(item.inlines, state),
      ],
    });
  });
}

/** 附注 (7.3.6): two characters in, under the date. */
export const noteParagraph = (inlines: readonly Inline[], state: DocumentState): FileChild => bodyParagraph(inlines, state);

/** An attachment's head (7.3.7): on a new page its mark on the first line, its title on the third. */
export function attachmentParagraphs(block: Of<'attachment'>, state: DocumentState): Paragraph[] {
  const mark = new Paragraph({ style: styleIds.attachmentMark, pageBreakBefore: true, children: runsOf(block.mark, state) });
  if (block.title.length === 0) return [mark];
  return [mark, new Paragraph({ style: styleIds.attachmentTitle, children: titleRuns(block.title, state.layout.fonts.title, state) })];
}

/** Lines of code, as they are. */
export const codeParagraph = (block: Of<'code'>, state: DocumentState): Paragraph =>
  new Paragraph({
    style: styleIds.code,
    children: block.lines.flatMap((line, index) => [
      ...(index > 0 ? [new TextRun({ break: 1 })] : []),
      ...textRuns(line.replaceAll('\t', '    '), state),
    ]),
  });
