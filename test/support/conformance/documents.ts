// The reports that the conformance table is measured on. All words are made up.

import type { PageLayout } from '../../../server/src/render/layout/pageLayout.ts';
import { gb33476 } from '../../../server/src/render/layout/presets.ts';

const long = '各单位要对照清单逐项整改，按时报送进展情况，确保各项措施落到实处、见到成效。';

const general = `---
文种: 通知
份号: "000027"
密级: 秘密★1年
紧急程度: 特急
发文机关: 青山市档案局
发文字号: 青档发〔2026〕7号
抄送: [市委办公室, 市人大常委会办公室, 市政府办公室, 市政协办公室, 市中级人民法院, 市人民检察院, 青山军分区]
印发机关: 青山市档案局办公室
印发日期: 2026年11月20日
---
青山市档案局关于开展档案库房安全检查的通知

各县（区）档案局，市直各单位：

为保证档案实体安全，定于十一月下旬开展库房安全检查，现将有关事项通知如下：

一、检查内容
（一）温湿度。查看记录是否完整，超出范围时是否采取措施。${long}
1. 库房
每日上午、下午各记录一次。
（1）记录方式
采用自动采集的，应当每周核对一次。

附件：1. 档案库房安全检查发现问题清单以及各县区档案局整改责任分工和完成时限一览表
      2. 整改台账

青山市档案局
2026年11月18日

（联系人：周明，电话：0000-0000000）

附件1

档案库房安全检查发现问题清单以及各县区档案局整改责任分工和完成时限一览表

库房温度偏高的，应当增设空调设备。

附件2

整改台账

台账由各单位自行保管。
`;

const head = (type: string, more: string): string =>
  `---\n文种: ${type}\n发文机关: 临江市交通运输局\n发文字号: 临交〔2026〕45号\n${more}---\n`;
const request = `临江市交通运输局关于增设公交线路的请示

市人民政府：

拟增设两条公交线路，现将有关情况报告如下。

妥否，请批示。

`;

export interface Source {
  readonly text: string;
  /** Its first paragraph is shaded, which shows where lines begin and end. */
  readonly shaded?: true;
  readonly layout?: PageLayout;
}

/** Reports by name. */
export const sources: Readonly<Record<string, Source>> = {
  general: { text: general },
  full: { text: `${'国'.repeat(28 * 22 * 100 - 2)}\n` },
  fullLines: { text: `${'国'.repeat(28 * 22 * 3)}\n`, shaded: true },
  inkLines: { text: `${'国'.repeat(28 * 22 * 3)}\n`, layout: gb33476, shaded: true },
  upward: { text: `${head('请示', '签发人: [赵启明, 孙丽, 周文博]\n')}${request}临江市交通运输局\n2026年9月8日\n` },
  oneSigner: { text: `${head('请示', '签发人: 赵启明\n')}${request}临江市交通运输局\n2026年9月8日\n` },
  joint: {
    text: `---\n文种: 通知\n发文机关: [云岭市林业局, 云岭市应急管理局, 云岭市气象局]\n发文字号: 云林联发〔2026〕3号\n---\n${request}`,
  },
  sealed: { text: `${head('请示', '用印: 盖章\n')}${request}临江市交通运输局\n2026年9月8日\n` },
  stamped: { text: `${head('请示', '用印: 签名章\n')}${request}局长　赵启明\n2026年9月8日\n` },
  short: { text: `${request}值班室\n2026年1月5日\n` },
  longOrgan: {
    text: `${request}临江市交通运输局办公室政务公开科
2026年1月5日
`,
  },
  noted: { text: `关于试行的通知\n\n各科室：\n\n自下月起试行。\n\n附件：值班表\n\n值班室\n2026年1月5日\n` },
  letter: {
    text: `${head('函', '份号: "000031"\n密级: 秘密★1年\n紧急程度: 加急\n抄送: [市政府办公室]\n印发机关: 临江市交通运输局办公室\n印发日期: 2026年9月9日\n')}临江市交通运输局关于商请核实登记信息的函\n\n市公安局：\n\n现请协助核实有关车辆的登记信息。\n\n${'国'.repeat(28 * 22)}\n\n专此函商。\n\n临江市交通运输局\n2026年9月8日\n`,
  },
  order: {
    text: `---\n文种: 命令\n发文机关: 平湖市人民政府\n发文字号: 第26号\n---\n《平湖市户外广告设施管理办法》已经会议通过，现予公布，自二〇二七年一月一日起施行。\n\n市长　陆远舟\n2026年11月30日\n`,
  },
  minutes: {
    text: `---\n文种: 纪要\n发文机关: 南浦区人民政府常务会议纪要\n发文字号: 〔2026〕第8期\n---\n九月十日上午，区长主持召开区人民政府常务会议。\n\n出席：${'各副区长，'.repeat(12)}各街道主任\n\n列席：各部门负责人\n`,
  },
  turned: {
    text: `关于检查情况的报告\n\n情况见表1、表2。\n\n表1 检查记录 {横排}\n\n| 项目 | 日期 | 部位 | 问题 |\n| --- | --- | --- | --- |\n| 一标 | 9月 | 渠道 | 麻面 |\n\n表2 复查记录 {横排}\n\n| 项目 | 日期 | 部位 | 结果 |\n| --- | --- | --- | --- |\n${'| 二标 | 10月 | 道路 | 合格 |\n'.repeat(30)}`,
  },
};
