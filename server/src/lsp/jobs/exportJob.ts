import type { CancellationToken } from 'vscode-languageserver';
import { reportDataOf } from '../../data/reportData.ts';
import type { DataSheet } from '../../data/sheet.ts';
import { ReportDocument } from '../../engine/document.ts';
import { reportOf } from '../../engine/model/blocks.ts';
import { languageOf } from '../../engine/model/language.ts';
import type { Block, Report } from '../../engine/model/report.ts';
import type { Range } from '../../engine/text/position.ts';
import { describeGap } from '../../features/previewGaps.ts';
import { type StyleKnown, styleFileProblems } from '../../features/styleFindings.ts';
import type { ExportFormat, ExportProblem } from '../../protocol/export.ts';
import { exportDocx } from '../../render/docx/exportDocx.ts';
import { renderHtml } from '../../render/html/renderHtml.ts';
import { layoutOf } from '../../render/layout/layoutOf.ts';
import type { FileAnswer } from '../host.ts';
import { makeLocalize } from '../makeLocalize.ts';
import { pictureProblem, pictureSources } from '../pictureFiles.ts';
import type { Step } from './jobs.ts';

/** All an export needs, as data, so that a thread can take it along. */
export interface ExportJob {
  readonly uri: string;
  readonly text: string;
  /** A Word file, or the pages as one HTML file. */
  readonly format: ExportFormat;
  readonly final: boolean;
  /** In a draft: list the missing data on a page at the end. */
  readonly list: boolean;
  /** The layout that the settings name. */
  readonly preset?: string;
  /** The style file of the report, where it names one. */
  readonly style?: StyleKnown | undefined;
  readonly locale: string | undefined;
  /** The data sheets of the report, where it names any. */
  readonly sheets?: readonly DataSheet[] | undefined;
  /** What became of each picture path of the report. */
  readonly pictures: ReadonlyMap<string, FileAnswer>;
}

export interface ExportOutcome {
  readonly bytes: Uint8Array;
  readonly title: string | undefined;
  readonly problems: readonly ExportProblem[];
}

/** Renders the report in memory. Throws when cancelled. */
export async function runExportJob(job: ExportJob, step: Step, token: CancellationToken): Promise<ExportOutcome> {
  const document = ReportDocument.create(job.uri, 'report', 0, job.text);
  if (job.sheets !== undefined) document.setValues(reportDataOf(job.sheets).texts);
  const report = reportOf(document);
  const title = titleOf(report);
  const styled = (file: File): ExportOutcome => ({
    ...file,
    title,
    problems: [...styleProblems(job), ...file.problems],
  });
  if (job.format === 'html') return styled(pagesOf(job, document, report));
  const abort = new AbortController();
  const cancellation = token.onCancellationRequested(() => abort.abort());
  try {
    return styled(await wordFileOf(job, document, report, step, abort.signal));
  } finally {
    cancellation.dispose();
  }
}

type File = Omit<ExportOutcome, 'title'>;

async function wordFileOf(job: ExportJob, document: ReportDocument, report: Report, step: Step, signal: AbortSignal): Promise<File> {
  const t = makeLocalize(job.locale);
  const { bytes, problems } = await exportDocx(report, {
    layout: layoutOf(document, job.preset, job.style?.style),
    final: job.final,
    list: job.list,
    pictures: async (path) => {
      const answer = job.pictures.get(path);
      return answer?.kind === 'file' ? { bytes: answer.bytes } : { problem: pictureProblem(path, answer, t) };
    },
    t,
    words: makeLocalize(languageOf(document)),
    signal,
    onProgress: (done) => step(Math.round(done * 100)),
    breathe: nextTurn,
  });
  return { bytes, problems: problems.map(({ block, message }) => ({ message, ...rangeOf(report.blocks, block) })) };
}

function pagesOf(job: ExportJob, document: ReportDocument, report: Report): File {
  const t = makeLocalize(job.locale);
  const pictures = pictureSources(job.pictures, t);
  const html = renderHtml(report, {
    layout: layoutOf(document, job.preset, job.style?.style),
    t,
    title: nameOf(job.uri),
    describe: (inline) => describeGap(inline, t),
    pictures,
  });
  const unprinted = [...job.pictures].filter(([path]) => pictures.sizeOf(path) === undefined);
  return {
    bytes: new TextEncoder().encode(html),
    problems: unprinted.map(([path, answer]) => ({ message: pictureProblem(path, answer, t) })),
  };
}

const styleProblems = ({ style, locale }: ExportJob): ExportProblem[] =>
  style === undefined ? [] : styleFileProblems(style, makeLocalize(locale)).map((message) => ({ message }));

function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}

/** Lets messages in, a cancellation above all. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function titleOf({ frontMatter, blocks }: Report): string | undefined {
  if (frontMatter.title) return frontMatter.title;
  const title = blocks.find((block) => block.kind === 'title');
  return title?.lines.map(({ inlines }) => inlines.map((inline) => ('text' in inline ? inline.text : '')).join('')).join('');
}

/** The first line of a block. */
function rangeOf(blocks: readonly Block[], index: number): { readonly range?: Range } {
  if (index < 0 || index >= blocks.length) return {};
  const line = blocks.slice(0, index).reduce((sum, { lineCount }) => sum + lineCount, 0);
  return { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } } };
}
