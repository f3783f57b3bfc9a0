import type { ReportDocument } from '../../document.ts';
import { enclosing } from '../../syntax/enclosure.ts';
import type { Line } from '../../syntax/line.ts';
import { type DocumentRule, type Finding, type Fix, rangeIn, wordsOf } from '../rule.ts';

type Found = Omit<Finding, 'code'>;

interface Place {
  readonly line: number;
  readonly record: Line;
}

/** A comment or a code block that has no end, or not the one that was meant, so that words below it are not printed as they are read. */
export const unclosed: DocumentRule = {
  code: 'unclosed',
  scope: 'document',
  check(document) {
    const findings: Found[] = [];
    let open: Place | undefined;
    for (const [line, record] of document.relatedLines()) {
      switch (enclosing(record)) {
        case 'opens':
          open = { line, record };
          break;
        case 'interrupts':
          if (open !== undefined && hasWords(document, open.line + 1, line)) findings.push(interrupted(open));
          break;
        case 'trails':
          findings.push(trailing({ line, record }));
          break;
        case undefined:
      }
    }
    // An old opening may have been closed: the last line knows.
    const { enclosure } = document.line(document.lineCount - 1).stateOut;
    if (open !== undefined && (enclosure === 'comment' || enclosure === 'code') && hasWords(document, open.line + 1, document.lineCount)) {
      findings.push(enclosure === 'comment' ? endless(open) : endlessCode(open));
    }
    return findings;
  },
};

function hasWords(document: ReportDocument, from: number, to: number): boolean {
  for (const { text } of document.lines(from, to)) {
    if (text.trim() !== '') return true;
  }
  return false;
}

const at = ({ line, record }: Place) => rangeIn(line, wordsOf(record));

/** Not sure: the comment may be meant to go on for some lines. */
function closeHere(open: Place): Fix {
  const { end } = at(open);
  return {
    title: 'Close the comment at the end of this line',
    args: [],
    sure: false,
    edits: [{ range: { start: end, end }, newText: ' -->' }],
  };
}

const endless = (open: Place): Found => ({
  severity: 'warning',
  range: at(open),
  message: 'This comment is never closed: everything from here on is left out of the report. Close it with -->.',
  args: [],
  fix: closeHere(open),
});

const interrupted = (open: Place): Found => ({
  severity: 'warning',
  range: at(open),
  message: 'This comment is not closed before the next one, and ends only there: what stands between is left out of the report.',
  args: [],
  fix: closeHere(open),
});

const endlessCode = (open: Place): Found => ({
  severity: 'warning',
  range: at(open),
  message: 'This code block is never closed: everything below is read as code. Close it with a line {0}, or take this line out.',
  args: [open.record.stateOut.fence],
});

function trailing({ line, record }: Place): Found {
  const start = record.text.indexOf('-->') + 3;
  const end = record.text.trimEnd().length;
  const words = end - record.text.slice(start, end).trimStart().length;
  const gap = rangeIn(line, { start, end: words });
  return {
    severity: 'warning',
    range: rangeIn(line, { start: words, end }),
    message: 'These words are left out of the report: what follows the end of a comment of several lines must begin on a line of its own.',
    args: [],
    fix: { title: 'Put these words on a line of their own', args: [], sure: false, edits: [{ range: gap, newText: '\n' }] },
  };
}
