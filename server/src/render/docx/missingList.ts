import { Paragraph } from 'docx';
import type { DocumentState } from './documentState.ts';
import { textRuns } from './runs.ts';
import { styleIds } from './styles.ts';

/** The missing data of a draft, in order, on a page of their own. */
export function missingListParagraphs(state: DocumentState): Paragraph[] {
  if (state.missing.length === 0) return [];
  const heading = state.words('Missing data: {0}', state.missing.length);
  return [
    new Paragraph({ style: styleIds.attachmentMark, pageBreakBefore: true, children: textRuns(heading, state) }),
    ...state.missing.map(
      ({ description }, index) => new Paragraph({ style: styleIds.body, children: textRuns(`${index + 1}. ${description}`, state) }),
    ),
  ];
}
