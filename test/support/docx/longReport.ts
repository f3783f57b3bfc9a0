const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

const sentences = [
  '各责任单位按照方案要求逐项制定计划，明确牵头部门、配合部门和完成时限。',
  '工作专班每月召开一次调度会，听取进展情况，研究需要协调解决的事项。',
  '对群众反映集中的事项，实行台账管理，办结一件销号一件，并将结果及时反馈。',
  '经第三方抽样评估，多数指标好于上年，个别指标受外部因素影响略有回落。',
  '下一阶段将围绕薄弱环节补齐短板，继续完善制度，推动成果转化为长效机制。',
  '有关数据由统计部门会同行业主管部门核定，口径与往年保持一致。',
];

/** A report of more than a hundred pages with everything a long one has: contents, all levels, tables, footnotes, attachments. */
export function longReport(): string {
  const lines = ['---', '语言: 中文', '---', '临海市二〇二六年度重点工作完成情况综合报告', '', '[TOC]', '', '市人民政府：', ''];
  lines.push('现将二〇二六年度重点工作完成情况报告如下，主要指标见表1[^1]。', '');
  let table = 0;
  for (const [part, numeral] of numerals.entries()) {
    lines.push(`${numeral}、第${numeral}类重点工作完成情况`, '');
    for (const [section, inner] of numerals.slice(0, 6).entries()) {
      lines.push(`（${inner}）第${inner}项任务。${text(part + section, 9)}`, '');
      for (let point = 1; point <= 3; point += 1) {
        lines.push(`${point}. 第${point}个方面`, text(part + section + point, 8), '');
        if (point < 3) lines.push(`（1）具体做法`, text(part * section + point, 6), '');
      }
    }
    table += 1;
    lines.push(`表${table} 第${numeral}类任务主要指标`, '', '| 指标 | 单位 | 目标值 | 完成值 |', '| --- | --- | ---: | ---: |');
    for (let row = 1; row <= 8; row += 1) lines.push(`| 指标${numerals[row]} | 项 | ${row * 12 + part} | ${row * 12 + part + 1} |`);
    lines.push('', '注：完成值截至十二月底。', '');
  }
  lines.push('特此报告。', '', '附件：1. 重点项目清单', '      2. 责任分工一览表', '', '临海市发展和改革局', '2026年12月30日', '');
  lines.push('附件1', '', '重点项目清单', '', text(3, 30), '', '附件2', '', '责任分工一览表', '', text(5, 30), '');
  lines.push('[^1]: 指标口径见市统计局年度统计调查制度。', '');
  return lines.join('\n');
}

const text = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => sentences[(from + index) % sentences.length] ?? '').join('');
