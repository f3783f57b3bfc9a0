// Long reports of different forms, made from our own words: the same seed gives the same text.
import { random } from './generate.ts';

const subjects = ['各乡镇', '县直各单位', '项目指挥部', '有关企业', '市场监管部门', '驻村工作队', '各级河长', '社区网格员'];
const verbs = ['逐项核对', '集中整改', '按月通报', '定期会商', '分类处置', '全程跟踪', '及时公示', '现场复核'];
const objects = [
  '重点工程进度',
  '安全生产台账',
  '群众来信来访',
  '“一网通办”事项',
  '防汛物资储备',
  '耕地保护任务',
  'A类企业名录',
  '2026年度预算',
];
const results = [
  '办结率达到98.6%，比上年同期提高3.2个百分点',
  '累计投入资金1260.5万元',
  '惠及群众2.4万人次',
  '形成问题清单、责任清单和整改清单',
  '平均办理时限由15个工作日压缩到7个工作日',
  '建成5G基站36座，GDP增长6.1%',
  '《县城更新三年行动方案（2025—2027年）》基本完成',
  '完成率为*%，较计划相差*个百分点',
];
const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const numberOf = (index: number): string => (index < 10 ? (chinese[index] ?? '') : `十${chinese[index - 10] ?? ''}`);

/** What a long report may hold beside headings and paragraphs. */
export interface LongReport {
  /** Parts of the first level; one is some three pages. */
  readonly parts: number;
  readonly seed: number;
  readonly frontMatter?: readonly string[];
  readonly contents?: boolean;
  readonly notes?: boolean;
  readonly tables?: boolean;
  readonly lists?: boolean;
  readonly gaps?: boolean;
  readonly attachments?: number;
}

/** A long report in Chinese. */
export function longReport(options: LongReport): string {
  const next = random(options.seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const clause = (): string => `${pick(subjects)}${pick(verbs)}${pick(objects)}`;
  const sentence = (): string => {
    const gap = options.gaps && next() < 0.4 ? pick(['，由____负责', '，共*项', '，涉及××个村', '，占比*%', '，资金*万元']) : '';
    return `${clause()}，${next() < 0.5 ? `${clause()}，` : ''}${pick(results)}${gap}。`;
  };
  const paragraph = (most: number): string => Array.from({ length: 1 + Math.floor(next() * most) }, sentence).join('');
  const lines = options.frontMatter ? ['---', ...options.frontMatter, '---'] : [];
  lines.push('云溪县人民政府关于重点工作推进情况的综合报告', '', '市人民政府：', '');
  if (options.contents) lines.push('[TOC]', '');
  let note = 0;
  const footnotes: string[] = [];
  for (let part = 0; part < options.parts; part++) {
    lines.push(`${numberOf(part % 20)}、${pick(objects).replace('“一网通办”', '政务服务')}推进情况`);
    for (let section = 0; section < 3; section++) {
      lines.push(`（${numberOf(section)}）${pick(verbs)}${pick(['各项任务', '薄弱环节', '遗留问题'])}`);
      lines.push(paragraph(5));
      for (let item = 0; item < 3; item++) lines.push(`${item + 1}. ${pick(verbs)}。${paragraph(3)}`);
      if (options.notes && next() < 0.7) {
        note++;
        lines.push(`${sentence().slice(0, -1)}[^${note}]。${sentence()}`);
        footnotes.push(`[^${note}]: ${paragraph(2)}`);
      }
      if (options.lists && next() < 0.5) for (let item = 0; item < 3; item++) lines.push(`- ${sentence()}`);
      lines.push(paragraph(4));
    }
    if (options.tables) {
      lines.push(`表${part + 1} 分乡镇完成情况`, '', '| 乡镇 | 计划（万元） | 完成（万元） | 说明 |', '|---|--:|--:|---|');
      for (let row = 0; row < 4 + Math.floor(next() * 12); row++) {
        lines.push(
          `| ${pick(['东河', '西坪', '南岭', '北桥'])}镇 | ${Math.floor(next() * 900)} | ${Math.floor(next() * 900)} | ${clause()} |`,
        );
      }
      lines.push('');
    }
  }
  lines.push('特此报告。', '');
  const attachments = options.attachments ?? 0;
  for (let index = 1; index <= attachments; index++) lines.push(`${index === 1 ? '附件：' : '      '}${index}. ${clause()}情况说明`);
  lines.push('', '云溪县人民政府', '2026年11月9日', '');
  lines.push(...footnotes);
  for (let index = 1; index <= attachments; index++)
    lines.push('', `附件${index}`, '', `${clause()}情况说明`, '', paragraph(8), paragraph(8));
  return lines.join('\n');
}

/** Reports of one page and its end, with every filling from `from` lines on: a thing that must not be parted meets every place of a page. */
export function pageEnds(end: (index: number) => readonly string[], from = 11, to = 20): string {
  const lines: string[] = ['页末排布试验', ''];
  for (let filling = from; filling <= to; filling++) {
    lines.push('', `附件${filling}`, '', `第${filling}组`, '');
    lines.push(...Array.from({ length: filling }, (_, index) => `第${filling}组第${index + 1}行填满版面。`), ...end(filling));
  }
  return lines.join('\n');
}

const english = [
  'The steering committee reviewed the delivery plan and confirmed the remaining milestones.',
  'Spending to date is $1.24 million, or 61% of the approved budget, and no new risks were raised.',
  'Site teams completed 148 of 160 inspections; the others wait for access, which the owner has promised by May.',
  'Our supplier’s “fast lane” offer would save 12 days but adds 4.5% to the price.',
];

/** A long report in English. */
export function longEnglishReport(parts: number, seed: number): string {
  const next = random(seed);
  const pick = (): string => english[Math.floor(next() * english.length)] ?? '';
  const lines = ['---', 'language: en', '---', '# Harbour Renewal Programme: Annual Report', ''];
  for (let part = 0; part < parts; part++) {
    lines.push(`## ${part + 1} Progress of work package ${part + 1}`, '');
    for (let count = 0; count < 6; count++) lines.push(Array.from({ length: 2 + Math.floor(next() * 5) }, pick).join(' '), '');
    lines.push('- '.concat(pick()), '- '.concat(pick()), '');
  }
  return lines.join('\n');
}
