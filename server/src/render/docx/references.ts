import type { ParagraphChild, TextRun } from 'docx';
import { crossReferencesIn } from '../../engine/syntax/crossReferences.ts';
import type { DocumentState } from './documentState.ts';
import { field } from './rawXml.ts';

/** A field prints the caption's own word and number, so Figs. 2 and the 3 of 图2、3 can be none. */
const asCaption = /^(?:[图圖表]\s?|(?:Figure|Table)\s)\d{1,4}$/;

/** Text whose words that lead to a caption (见图1) are Word fields (REF) that follow it; `runs` makes the runs of a stretch. */
export function referenceRuns(text: string, state: DocumentState, runs: (text: string) => TextRun[]): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  let at = 0;
  for (const { kind, path, start, end } of crossReferencesIn(text)) {
    const bookmark = asCaption.test(text.slice(start, end)) ? state.captionBookmarks.get(`${kind} ${path[0]}`) : undefined;
    if (bookmark === undefined) continue;
    if (start > at) children.push(...runs(text.slice(at, start)));
    children.push(...field(` REF ${bookmark} \\h \\* MERGEFORMAT `, runs(text.slice(start, end))));
    at = end;
  }
  if (at < text.length) children.push(...runs(text.slice(at)));
  return children;
}
