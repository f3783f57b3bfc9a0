import type { ReportDocument } from '../engine/document.ts';
import type { LineKind } from '../engine/syntax/lineSyntax.ts';
import { toChineseNumber } from '../engine/syntax/numerals.ts';
import { pointWords } from '../engine/syntax/points.ts';
import type { LineEdit } from './lineEdit.ts';

interface Point {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly ordinal: number;
}

const texts: ReadonlySet<LineKind> = new Set(['paragraph', 'point', 'heading', 'numbered', 'listItem']);
const silent: ReadonlySet<LineKind> = new Set(['blank', 'comment']);
/** Words that take the place of 二是 in a series. */
const others = /其[一二三四次]|第[一二三四五]|首先|再次|最后|另外|此外|还有|[二三四五]要|同时/;

/** The edits that mend series of points: 一是…三是… is 一是…二是…. A series that begins again with 一是 is another one. */
export function pointEdits(document: ReportDocument): readonly LineEdit[] {
  const edits: LineEdit[] = [];
  let series: Point[] = [];
  const end = (): void => {
    if (series.length > 1) mend(document, series, edits);
    series = [];
  };
  let line = -1;
  for (const { text, syntax } of document.lines()) {
    line += 1;
    if (silent.has(syntax.kind)) continue;
    const words = texts.has(syntax.kind) && text.includes('是') ? pointWords(text) : [];
    const begins = words[0] !== undefined && text.slice(0, words[0].start).trim() === '';
    if (!begins) end();
    for (const { ordinal, start, end: to } of words) {
      if (ordinal === 1 && series.at(-1)?.ordinal !== 1) end();
      series.push({ line, start, end: to, ordinal });
    }
  }
  end();
  return edits;
}

/** Only where it is sure: it begins with 一是, and no other word stands for the number that is not there. */
function mend(document: ReportDocument, series: readonly Point[], edits: LineEdit[]): void {
  if (series[0]?.ordinal !== 1 || series[1]?.ordinal === 1) return;
  if (series.every(({ ordinal }, i) => ordinal === i + 1)) return;
  if (between(document, series).some((text) => others.test(text))) return;
  for (const [i, { line, start, end, ordinal }] of series.entries()) {
    if (ordinal !== i + 1) edits.push({ line, start, end, text: `${toChineseNumber(i + 1)}是`, kind: 'point' });
  }
}

/** The text of each point but the last. */
function between(document: ReportDocument, series: readonly Point[]): readonly string[] {
  return series.slice(0, -1).map(({ line, end }, i) => {
    const next = series[i + 1] as Point;
    const { text } = document.line(line);
    return next.line === line ? text.slice(end, next.start) : text.slice(end);
  });
}
