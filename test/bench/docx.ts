// How fast an export is, in process and warm, beside pandoc as a process and html-to-docx: `npm run bench -- docx`. For html-to-docx name a
// folder that it is installed in: `HTML_TO_DOCX=/some/folder/node_modules/html-to-docx`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ReportDocument } from '../../server/src/engine/document.ts';
import { reportOf } from '../../server/src/engine/model/blocks.ts';
import { exportDocx } from '../../server/src/render/docx/exportDocx.ts';
import { layoutOf } from '../../server/src/render/layout/layoutOf.ts';
import { english } from '../../server/src/wording/localize.ts';

const sentence = '坚持以群众需求为导向，逐项梳理薄弱环节，明确责任单位和完成时限，确保各项任务按期落实到位。';
const paragraph = sentence.repeat(3).slice(0, 120);
const title = '关于年度工作情况的报告';
const paragraphs = (count: number): readonly string[] => Array.from({ length: count }, () => paragraph);
const textOf = (count: number): string => `${title}\n\n市人民政府：\n\n${paragraphs(count).join('\n\n')}\n`;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds from the text to the bytes, parsing and the choice of the layout included. */
async function once(text: string, version: number): Promise<{ readonly time: number; readonly size: number }> {
  const start = performance.now();
  const document = ReportDocument.create('file:///bench.report', 'report', version, text);
  const { bytes } = await exportDocx(reportOf(document), {
    layout: layoutOf(document),
    final: true,
    pictures: async () => ({ problem: '' }),
    t: english,
  });
  return { time: performance.now() - start, size: bytes.length };
}

/** The whole pandoc process, as a command would start it. `undefined` where there is no pandoc. */
function pandoc(folder: string, count: number): number | undefined {
  const source = join(folder, 'text.md');
  writeFileSync(source, `# ${title}\n\n${paragraphs(count).join('\n\n')}\n`);
  const start = performance.now();
  const { error, status } = spawnSync('pandoc', [source, '-o', join(folder, 'pandoc.docx')]);
  return error === undefined && status === 0 ? performance.now() - start : undefined;
}

type HtmlToDocx = (html: string, header: null, options: object) => Promise<unknown>;

async function htmlToDocx(): Promise<HtmlToDocx | undefined> {
  const folder = process.env.HTML_TO_DOCX;
  if (folder === undefined) return undefined;
  const module: { readonly default: HtmlToDocx } = await import(pathToFileURL(join(folder, 'dist/html-to-docx.umd.js')).href);
  return module.default;
}

const text = textOf(500);
const cold = (await once(text, 0)).time;
// A server has exported before.
for (let run = 0; run < 30; run++) await once(text, run);

// Rounds, so that a busy moment of the machine hits all alike.
const rounds = 11;
const ours: number[] = [];
const theirs = { pandoc: [] as number[], html: [] as number[] };
const folder = mkdtempSync(join(tmpdir(), 'report-writer-bench-'));
const convert = await htmlToDocx();
const html = `<h1>${title}</h1>${paragraphs(500)
  .map((words) => `<p>${words}</p>`)
  .join('')}`;
let size = 0;
if (convert !== undefined) for (let run = 0; run < 3; run++) await convert(html, null, {});
for (let round = 0; round < rounds; round++) {
  const own = await once(text, round);
  ours.push(own.time);
  size = own.size;
  const process = pandoc(folder, 500);
  if (process !== undefined) theirs.pandoc.push(process);
  if (convert !== undefined) {
    const start = performance.now();
    await convert(html, null, {});
    theirs.html.push(performance.now() - start);
  }
}
rmSync(folder, { recursive: true, force: true });
const own = median(ours);
console.log(
  `500 paragraphs × 120 characters, with parsing and layout: cold ${cold.toFixed(0)} ms, warm ${own.toFixed(1)} ms, ${size} bytes`,
);
const beside = (name: string, times: readonly number[], wanted: string, without: string): void =>
  console.log(
    times.length === 0
      ? `${name}: ${without}`
      : `${name}: ${median(times).toFixed(1)} ms, ${(median(times) / own).toFixed(1)} times as long (wanted: ${wanted})`,
  );
beside('pandoc as a process', theirs.pandoc, 'at least 5', 'not there (apt-get install pandoc)');
beside('html-to-docx, warm', theirs.html, 'more than 1', 'not there; HTML_TO_DOCX names the folder it is installed in');

globalThis.gc?.();
const large = textOf(10_000);
const times: number[] = [];
let bytes = 0;
for (let run = 0; run < 3; run++) {
  const one = await once(large, run);
  times.push(one.time);
  bytes = one.size;
}
const peak = process.resourceUsage().maxRSS / 1024;
console.log(
  `10,000 paragraphs: ${median(times).toFixed(0)} ms, ${bytes} bytes; at most ${peak.toFixed(0)} MB resident in this process (wanted: 400)`,
);
