import assert from 'node:assert/strict';
import { signatureIndents } from '../../../server/src/render/layout/signatureIndents.ts';
import { breakTitle } from '../../../server/src/render/layout/titleLines.ts';
import { widthInChars } from '../../../server/src/render/layout/widthInChars.ts';

const linesOf = (text: string, chars = 20): readonly string[] => {
  const columns = [0, ...breakTitle(text, chars), text.length];
  return columns.slice(1).map((to, index) => text.slice(columns[index], to).trim());
};

describe('the lines of a title (7.3.1)', () => {
  it('leaves a title that fits on one line', () => assert.deepEqual(breakTitle('关于读者服务工作的自查报告', 20), []));

  const titles: readonly (readonly string[])[] = [
    ['青山市档案局关于二〇二六年度全市', '档案安全专项检查情况的报告'],
    ['青山市自然资源和规划局关于加强和规范', '建设用地审批管理工作的若干意见'],
    ['临江市交通运输局', '关于商请协助核实货运车辆登记信息的函'],
    ['云岭市林业局', '云岭市应急管理局 云岭市气象局', '关于建立春季森林火险联合会商机制的通知'],
    ['青山市人民政府办公室关于转发市发展改革委', '等部门青山市推动大规模设备更新和', '消费品以旧换新实施方案的通知'],
  ];
  for (const lines of titles) {
    it(`breaks into ${lines.join(' / ')}`, () => {
      const joined = lines.join(/^云岭/.test(lines[0] ?? '') ? ' ' : '');
      assert.deepEqual(linesOf(joined.replace(' 关于', '关于')), lines);
    });
  }

  it('never exceeds the measure and never makes an hourglass', () => {
    const parts = ['关于', '加强', '全市', '档案', '安全', '工作', '的', '通知', '《办法》', '2026年', '和', '管理'];
    for (let seed = 0; seed < 300; seed++) {
      const text = Array.from(
        { length: 10 + (seed % 14) },
        (_, index) => parts[(seed * 7 + index * index * 3 + index) % parts.length],
      ).join('');
      const widths = linesOf(text).map(widthInChars);
      if (widths.length === 1) continue;
      for (const width of widths) assert.ok(width <= 20, text);
      const [first = 0, second = 0, third] = widths;
      if (third !== undefined && widths.length === 3) assert.ok(!(second < first && second < third), linesOf(text).join(' / '));
    }
  });

  it('begins no line with 的, 和 or a closing mark, and ends none with 《', () => {
    for (let length = 8; length < 40; length++) {
      for (const broken of linesOf(`${'的和'.repeat(4)}关于印发《${'档案管理'.repeat(length / 4)}办法（试行）》的通知`).slice(1)) {
        assert.doesNotMatch(broken, /^[的和》）]/);
      }
    }
  });

  it('gives up on a title that is too long for four lines', () => assert.deepEqual(breakTitle('国'.repeat(200), 20), []));

  it('ends quickly on a title of 5,000 words', () => assert.deepEqual(breakTitle('关于工作的'.repeat(5000), 20), []));
});

describe('the indents of a signature without seal (7.3.5.2)', () => {
  it('sets the signature two characters from the edge, the date two right of its first character', () =>
    assert.deepEqual(signatureIndents([12], 7, 2), { organs: [2], date: 5 }));

  it('sets a date longer than the signature two from the edge and moves the signature', () =>
    assert.deepEqual(signatureIndents([3], 7, 2), { organs: [8], date: 2 }));

  it('lets several organs begin under each other', () => assert.deepEqual(signatureIndents([12, 8], 7, 2), { organs: [2, 6], date: 5 }));

  it('sets a date without signature two from the edge', () => assert.deepEqual(signatureIndents([], 7, 2), { organs: [], date: 2 }));
});
