// Exports of the fixtures and of reports built by hand, written to a folder of the run.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReportDocument } from '../../../server/src/engine/document.ts';
import { reportOf } from '../../../server/src/engine/model/blocks.ts';
import type { Block, BlockContent, Inline, Report, TextLine } from '../../../server/src/engine/model/report.ts';
import type { DocxExport, DocxOptions } from '../../../server/src/render/docx/docxOptions.ts';
import { exportDocx } from '../../../server/src/render/docx/exportDocx.ts';
import { layoutOf } from '../../../server/src/render/layout/layoutOf.ts';
import type { PageLayout } from '../../../server/src/render/layout/pageLayout.ts';
import { common } from '../../../server/src/render/layout/presets.ts';
import { english } from '../../../server/src/wording/localize.ts';
import { onePixelPng } from './samplePictures.ts';

const fixtureFolder = join(process.cwd(), 'test/fixtures/docx');

const documentOf = (text: string): ReportDocument => ReportDocument.create('file:///test.report', 'report', 1, text);

/** A report from its text. */
export const parse = (text: string): Report => reportOf(documentOf(text));

export interface Fixture {
  readonly name: string;
  readonly report: Report;
  /** As its front matter wants it. */
  readonly layout: PageLayout;
}

export const fixtures = (): readonly Fixture[] =>
  readdirSync(fixtureFolder)
    .filter((file) => file.endsWith('.report'))
    .sort()
    .map((file) => fixture(file.replace(/\.report$/, ''), readFileSync(join(fixtureFolder, file), 'utf8')));

/** A report with the layout it wants. */
export const fixture = (name: string, text: string): Fixture => ({ name, report: parse(text), layout: layoutOf(documentOf(text)) });

const defaults: DocxOptions = { layout: common, final: false, pictures: async () => ({ bytes: onePixelPng }), t: english };

export const exportWith = (report: Report, options: Partial<DocxOptions> = {}): Promise<DocxExport> =>
  exportDocx(report, { ...defaults, ...options });

export const runFolder = (): string => mkdtempSync(join(tmpdir(), 'report-writer-docx-'));

export function writeDocx(folder: string, name: string, bytes: Uint8Array): string {
  const path = join(folder, `${name}.docx`);
  writeFileSync(path, bytes);
  return path;
}

export const words = (text: string): readonly Inline[] => [{ kind: 'text', text, start: 0 }];
export const line = (text: string): TextLine => ({ lineOffset: 0, inlines: words(text) });
const blockOf = (content: BlockContent): Block => ({ ...content, lineCount: 1 });
export const paragraph = (text: string): Block => blockOf({ kind: 'paragraph', inlines: words(text) });
export const block = blockOf;

/** A report without front matter. */
export const reportWith = (blocks: readonly Block[], frontMatter: Report['frontMatter'] = {}): Report => ({ frontMatter, blocks });
