// How fast missing data are found. Bundle with esbuild and run with node; prints MB/s of UTF-8.
import { findMissingData } from '../../server/src/engine/missing/findMissingData.ts';
import { repeatedUnits } from '../support/repeatedUnits.ts';

const plain = [
  '坚持把政治建设摆在首位，深入学习贯彻上级决策部署，压紧压实全面从严治党责任，推动各项工作取得新的成效。',
  '（一）强化组织领导。成立由主要负责人任组长的工作专班，制定《年度重点任务清单》，明确“任务书”和“时间表”，全年召开调度会12次，解决问题36个。',
  '全年完成固定资产投资45.6亿元，同比增长8.3%；新增规模以上工业企业7家，带动就业1200余人，群众满意度达到98.5%。',
  '一是抓好基层基础工作，二是抓好队伍建设工作，三是抓好作风建设工作，努力营造风清气正的良好环境。',
];
const gappy = [
  '全年共召开党员大会*次，支委会**次，走访群众XX户，协调资金××万元，同比增长X.X%。',
  '20XX年X月X日，XX县XX局召开会议，印发《XX方案》（×政发〔20××〕×号），参会____人，经费【待补】万元。',
];

/** Lines of about `megabytes` of UTF-8, made from the samples; every line has its own number, as a report's lines differ. */
function linesOf(samples: readonly string[], megabytes: number): readonly string[] {
  const lines: string[] = [];
  let bytes = 0;
  for (let index = 0; bytes < megabytes * 1e6; index++) {
    const line = `第${index}段 ${samples[index % samples.length] ?? ''}`;
    bytes += new TextEncoder().encode(line).length + 1;
    lines.push(line);
  }
  return lines;
}

function measure(name: string, samples: readonly string[]): void {
  const lines = linesOf(samples, 4);
  const bytes = lines.reduce((sum, line) => sum + new TextEncoder().encode(line).length + 1, 0);
  const speeds: number[] = [];
  let found = 0;
  for (let round = 0; round < 9; round++) {
    found = 0;
    const begin = performance.now();
    for (const line of lines) found += findMissingData(line, { start: 0, end: line.length, kind: 'paragraph' }).length;
    speeds.push(bytes / 1000 / (performance.now() - begin));
  }
  speeds.sort((a, b) => a - b);
  console.log(
    `${name}: ${(speeds[4] ?? 0).toFixed(0)} MB/s (median of ${speeds.length}), ${found} found in ${(bytes / 1e6).toFixed(1)} MB`,
  );
}

measure('missing data, text without gaps', plain);
measure('missing data, one gap in 20 lines', [...plain, ...plain, ...plain, ...plain, ...plain.slice(1), gappy[0] ?? '']);
measure('missing data, gaps in every line', gappy);

/** The fastest of three, in ms. */
function fastest(unit: string, length: number): number {
  const line = unit.repeat(Math.ceil(length / unit.length));
  const times = [0, 1, 2].map(() => {
    const begin = performance.now();
    findMissingData(line, { start: 0, end: line.length, kind: 'paragraph' });
    return performance.now() - begin;
  });
  return Math.min(...times);
}

const growths = repeatedUnits
  .map((unit) => ({ unit, times: fastest(unit, 400_000) / Math.max(fastest(unit, 100_000), 5) }))
  .sort((a, b) => b.times - a.times);
const worst = growths.slice(0, 5).map(({ unit, times }) => `${JSON.stringify(unit)} ${times.toFixed(1)}`);
console.log(
  `a line four times as long takes so many times as long (linear: 4, quadratic: 16), the worst of ${growths.length}: ${worst.join(', ')}`,
);
