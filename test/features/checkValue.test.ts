import assert from 'node:assert/strict';
import { checkValue } from '../../server/src/features/checkValue.ts';
import { english } from '../../server/src/wording/localize.ts';
import { reportAt } from '../support/report.ts';

/** What is said about each value, typed at `‸`. */
function said(marked: string, value: string): string | undefined {
  const { document, position } = reportAt(marked);
  return checkValue(document, position, value, english);
}

const fine = (marked: string, ...values: readonly string[]) => {
  for (const value of values) assert.equal(said(marked, value), undefined, `${marked} ${value}`);
};
const doubtful = (marked: string, expected: RegExp, ...values: readonly string[]) => {
  for (const value of values) assert.match(said(marked, value) ?? 'nothing', expected, `${marked} ${value}`);
};

describe('The check of a typed value', () => {
  it('says nothing about an empty box, nor where no datum begins', () => {
    fine('全年召开会议‸*次。', '', '  ');
    fine('全年召开‸会议*次。', 'abc');
  });

  it('takes a whole number for a count', () => {
    fine('全年召开会议‸*次。', '12', '1,200', '１２', '十二', '三百六十', '约30', '0', '3-5');
    doubtful('全年召开会议‸*次。', /whole number is expected before “次”/, '3.5');
    doubtful('全年召开会议‸*次。', /not below zero/, '-3');
    doubtful('全年召开会议‸*次。', /“若干” is no number/, '若干');
  });

  it('takes parts of what is measured and of what has a scale', () => {
    fine('共流转土地‸*亩。', '3.5');
    fine('新建公路‸*公里。', '12.75');
    fine('累计服务‸*万人次。', '1.2');
  });

  it('notices a unit that would be written twice, and another unit', () => {
    doubtful('全年召开会议‸*次。', /“次” follows already/, '12次');
    doubtful('协调资金‸*余万元。', /“万元” follows already/, '300万元');
    doubtful('协调资金‸*余万元。', /“余” follows already/, '300余');
    doubtful('| 项目 | 金额（万元） |\n|---|---|\n| 会议 | ‸* |', /The unit is 万元/, '300元');
    fine('| 项目 | 金额（万元） |\n|---|---|\n| 会议 | ‸* |', '300万元', '300');
  });

  it('takes decimals, but no debts, for money', () => {
    fine('公务接待费‸*元。', '1,234.56', '￥300', '三万五千');
    doubtful('公务接待费‸*元。', /not below zero/, '-5');
    doubtful('公务接待费‸*元。', /no number/, '待定后补');
  });

  it('takes 0 to 100 for a share, and any number for growth and for what is fulfilled of a plan', () => {
    fine('群众满意度达到‸*%。', '98.5', '0', '100');
    doubtful('群众满意度达到‸*%。', /between 0 and 100/, '104', '-1');
    doubtful('群众满意度达到‸*%。', /“%” follows already/, '98%', '98％');
    fine('产值同比增长‸*%。', '120', '-3.2');
    fine('完成全年投资计划的‸XX%。', '112');
    doubtful('产值同比下降‸*%。', /without its minus/, '-5');
  });

  it('takes numbers for fractions, ratios and multiples', () => {
    fine('发文减少‸*/*。', '3');
    fine('男女比值为‸*:*。', '2', '1.5');
    fine('产值增长‸*倍。', '2.5');
    doubtful('产值增长‸*倍。', /no number/, '很多');
    doubtful('发文减少‸*/*。', /no number/, '若干');
  });

  it('takes a real date, with the parts that the place asks for', () => {
    const whole = '于‸20XX年X月X日成立。';
    fine(whole, '2025年3月5日', '二〇二五年三月五日', '2024年2月29日');
    doubtful(whole, /There is no 2025年2月29日/, '2025年2月29日');
    doubtful(whole, /A date like 2025年3月5日/, '2025年3月', '2025-03-05', '3月5日');
    doubtful(whole, /is no date/, '年底');
    doubtful(whole, /The year 3025 is unlikely/, '3025年3月5日');
    fine('于‸×月×日召开。', '3月5日');
    doubtful('于‸×月×日召开。', /A date like 3月5日/, '2025年3月5日');
    fine('会议于上午‸*时*分开始。', '9时30分');
    doubtful('会议于上午‸*时*分开始。', /There is no/, '25时10分');
    fine('signed on ‸[insert date].', '5 March 2025', 'March 5, 2025', '2025-03-05');
    doubtful('signed on ‸[insert date].', /There is no 31 June 2025/, '31 June 2025');
  });

  it('takes a year, a month or a day where its word stands in the report', () => {
    fine('‸20XX年完成。', '2025', '二〇二五');
    doubtful('‸20XX年完成。', /“年” follows already/, '2025年');
    doubtful('‸20XX年完成。', /unlikely/, '25');
    fine('于2025年‸*月召开。', '12', '3-5', '十一');
    doubtful('于2025年‸*月召开。', /There is no 13月/, '13');
    doubtful('会议于2025年2月‸*日结束。', /There is no 30日/, '30');
    fine('会议于2024年2月‸*日结束。', '29');
  });

  it('looks for the figure, the table or the attachment that is pointed to', () => {
    const text = '情况见图‸*。\n\n图1 工作流程\n\n表2 经费\n';
    fine(text, '1');
    doubtful(text, /There is no 图2 in this report/, '2');
    doubtful(text, /“图” stands there already/, '图1');
    fine('详见附件‸*。\n\n附件：1. 名单\n      2. 经费表\n\n', '2');
    doubtful('详见附件‸*。\n\n附件：1. 名单\n      2. 经费表\n\n', /no 附件3/, '3');
  });

  it('takes a document number with its year in the brackets of GB/T 9704', () => {
    fine('根据‸×政发〔20××〕×号文件。', '清政发〔2025〕3号');
    doubtful('根据‸×政发〔20××〕×号文件。', /A document number like/, '清政发[2025]3号', '清政发〔2025〕第3号', '清政发〔2025〕03号');
  });

  it('takes any name, unless it would be a gap again', () => {
    fine('由‸×××同志主持。', '欧阳修远');
    doubtful('由‸×××同志主持。', /would still be missing data/, '××');
    doubtful('全年召开会议‸*次。', /would still be missing data/, '*');
  });

  it('checks the value of a number that is simply not there', () => {
    fine('共召开‸次会议，投入资金。', '12');
    doubtful('共召开‸次会议，投入资金。', /follows already/, '12次');
  });

  it('does not stumble over long or strange values', () => {
    for (const marked of ['会议‸*次。', '费用‸*元。', '占比‸*%。', '于‸20XX年X月X日。', '见图‸*。', '减少‸*/*。', '由‸×××主持。']) {
      for (const value of ['1'.repeat(50_000), '一'.repeat(50_000), ','.repeat(50_000), '\u{20bb7}'.repeat(20_000), '-'.repeat(50_000)]) {
        assert.doesNotThrow(() => said(marked, value));
      }
    }
  });
});
