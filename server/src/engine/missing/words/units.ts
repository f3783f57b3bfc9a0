import type { DatumKind } from '../missingDatum.ts';
import { WordTable } from '../wordTable.ts';

/** Units by the kind of value they measure. A scale (万, 亿 …) may stand before each. */
const unitWords: readonly (readonly [DatumKind, string])[] = [
  ['money', '元 美元 欧元 港元 日元 澳元 英镑 块钱 元人民币 元整'],
  ['percent', '% ％ ‰ 个百分点 百分点 个基点'],
  ['multiple', '倍'],
  ['date', '年 月 日 时 季度 年度 月份 上半年 下半年 月底 月初 年底 年初 年代 点钟'],
  [
    'count',
    `平米 微克 微克/立方米 毫克/升 毫克 毫克/立方米 μm 等奖 顶 具 剂 剂次 针次 轮次 樘 扇 桌 尾 标箱 TEU 个亿 立方米每秒 人次 户次 车次 台次 件次 批次 场次 架次 班次 例次 篇次 标段
     个 个方面 个月 个小时 个工作日 个工作日内 个项目 个村 个省 个县 个单位 个部门 个行政村 个自然村
     项 条 次 人 户 家 件 份 篇 期 场 名 起 例 批 位 所 座 栋 幢 套 台 辆 艘 架 部 本 册 张 幅 面 块 片 处 宗 桩 笔 轮 届 届次 段 节 门 课时 学时 学分 科次
     支 只 头 羽 株 棵 粒 枚 盏 根 艘次 卷 页 版 版次 字 字次 类 种 级 层 间 室 间次 床 张床位 床位 组 队 班 对 双 箱 袋 瓶 桶 盒 包 车 趟 点 分 道 尊 颗 匹 口
     天 日内 周 个周 小时 分钟 秒 秒钟 岁 工日 人日 人天 人月 工时 课 餐 票 度
     米 公里 千米 厘米 毫米 微米 里 平方米 平方公里 平方千米 亩 公顷 立方米 立方 方 升 毫升 克 千克 公斤 斤 吨 标准煤 吨标准煤 千瓦 兆瓦 千瓦时 度电 伏 安 瓦 摄氏度 ℃ ° 方米 延米 米/秒 公里/小时 成
     g kVA kV Hz mAh kN ppm km kg mg ml mL mm cm m² m³ ㎡ m3 m2 MW kW kWh MPa kPa dB GB TB MB Mbps μg ug/m³ g/L mg/L mmHg mmol/L m L t`,
  ],
];

