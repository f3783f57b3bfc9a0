import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findMissingData } from '../../../server/src/engine/missing/findMissingData.ts';
import type { LineContext } from '../../../server/src/engine/missing/lineContext.ts';
import type { DatumKind, MissingDatum } from '../../../server/src/engine/missing/missingDatum.ts';
import { cellsOf } from '../../../server/src/engine/syntax/scanMarkup.ts';
import type { Span } from '../../../server/src/engine/text/position.ts';

/** `⟦*|count⟧` a gap and its kind, `⟦~×|person⟧` a name hidden on purpose, `⟦!X射线⟧` a trap. */
type Label = Span & ({ readonly is: 'gap' | 'masked'; readonly kind: DatumKind } | { readonly is: 'trap' });

export interface LabelledLine {
  readonly file: string;
  readonly number: number;
  readonly text: string;
  /** The first row of the table that the line is in, for the rows after it. */
  readonly tableHeader?: string;
  readonly labels: readonly Label[];
}

export interface Score {
  readonly gaps: number;
  readonly traps: number;
  readonly found: number;
  readonly falseAlarms: number;
  /** Those that are warnings (sure and likely); the rest are hints. */
  readonly warningsFound: number;
  readonly warningsFalse: number;
  readonly masked: number;
  readonly maskedFound: number;
  readonly kindsRight: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly kindAccuracy: number;
  /** What went wrong, one line each. */
  readonly mistakes: readonly string[];
}

/** The labelled texts of one folder under test/fixtures/missing-data; folders inside it are left out. */
export function readCorpus(folder: string): readonly LabelledLine[] {
  const path = join('test/fixtures/missing-data', folder);
  const lines: LabelledLine[] = [];
  for (const file of readdirSync(path).sort()) {
    if (!file.endsWith('.txt')) continue;
    let header = '';
    for (const [index, line] of readFileSync(join(path, file), 'utf8').split('\n').entries()) {
      const parsed = parseLine(line);
      lines.push({ file, number: index + 1, tableHeader: header, ...parsed });
      header = !parsed.text.startsWith('|') ? '' : header === '' ? parsed.text : header;
    }
  }
  return lines;
}

export function parseLine(line: string): { text: string; labels: Label[] } {
  const labels: Label[] = [];
  let text = '';
  let from = 0;
  for (const match of line.matchAll(/⟦([!~]?)([^⟧]*?)(?:\|([a-z]+))?⟧/g)) {
    text += line.slice(from, match.index);
    const start = text.length;
    const words = match[1] === '!' && match[3] !== undefined ? `${match[2]}|${match[3]}` : (match[2] ?? '');
    text += words;
    const span = { start, end: text.length };
    if (match[1] === '!') labels.push({ ...span, is: 'trap' });
    else labels.push({ ...span, is: match[1] === '~' ? 'masked' : 'gap', kind: (match[3] ?? 'text') as DatumKind });
    from = match.index + match[0].length;
  }
  return { text: text + line.slice(from), labels };
}

/** What the scanner would say of a line, as far as the corpus needs it: table rows, bullets, `#` titles, paragraphs. */
export function contextOf(text: string, tableHeader = ''): LineContext {
  const row = /^\s*\|(.*)\|\s*$/.exec(text);
  if (row)
    return {
      kind: 'tableRow',
      start: 0,
      end: text.length,
      cells: cellsOf(text, text.indexOf('|')),
      ...(tableHeader ? { tableHeader } : {}),
    };
  const bullet = /^\s*[-*+] (?:\[[ xX]\] )?/.exec(text);
  if (bullet) return { kind: 'listItem', start: bullet[0].length, end: text.length };
  const hashes = /^#+ /.exec(text);
  return { kind: hashes ? 'title' : 'paragraph', start: hashes?.[0].length ?? 0, end: text.length };
}

export function score(lines: readonly LabelledLine[]): Score {
  let [gaps, traps, found, falseAlarms, warningsFound, warningsFalse, masked, maskedFound, kindsRight] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  const mistakes: string[] = [];
  for (const line of lines) {
    const open = new Set(line.labels.filter((label) => label.is === 'gap'));
    traps += line.labels.filter((label) => label.is === 'trap').length;
    gaps += open.size;
    masked += line.labels.filter((label) => label.is === 'masked').length;
    const wrong = (what: string, span: Span, more = ''): void => {
      const around = `${line.text.slice(Math.max(0, span.start - 10), span.start)}▮${line.text.slice(span.start, span.end)}▮${line.text.slice(span.end, span.end + 10)}`;
      mistakes.push(`${what}\t${line.file}:${line.number}\t${around}\t${more}`);
    };
    for (const datum of findMissingData(line.text, contextOf(line.text, line.tableHeader))) {
      const label = line.labels.find((one) => overlaps(one, datum) && (one.is !== 'gap' || open.has(one)));
      if (datum.masking && label?.is === 'masked') maskedFound++;
      else if (label?.is === 'gap' && !datum.masking) {
        open.delete(label);
        found++;
        if (datum.certainty !== 'maybe') warningsFound++;
        if (label.kind === datum.kind) kindsRight++;
        else wrong('kind', datum, `${label.kind} taken for ${datum.kind}`);
      } else {
        falseAlarms++;
        if (datum.certainty !== 'maybe') warningsFalse++;
        wrong('false', datum, said(datum));
      }
    }
    for (const label of open) wrong('missed', label);
  }
  const precision = found / Math.max(1, found + falseAlarms);
  const recall = found / Math.max(1, gaps);
  return {
    gaps,
    traps,
    found,
    falseAlarms,
    warningsFound,
    warningsFalse,
    masked,
    maskedFound,
    kindsRight,
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(1e-9, precision + recall),
    kindAccuracy: kindsRight / Math.max(1, found),
    mistakes,
  };
}

function said({ kind, certainty, masking }: MissingDatum): string {
  return `${kind} ${certainty}${masking ? ' masking' : ''}`;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** One line of figures: `gaps 434 traps 286 P 0.990 R 0.980 F1 0.985 kind 0.950`. */
export function figures(result: Score): string {
  const part = (value: number): string => value.toFixed(3);
  return `gaps ${result.gaps}, traps ${result.traps}, found ${result.found}, false alarms ${result.falseAlarms}, as warnings ${result.warningsFound} and ${result.warningsFalse}, masked names ${result.maskedFound}/${result.masked}; precision ${part(result.precision)}, recall ${part(result.recall)}, F1 ${part(result.f1)}, kind ${part(result.kindAccuracy)}`;
}
