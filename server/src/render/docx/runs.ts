import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ConcreteHyperlink,
  FootnoteReferenceRun,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Inline } from '../../engine/model/report.ts';
import { describeMissing } from '../../wording/describeMissing.ts';
import { cleanText } from './cleanText.ts';
import type { DocumentState } from './documentState.ts';
import type { TextPart } from './plainParagraph.ts';
import { referenceRuns } from './references.ts';
import { styleIds } from './styles.ts';

/**
 * Characters that Word takes from the Latin font, in Latin width, unless the run says `hint="eastAsia"`. × and ÷ stay Latin: Chinese fonts differ in their
 * width, and lines would break differently with each.
 */
const ambiguous = /[\u00a1\u00a4\u00a7\u00a8\u00af-\u00b4\u00b6-\u00ba\u00bc-\u00bf\u02c7\u02c9-\u02cb\u02d9\u2010-\u27bf]/;
/** An apostrophe inside a Latin word stays Latin: don’t. */
const apostrophe = '(?<=[A-Za-z])\u2019(?=[A-Za-z])';
/**
 * Quotation marks behind Latin letters, digits and signs: LibreOffice sets them in the Latin font whatever the hint says, half as wide; so that font is
 * given as the Chinese one. Word goes by the hint.
 */
const quotes = '(?<=[!-~] ?)[\u2018\u2019\u201c\u201d]+';
const special = new RegExp(`(${apostrophe})|${quotes}`, 'g');

type Look = Pick<IRunOptions, 'bold' | 'highlight' | 'style' | 'color' | 'size'> & {
  readonly font?: { readonly eastAsia: string; readonly hint: string };
};

/** `text` parted where Chinese width begins and ends; nothing for no text. */
export function textParts(text: string, state: DocumentState): readonly TextPart[] {
  const clean = cleanText(text);
  if (clean === '') return [];
  if (!state.eastAsian || !ambiguous.test(clean)) return [{ text: clean, hinted: false }];
  const parts: TextPart[] = [];
  const latin = state.layout.fonts.body.eastAsian[0] ?? '';
  let at = 0;
  for (const match of clean.matchAll(special)) {
    if (match.index > at) parts.push({ text: clean.slice(at, match.index), hinted: true });
    parts.push(match[1] === undefined ? { text: match[0], hinted: true, latin } : { text: match[0], hinted: false });
    at = match.index + match[0].length;
  }
  if (at < clean.length) parts.push({ text: clean.slice(at), hinted: true });
  return parts;
}

/** `text` as runs of one look. */
export const textRuns = (text: string, state: DocumentState, look: Look = {}): TextRun[] =>
  textParts(text, state).map(
    ({ text: words, hinted, latin }) =>
      new TextRun({
        ...look,
        text: words,
        ...(hinted ? { font: { ...look.font, ...(latin !== undefined && { ascii: latin, hAnsi: latin }), hint: 'eastAsia' } } : {}),
      }),
  );

const safeLink = /^(?:https?:|mailto:)/i;

/** Inlines as runs. In a draft missing data are highlighted, each with a comment that says what is missing. Unless
 * `references` is false, words that name a caption lead to it. */
export function runsOf(inlines: readonly Inline[], state: DocumentState, look: Look = {}, references = true): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  for (const inline of inlines) {
    switch (inline.kind) {
      case 'text': {
        const own = inline.bold ? { ...look, bold: true } : look;
        const runs = (text: string): TextRun[] => textRuns(text, state, own);
        children.push(...(references && state.captionBookmarks.size > 0 ? referenceRuns(inline.text, state, runs) : runs(inline.text)));
        break;
      }
      case 'missing':
        children.push(...missingRuns(inline, state, inline.bold ? { ...look, bold: true } : look));
        break;
      case 'field':
        if (inline.value !== undefined) children.push(...textRuns(inline.value, state, look));
        else children.push(...markedRuns(inline.text, state.words('Missing: the value of {0}', inline.key), state, look));
        break;
      case 'code':
        children.push(...textRuns(inline.text, state, { ...look, style: styleIds.codeCharacter }));
        break;
      case 'link':
        children.push(...linkRuns(inline.text, inline.href, state, look));
        break;
      case 'footnoteReference':
        children.push(...footnoteRuns(inline.label, state));
        break;
    }
  }
  return children;
}

/** The words of `inlines`, without their looks. */
export const textOf = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => (inline.kind === 'footnoteReference' ? '' : inline.kind === 'field' ? (inline.value ?? inline.text) : inline.text))
    .join('');

function missingRuns(inline: Extract<Inline, { kind: 'missing' }>, state: DocumentState, look: Look): ParagraphChild[] {
  if (state.options.final) return textRuns(inline.text, state, look);
  const description = describeMissing(inline.datum, state.words);
  state.missing.push({ datum: inline.datum, description });
  return markedRuns(inline.text, description, state, look);
}

function markedRuns(text: string, comment: string, state: DocumentState, look: Look): ParagraphChild[] {
  if (state.options.final) return textRuns(text, state, look);
  const id = state.comment(comment);
  return [
    new CommentRangeStart(id),
    ...textRuns(text, state, { ...look, highlight: 'yellow' }),
    new CommentRangeEnd(id),
    new TextRun({ style: styleIds.commentReference, children: [new CommentReference(id)] }),
  ];
}

function linkRuns(text: string, href: string, state: DocumentState, look: Look): ParagraphChild[] {
  if (!safeLink.test(href)) return textRuns(text, state, look);
  const id = `link${state.links.length + 1}`;
  const target = cleanText(href);
  state.links.push({ id, target });
  return [new ConcreteHyperlink(textRuns(text, state, { ...look, style: styleIds.hyperlink }), id)];
}

function footnoteRuns(label: string, state: DocumentState): ParagraphChild[] {
  if (!state.footnotes.has(label)) return textRuns(`[^${label}]`, state);
  const known = state.footnoteNumbers.get(label);
  // Word wants one note a reference; a second reference to the same note prints its number.
  if (known !== undefined) return [new TextRun({ text: String(known), style: styleIds.footnoteReference })];
  const number = state.footnoteNumbers.size + 1;
  state.footnoteNumbers.set(label, number);
  return [new FootnoteReferenceRun(number)];
}
