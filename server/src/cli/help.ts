import type { Localize } from '../wording/localize.ts';

const lines: readonly (readonly [usage: string, meaning: string])[] = [
  ['check FILE… [--format text|json|sarif] [--pages]', 'Say what is missing or wrong.'],
  ['gaps FILE… [--format text|json|csv]', 'List the missing data with the words around them.'],
  [
    'export FILE… -o OUT.docx [--final]',
    'Make a Word file; --final leaves out the marks of a draft. Several files: -o names a folder; OUT.pdf makes a PDF.',
  ],
  ['  [--refuse-gaps]', 'Do not write a draft while data are missing; --final does not anyway.'],
  ['  [--allow-gaps]', 'Write the file with --final although data are missing.'],
  ['  [--deviations]', 'Print in what the layout differs from GB/T 9704-2012.'],
  ['  [--no-list]', 'Do not list the missing data at the end of a draft.'],
  ['  [--jobs N]', 'So many reports at a time; as many as there are cores otherwise.'],
  ['outline FILE [--format text|json]', 'Print the outline.'],
  ['render FILE -o OUT.html', 'Make one HTML file with the pages.'],
  ['compare OLD NEW -o OUT.html', 'Make one HTML file with the pages of both versions in one, changes marked.'],
  ['import FILE.docx… [-o OUT.report]', 'Make a report of a Word document, its pictures beside it. Several files: -o names a folder.'],
  ['  [--force]', 'Replace a report that is there.'],
  ['new TYPE [-o FILE]', 'Print or write the skeleton of a new report.'],
  ['new --list [--format text|json]', 'List the types of report.'],
  ['--help', 'Print this.'],
  ['--version', 'Print the version.'],
];

export function helpText(t: Localize): string {
  const width = Math.max(...lines.map(([usage]) => usage.length));
  const commands = lines.map(([usage, meaning]) => `  ${usage.padEnd(width)}  ${t(meaning)}`);
  return [
    t('report-writer: checks, exports and lays out reports.'),
    '',
    ...commands,
    '',
    t('Exit codes: 0 all right, 1 check or gaps found something, or a file was refused, 2 it could not run.'),
    t('Reports are read in UTF-8, UTF-16 or GB 18030.'),
    '',
  ].join('\n');
}
