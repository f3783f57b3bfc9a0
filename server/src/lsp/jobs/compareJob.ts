import { compareReports } from '../../compare/compareReports.ts';
import { comparisonHtml } from '../../compare/comparisonHtml.ts';
import { reportDataOf } from '../../data/reportData.ts';
import type { DataSheet } from '../../data/sheet.ts';
import { ReportDocument } from '../../engine/document.ts';
import { reportOf } from '../../engine/model/blocks.ts';
import { describeGap } from '../../features/previewGaps.ts';
import type { StyleKnown } from '../../features/styleFindings.ts';
import { renderHtml } from '../../render/html/renderHtml.ts';
import { layoutOf } from '../../render/layout/layoutOf.ts';
import { makeLocalize } from '../makeLocalize.ts';
import { type PictureFiles, pictureSources } from '../pictureFiles.ts';

/** Two versions of a report to be compared as pages. */
export interface CompareJob {
  readonly uri: string;
  readonly text: string;
  readonly old: string;
  /** What the old version is called: `HEAD`, a file's name. */
  readonly oldName: string;
  readonly title: string;
  readonly preset?: string;
  readonly locale: string | undefined;
  readonly sheets?: readonly DataSheet[] | undefined;
  /** The style file of the new version, where it names one. */
  readonly style?: StyleKnown | undefined;
  /** Of the new version. */
  readonly pictures: PictureFiles;
}

export interface CompareOutcome {
  /** One HTML file that loads nothing and has no scripts. */
  readonly html: string;
  /** Blocks that are not as they were, and keys of the front matter. */
  readonly changes: number;
}

export function runCompareJob(job: CompareJob): CompareOutcome {
  const t = makeLocalize(job.locale);
  const documentOf = (text: string) => {
    const document = ReportDocument.create(job.uri, 'report', 0, text);
    if (job.sheets !== undefined) document.setValues(reportDataOf(job.sheets).texts);
    return document;
  };
  const document = documentOf(job.text);
  const comparison = compareReports(reportOf(documentOf(job.old)), reportOf(document));
  const html = renderHtml(comparison.report, {
    layout: layoutOf(document, job.preset, job.style?.style),
    t,
    title: job.title,
    describe: (inline) => describeGap(inline, t),
    pictures: pictureSources(job.pictures, t),
    comparison: comparisonHtml(comparison, job.oldName, t),
  });
  return { html, changes: comparison.changes.size + comparison.frontMatter.length };
}
