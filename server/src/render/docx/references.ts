import type { ParagraphChild, TextRun } from 'docx';
import type { DocumentState } from './documentState.ts';
import { field } from './rawXml.ts';

/** 见表2, 图1所示, Table 2; not 发表2篇, 一张图3天. */
const reference =
  /(?<![\p{L}\d])(?:Table|Figure)\s(\d{1,4})(?![\d.])|(?<=^|[见如和与及至由从以按在，。；：、（(“])([表图])\s?(\d{1,4})(?![\d.．-]|[篇个次张项名天份])/gu;

/** Text whose words that lead to a caption (见图1) are Word fields (REF) that follow it; `runs` makes the runs of a stretch. */
export function referenceRuns(text: string, state: DocumentState, runs: (text: string) => TextRun[]): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  let at = 0;
  for (const match of text.matchAll(reference)) {
    const [whole, latin, han, digits] = match;
    const of = han === '表' || whole.startsWith('Table') ? 'table' : 'figure';
    const bookmark = state.captionBookmarks.get(`${of} ${Number(latin ?? digits)}`);
    if (bookmark === undefined) continue;
    if (match.index > at) children.push(...runs(text.slice(at, match.index)));
    children.push(...field(` REF ${bookmark} \\h \\* MERGEFORMAT `, runs(whole)));
    at = match.index + whole.length;
  }
  if (at < text.length) children.push(...runs(text.slice(at)));
  return children;
}