/** Words that begin as a unit does and are none: 年龄 after `*` says nothing of years. Those of a date (年度, 月底) are units above. */
const notUnits = new WordTable(`
  具有 具备 具体 顶层 顶级 顶端 顶部 顶岗 顶尖 尾矿 尾号 尾款 尾气 尾水 尾部 桌面 剂量 孔子 人民 人员 人才 人口 人数 人均 人事 人大 人防 人社 人力 人为 人工 人身 人类 人们 人物 人居 人文 人行 人武 人保 人寿 人心 人体 人选 人士 人格 人情
  项目 次要 次数 次日 次年 次序 次级 次生 次贷 次方 次幂 次新 次第 个人 个别 个体 个性 个案 个税 个股
  条件 条例 条款 条文 条线 条约 条块 条码 件数 份额 份数 篇幅 篇章 期间 期望 期末 期限 期货 期刊 期初 期待 期中 期权 期满 场景 场所 场地 场馆 场合 场面 场长
  名称 名单 名额 名誉 名义 名优 名词 名气 名师 名校 名字 名录 名胜 起草 起来 起到 起诉 起步 起点 起源 起因 起始 起义 起床 例如 例会 例行 例外 例题 例子 批准 批评 批复 批示 批发 批判 批文 批量
  位置 位于 位居 位次 位列 位移 所有 所以 所属 所在 所得 所长 所谓 所需 所示 所述 座谈 座位 座椅 套路 套餐 台账 台风 台湾 台阶 台北 台州 部分 部署 部门 部委 部长 部队 部位 部件 部级 部属 部里 本文 本报 本项 本办 本通 本法 本规 本合 本协 本研 本着 本公 本中 本组 本区 本省 本镇 本村 本校 本行 本部 本单 本质 本地 本来 本领 本土 本色 本期 本溪 本人 本次 本年 本级 本身 本科 本月 本市 本县 本局 本院 本校 本地 本周 本轮 本届 本书
  张贴 张力 张家 张某 面临 面对 面向 面积 面貌 面试 面前 面板 面料 面子 块状 片区 片面 处理 处置 处于 处罚 处长 处分 处级 处方 处室 处境 处女 宗旨 宗教 笔记 笔试 笔者 轮流 轮岗 轮换 轮廓 轮胎 轮训 届时 段落 节约 节能 节点 节日 节目 节假日 节奏 节水 节省 门户 门槛 门诊 门前 门类 门店 门牌 门口 科室
  支部 支持 支出 支付 支撑 支队 支行 支书 支委 支援 支柱 支流 只有 只能 只要 只是 头脑 头部 头痛 株洲 根据 根本 根源 根除 根治 卷宗 页面 页码 版本 版权 版块 字段 字体 字样 字母 字节 字符 类型 类别 类似 类推 种类 种植 种子 种养 种业 级别 级以上 层面 层次 层级 层层 间接 间隔 间距 室内 室外 床上 组织 组长 组建 组成 组合 组员 组部 队伍 队员 队长 班子 班级 班主任 班组 班长 班车 线上 线下 线索 线路 线条 线性 对于 对象 对比 对策 对口 对标 对照 对外 对接 对方 对应 对此 对手 对话 双方 双向 双重 双拥 双边 包括 包含 包装 包干 包保 包容 车辆 车间 车站 车号 车牌 车主 车型
  点击 点评 点位 点名 点火 点多 分析 分工 分管 分别 分类 分布 分局 分公司 分行 分校 分院 分会 分子 分享 分期 分解 分配 分支 分队 分散 分数 分值 分为 分级 分批 分歧 分户 分段 分项 分包 分发 分母 分厂 分中心 分党组 分党委 道路 道德 道理 口径 口头 口号 口岸 口腔 口碑 年数 月数 日数 天数 时数 户数 台数 场数 家数 个数 页数 项数 条数 期数 层数 倍数 元数 班数 课时数 成果 成立 成效 成为 成员 成本 成功 成绩 成就 成熟 成都 成交 成品 成人 成年 成长 成因 成分 成份 成片 成套 成型 成型 成批 成群 成体系 成渝 成形 成文 万元户 亿元户 家庭 家长 家园 家访 家具 家电 家乡 家属 家禽 家政 家风 家教 家校 家族 家人 家务 家畜 人性 分论 分赛 周刊 只需 只会 只剩 只差 只得 只因 只知 只怕 只不过 只想 只看 只为 分页 分隔 分行符 分栏 人生 人心 天宫 天价 天才 点亮 点赞 点燃 点缀 点击 点对点 级差 班会 班委 天然 天气 天空 天津 天下 周边 周期 周围 周末 周年 周报 周转 周密 课程 课题 课堂 课后 课本 课件 度假 度过 股份 股东 股权 股票 股价 股长 手段 手续 手册 手机 手工 手术 手法 单位 单元 单一 单独 单项 单价 单纯 单方
  米饭 里面 里程 里程碑 方面 方式 方法 方案 方向 方针 方便 方可 方能 方圆 升级 升高 升学 升值 升温 克服 安全 安排 安置 安装 安徽 安保 安防 安静 瓦斯 伏案
  元素 元旦 元件 元首 元宵 元器件 元宇宙 倍增 倍加 倍感 倍率 倍数 年龄 年轻 年级 年均 年报 年鉴 年会 年终 年末 年检 年薪 年假 年产 年货 年味 年利率 年化 月均 月报 月薪 月球 月光 月经 月亮 月供 日常 日益 日均 日期 日报 日本 日记 日程 日志 日用 日照 日夜 日间 日语 日渐 日积 日头 时代 时间 时期 时候 时常 时刻 时任 时效 时政 时限 时长 时尚 时段 时有 时机 时至 时隔 时速 时值 时下 季度性
  多次 多年 多元 多方 多样 多种形式 多维 多彩 多发 多数 多媒体 多边 来自 来源 来访 来电 来信 来函 来看 来说 来人 来年 来到 来华 来宾 来料 几乎 几何 余下 余地 余额 余热 余杭 余姚 十分 万分 百姓 百货 百般 千方 千万 万物 万一 亿利 万科 万达
`);

const kindOf = new Map<string, DatumKind>();
for (const [kind, words] of unitWords) for (const word of words.split(/\s+/)) if (word !== '') kindOf.set(word, kind);
const units = new WordTable([...kindOf.keys()].join(' '));
const scales = new Set('十百千万亿');
const approximations = new Set('余多来几');

/** A unit that stands at a place. */
export interface UnitHere {
  readonly kind: DatumKind;
  /** As a writer would say it: 万元, 人次, 个方面. */
  readonly unit: string;
  readonly approximate: boolean;
  /** The column after it. */
  readonly end: number;
}

/** The unit at `at` with its 余/多/来 and its scale, if one stands there that does not begin another word (次要, 项目, 年龄). */
export function unitAt(text: string, at: number, end: number): UnitHere | undefined {
  let next = at;
  let approximate = false;
  if (hidesUnit(text, next, end)) return undefined;
  if (approximations.has(text[next] ?? '')) {
    approximate = true;
    next++;
  }
  const scaleStart = next;
  while (next < end && next < scaleStart + 3 && scales.has(text[next] ?? '')) next++;
  const scale = text.slice(scaleStart, next);
  if (!approximate && scale !== '' && approximations.has(text[next] ?? '')) {
    approximate = true;
    next++;
  }
  if (scale !== '' || approximate) if (hidesUnit(text, next, end)) return undefined;
  const word = next < end ? units.at(text, next, end) : undefined;
  if (word === undefined) {
    // 达*万, *万贫困人口: the scale is the unit.
    return scale === '万' || scale === '亿' ? { kind: 'count', unit: scale, approximate, end: next } : undefined;
  }
  if (/[A-Za-z]$/.test(word) && /[A-Za-z]/.test(text.slice(next + word.length, Math.min(end, next + word.length + 1)))) return undefined;
  return { kind: kindOf.get(word) ?? 'count', unit: scale + word, approximate, end: next + word.length };
}

function hidesUnit(text: string, at: number, end: number): boolean {
  const other = notUnits.at(text, at, end);
  if (other === undefined) return false;
  const unit = units.at(text, at, end);
  return unit === undefined || unit.length <= other.length;
}
