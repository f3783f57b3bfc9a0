import assert from 'node:assert/strict';
import { kinds, report } from '../../support/report.ts';

const kindOf = (line: string): string | undefined => kinds(`关于有关情况的报告\n\n市政府：\n一、情况\n正文。\n${line}`).at(-1);

describe('a closing', () => {
  const closings = [
    '特此报告。',
    '专此报告',
    '此复。',
    '以上报告，请审阅。',
    '以上意见，如无不妥，请批转各地执行。',
    '以上意见请认真贯彻执行。',
    '上述请示妥否，请批示。',
    '以上是我局2024年工作总结。',
    '妥否，请批示。',
    '当否？请指示。',
    '现予公告。',
    '现提请大会审议。',
    '盼复。',
  ];
  for (const line of closings) {
    it(`is seen in ${line}`, () => assert.equal(kindOf(line), 'closing'));
  }

  const sentences = [
    '现将意见转发给你们。',
    '现将有关情况报告上级部门。',
    '现阶段整改情况总体良好。',
    '以上情况十分严重。',
    '上述意见已经吸收到方案里。',
    '以上问题的情况反映出制度不健全。',
    '可否实行由各单位自行决定。',
  ];
  for (const line of sentences) {
    it(`is not seen in ${line}`, () => assert.equal(kindOf(line), 'paragraph'));
  }
});

describe('an addressee', () => {
  const addressees = [
    '市政府：',
    '各乡镇人民政府，各部门：',
    '市委：',
    '××：',
    '【单位名称】：',
    '主任、各位副主任、秘书长、各位委员：',
    '张三同志：',
    '县政府（办公室）：',
    'Dear Sir or Madam:',
    'The Finance Committee:',
  ];
  for (const line of addressees) {
    it(`is seen in ${line}`, () => {
      assert.equal(kinds(`${line}\n正文。`)[0], 'addressee');
      assert.equal(kinds(`报告\n\n${line}\n正文。`)[2], 'addressee');
    });
  }

  const others = [
    '针对上述问题提出如下建议：',
    '针对市政府的建议：',
    '主要建议：',
    '会议时间和议题：',
    '现将检查结果通报各单位：',
    'Summary of findings:',
  ];
  for (const line of others) {
    it(`is not seen in ${line}`, () => {
      assert.equal(kinds(`${line}\n正文。`)[0], 'paragraph');
      assert.equal(kinds(`报告\n\n${line}\n正文。`)[2], 'paragraph');
    });
  }
});

describe('the name of a missing datum', () => {
  const names: readonly (readonly [string, string | undefined])[] = [
    ['<!-- x -->共*次', '次数'],
    ['召开会议<!-- 待核 -->*次', '会议次数'],
    ['<!-- 全年会议 -->*次', '次数'],
    ['共*次<!-- 待核 -->会议', '会议次数'],
  ];
  for (const [text, name] of names) {
    it(`takes no words of a comment: ${text}`, () => {
      assert.deepEqual(
        report(text)
          .line(0)
          .missing.map(({ field }) => field),
        [name],
      );
    });
  }
});
