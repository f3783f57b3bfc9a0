import type { DatumKind } from '../missingDatum.ts';
import { WordTable } from '../wordTable.ts';
import { englishLabelKind } from './englishLabels.ts';

/** What a label before a colon, or the words inside a mark (【…】, [Client Name]), ask for. The word that ends last wins. */
const labelWords: readonly (readonly [DatumKind, string])[] = [
  [
    'money',
    `金额 费用 经费 价款 合同价 总价 单价 报价 预算 投资 投资额 总投资 造价 工资 薪资 薪酬 租金 押金 保证金 违约金 罚款 收入 支出 成本 利润 营收 产值 费 款 额 税 价 利税 限价 控制价 资金 补助 奖金 人民币 大写 小写 货款 余额 税额 借款 贷款 注册资本
     amount price fee cost costs budget revenue revenues sum salary rent deposit spend spending savings sales profit funding value cash balance loss loan grant turnover payable salary wage bonus expenditure investment income payment turnover EBITDA capex`,
  ],
  ['percent', '率 份额 比例 占比 增速 增幅 降幅 百分比 比重 percentage percent rate share margin'],
  [
    'date',
    `日期 时间 年份 月份 年度 期限 生日 出生年月 出生日期 出生年月日 年月日 截止时间 起止时间 开工日期 竣工日期 成文日期 有效期 年月
     date dates day month year time deadline due period quarter effective timeline eta`,
  ],
  [
    'person',
    `姓名 名字 联系人 负责人 法定代表人 法人代表 法人 经办人 签发人 审核人 主持人 记录人 患者 学生 申请人 被申请人 当事人 责任人 承办人 委托代理人 代理人 签字 签名 项目经理 总监 主讲人 汇报人 主持 记录 签发 审核 校对 审批 编制 制表 填表 拟稿 核稿 复核 审定 监督人 见证人 保证人 担保人 借款人 出席 列席 缺席 请假 主讲 总指挥 副总指挥 组长 副组长 主任 书记 院长 校长 班主任 监护人 家长 出席人员 参会人员 填表人 制表人 报告人 导师 作者 职工姓名 人员姓名 主要领导 领导姓名
     name owner author manager lead contact speaker chair chairperson signatory sponsor approver reviewer director employee assignee recipient presenter attendee attendees facilitator`,
  ],
  [
    'org',
    `客户 客户名称 单位 单位名称 部门 部门名称 机关 机构 甲方 乙方 丙方 公司 公司名称 企业名称 机构名称 学校 学校名称 医院 开户行 开户银行 承办单位 主办单位 建设单位 施工单位 监理单位 采购人 供应商 投标人 招标人 招标代理机构 采购代理机构 被处罚单位 发包人 承包人 出租方 承租方 委托方 受托方 科室 班级 局名 发文机关 主送机关 中标人 中标单位 成交供应商 工作单位 组织名称 党组织名称 支部名称 落款单位 班组 责任班组 责任科室 责任单位
     company client customer organisation organization department team vendor supplier partner employer institution agency bank contractor bidder`,
  ],
  [
    'count',
    `人数 数量 次数 户数 件数 份数 个数 总数 家数 户 台数 面积 工期 分数 得分 成绩 票数 年龄 课时 床位数 学时 名额 期数 页数 编制数 参会人数 应到 实到 缺席 名次 排名
     number count quantity total headcount figure figures # n`,
  ],
  [
    'document',
    `文号 发文字号 文件名称 文件名 文件 文件编号 合同编号 合同号 项目编号 招标编号 采购编号 案号 立案号 报告编号 编号 方案名称 制度名称 通知名称 批准文号 许可证号 证书编号 文书号 标题 报告名称 文稿 合同名称
     title document report contract reference ref`,
  ],
  ['reference', '条款 附件 附件名称 图号 表号 页码 figure table appendix annex section page link url citation source'],
  [
    'place',
    '地点 地址 住址 会址 住所 住所地 籍贯 户籍地 所在地 场地 位置 会议地点 工程地点 交货地点 会场 地名 县名 address location venue city country place site region town office',
  ],
  [
    'name',
    '项目 项目名称 工程名称 名称 课题 课题名称 主题 活动名称 产品名称 货物名称 品牌 品牌名称 活动 系统名称 平台名称 案由 专业 岗位 职务 职称 project product programme program campaign role position job event initiative subject topic system',
  ],
  ['ratio', '比 比率 流动比率 速动比率 比分 师生比 生师比 男女比 ratio'],
  ['multiple', '倍数'],
];

const kindOf = new Map<string, DatumKind>();
for (const [kind, words] of labelWords) for (const word of words.split(/\s+/)) if (word !== '') kindOf.set(word, kind);
const labels = new WordTable([...kindOf.keys()].join(' '));

/** Nouns for people by their last characters: 承诺人, 分管领导, 驾驶员, 护士长, 监理工程师. */
const people =
  /(?:(?<![工军病老女男行每人无])人|员|领导|干部|代表|[局组厅处科部县市区镇乡村院校所站队厂班士]长|[医教律工技药程]师|患者|受益者|获奖者|书记)$/;

/** The kind that a label asks for, by its words or as a noun for people. */
export function labelledKind(label: string): DatumKind | undefined {
  return labelKindBefore(label, label.length, 0) ?? (people.test(label) ? 'person' : undefined);
}

/** The kind of the value that a label ending at `at` asks for. */
export function labelKindBefore(text: string, at: number, start: number): DatumKind | undefined {
  const word = labels.before(text, at, start);
  if (word === undefined) return undefined;
  if (/^[a-z]/.test(word) && /[A-Za-z]/.test(text.slice(Math.max(start, at - word.length - 1), at - word.length))) return undefined;
  return kindOf.get(word);
}

/** The kind of the value that a mark with these words inside asks for: `参会人数`, `Client Name`, `insert date of meeting`. */
export function labelKindOf(words: string): DatumKind | undefined {
  const plain = words.trim();
  const lower = plain.toLowerCase().replaceAll(/[_-]/g, ' ');
  if (/[a-z]/.test(lower)) return englishLabelKind(lower);
  // 采购人名称: the name of what the words before it say.
  const named = /^(.{2,})名称$/.exec(plain)?.[1];
  const bearer = named === undefined ? undefined : labelKindBefore(named, named.length, 0);
  if (bearer === 'org' || bearer === 'document') return bearer;
  for (let at = plain.length; at > 1; at--) {
    const word = labels.before(plain, at, 0);
    if (word !== undefined && word.length > 1) return kindOf.get(word);
  }
  return undefined;
}
