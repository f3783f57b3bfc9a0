// How fast an export is, in process and warm: `npm run bench -- docx`.
import { ReportDocument } from '../../server/src/engine/document.ts';
import { reportOf } from '../../server/src/engine/model/blocks.ts';
import { exportDocx } from '../../server/src/render/docx/exportDocx.ts';
import { common } from '../../server/src/render/layout/presets.ts';
import { english } from '../../server/src/wording/localize.ts';

const sentence = '坚持以群众需求为导向，逐项梳理薄弱环节，明确责任单位和完成时限，确保各项任务按期落实到位。';
const paragraph = sentence.repeat(3).slice(0, 120);
const textOf = (paragraphs: number): string =>
  `关于年度工作情况的报告\n\n市人民政府：\n\n${Array.from({ length: paragraphs }, () => paragraph).join('\n\n')}\n`;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds of each run: text → document → report → bytes. */
async function measure(paragraphs: number, runs: number): Promise<{ readonly times: readonly number[]; readonly size: number }> {
  const text = textOf(paragraphs);
  const times: number[] = [];
  let size = 0;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const report = reportOf(ReportDocument.create('file:///bench.report', 'report', run, text));
    const { bytes } = await exportDocx(report, { layout: common, final: true, pictures: async () => ({ problem: '' }), t: english });
    times.push(performance.now() - start);
    size = bytes.length;
  }
  return { times, size };
}

const [cold] = (await measure(500, 1)).times;
const warm = await measure(500, 25);
console.log(
  `500 paragraphs × 120 characters: cold ${cold?.toFixed(0)} ms, warm ${median(warm.times.slice(5)).toFixed(1)} ms, ${warm.size} bytes`,
);
const large = await measure(10_000, 3);
const { rss } = process.memoryUsage();
console.log(`10,000 paragraphs: ${median(large.times).toFixed(0)} ms, ${large.size} bytes, ${(rss / 2 ** 20).toFixed(0)} MB resident`);
