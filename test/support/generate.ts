/** A seeded generator of numbers in [0, 1): mulberry32. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const clauses = [
  '坚持问题导向和目标导向相结合',
  '全面梳理各环节存在的薄弱之处',
  '逐项建立台账并明确整改时限',
  '进一步健全工作机制',
  '组织专题培训12场次',
  '完成投资3.6亿元',
  '较上年增长8.5%',
  '惠及群众2400余人',
  '各项任务按期推进',
  '定期调度、通报进展情况',
  '落实“一岗双责”要求',
  '形成上下联动的工作格局',
];
const gaps = ['共召开会议*次', '投入资金××万元', '同比增长*%', '覆盖XX个乡镇', '20XX年完成验收', '由____负责落实'];
const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/**
 * A Chinese report of a given number of lines: headings of three levels, paragraphs, points, tables; some 70 bytes a line and a gap in
 * about every twentieth line. The same seed gives the same text.
 */
export function generateReport(lineCount: number, seed = 9704): string {
  const next = random(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const sentence = (): string => `${pick(clauses)}，${pick(clauses)}${next() < 0.05 ? `，${pick(gaps)}` : ''}。`;
  const lines = ['关于年度工作情况的报告', '', '市人民政府：'];
  for (let i = 0; lines.length < lineCount; i++) {
    const turn = i % 20;
    if (turn === 0) {
      lines.push(`${chinese[Math.floor(i / 20) % 10]}、第${Math.floor(i / 20) + 1}项工作`);
    } else if (turn % 5 === 1) {
      lines.push(`（${chinese[Math.floor(turn / 5)]}）抓好落实。${sentence()}`);
    } else if (turn === 8) {
      lines.push('| 项目 | 计划 | 完成 |', '|---|--:|--:|', `| 投资 | ${Math.floor(next() * 900)} | ${Math.floor(next() * 900)} |`);
    } else if (turn === 12) {
      lines.push(`一是${sentence()}二是${sentence()}`);
    } else {
      lines.push(sentence());
    }
  }
  return lines.slice(0, lineCount).join('\n');
}
