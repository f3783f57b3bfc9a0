import type { MissingDatum } from '../../../server/src/engine/missing/missingDatum.ts';
import type { Block, Inline, Report } from '../../../server/src/engine/model/report.ts';
import { hostileLinks, hostileTexts } from './hostile.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words, start: 0 });

/** A report with the words in every place that words can stand. */
export function reportOf(words: string): Report {
  const datum: MissingDatum = { start: 0, end: words.length, kind: 'count', certainty: 'sure', field: words, unit: words };
  const inlines: readonly Inline[] = [
    text(words),
    { kind: 'text', text: words, start: 1, bold: true },
    { kind: 'missing', text: words, start: 2, datum },
    { kind: 'code', text: words, start: 3 },
    { kind: 'link', text: words, href: words, start: 4 },
    { kind: 'footnoteReference', label: words, start: 5 },
    { kind: 'field', key: words, text: words, start: 6 },
    { kind: 'field', key: words, text: words, start: 7, value: words },
  ];
  const line = { lineOffset: 0, inlines };
  const blocks: Block[] = [
    { kind: 'title', lines: [line, line], lineCount: 1 },
    { kind: 'documentNumber', inlines, lineCount: 1 },
    { kind: 'addressee', inlines, lineCount: 1 },
    { kind: 'heading', level: 1, number: words, heading: inlines, body: [], lineCount: 1 },
    { kind: 'heading', level: 2, number: words, heading: inlines, body: inlines, lineCount: 1 },
    { kind: 'paragraph', inlines, lineCount: 1 },
    { kind: 'list', items: [{ ...line, depth: 0 }], lineCount: 1 },
    {
      kind: 'table',
      table: {
        caption: line,
        header: { lineOffset: 1, cells: [inlines] },
        rows: [{ lineOffset: 2, cells: [inlines] }],
        alignments: ['left'],
      },
      lineCount: 3,
    },
    { kind: 'picture', path: words, caption: inlines, pathStart: 0, lineCount: 1 },
    { kind: 'caption', of: 'figure', inlines, lineCount: 1 },
    { kind: 'code', lines: [words], language: words, lineCount: 3 },
    { kind: 'footnote', label: words, inlines, lineCount: 1 },
    { kind: 'closing', inlines, lineCount: 1 },
    { kind: 'attachmentNote', items: [{ ...line, number: 1 }, line], lineCount: 2 },
    { kind: 'signature', organs: [line], date: line, lineCount: 2 },
    { kind: 'note', inlines, lineCount: 1 },
    { kind: 'attachment', mark: inlines, title: [line], lineCount: 2 },
  ];
  const frontMatter = {
    title: words,
    issuingOrgan: [words],
    documentNumber: words,
    copyNumber: words,
    secrecy: words,
    urgency: words,
    signers: [words],
    language: words,
  };
  return { frontMatter, blocks };
}

/** The same with everything hostile at once. */
export function hostileReport(): Report {
  const reports = [...hostileTexts, ...hostileLinks].map(reportOf);
  return { frontMatter: reports[0]?.frontMatter ?? {}, blocks: reports.flatMap(({ blocks }) => blocks) };
}
