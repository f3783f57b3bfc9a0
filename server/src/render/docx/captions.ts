import { Paragraph, type ParagraphChild } from 'docx';
import type { Inline } from '../../engine/model/report.ts';
import type { DocumentState } from './documentState.ts';
import { field } from './rawXml.ts';
import { runsOf, textRuns } from './runs.ts';
import { styleIds } from './styles.ts';

const numbered = /^(\s*(表|图|Table|Figure)\s*)(\d{1,4})(?![\d.．-])/;

/** A caption; its number becomes a Word field (SEQ) that keeps the number typed until somebody moves the caption. */
export function captionParagraph(of: 'table' | 'figure', inlines: readonly Inline[], state: DocumentState, keepNext: boolean): Paragraph {
  return new Paragraph({ style: styleIds.caption, ...(keepNext ? { keepNext } : {}), children: captionRuns(of, inlines, state) });
}

function captionRuns(of: 'table' | 'figure', inlines: readonly Inline[], state: DocumentState): ParagraphChild[] {
  const [first, ...rest] = inlines;
  const match = first?.kind === 'text' ? numbered.exec(first.text) : null;
  if (first?.kind !== 'text' || match === null) return runsOf(inlines, state);
  const [whole, lead = '', name = '', digits = ''] = match;
  const number = Number(digits);
  const expected = (state.captionNumbers.get(of) ?? 0) + 1;
  state.captionNumbers.set(of, number);
  // A number out of turn is set (\r), so that an update of the fields leaves what the writer typed.
  const reset = number === expected ? '' : ` \\r ${number}`;
  return [
    ...textRuns(lead, state),
    ...field(` SEQ ${name} \\* ARABIC${reset} `, textRuns(digits, state)),
    ...runsOf([{ ...first, text: first.text.slice(whole.length) }, ...rest], state),
  ];
}
