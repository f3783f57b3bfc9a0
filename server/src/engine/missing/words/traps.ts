import { WordTable } from '../wordTable.ts';

/** Words that go with the letter X itself: X射线, X轴, XX染色体, XX型. */
export const latinXWords = new WordTable(
  '射线 光 线片 线机 线检 轴 染色体 染色 型 形 档案 波段 坐标 方向 因子 变量 连锁 理论 教练 世代 代表未 战警 战记 刀 荧光 衍射 胶片 探伤 综合征 症 性染色 世纪 码 值 值域 矩阵 向量 男性 女性 字 字形 元素 字母 连接 架 支撑 腿 次方 次幂 级片 号码 方程 方差 组优 组与 组和 组高 组患 组小 组大 组的 组为 组较 组均 号染',
);
/** Legends that say what a star means: `*注：`, `*为必填项`. */
export const starLegends = new WordTable(
  '注 注： 为必填 为必 为带 表示 代表 分别表示 分别代表 号为 号的 号键 键 号项 号内容 号标 项为 项必 必填 必选 必答 的为 的项 的内容 的是 的指标 的条款 标注 标记 标识 本表 本数据 数据来源 数据为 数据截至 数据截止 资料来源 以上数据 上述数据 说明： 备注 来源： 通讯作者 通信作者 第一作者 仅供 根据 不含 含税 含 指 系指 部分条款 有统计学 差异有 组比较 与对照',
);
export const starLegendsBefore = new WordTable('带 标有 标 打 注有 加 加注 标注 标记 用 以 符号 星号 带有 号 密码 口令 注： 通配符 注:');
/** Left of ×: what is multiplied. */
export const factorsBefore = new WordTable(
  '值 数 率 量 价 额 分 比 系数 权重 单价 面积 长 宽 高 工资 基数 天数 标准 成绩 跨界 联名 倍 得分 总分',
);
/** Left of a single mark: words that want a name or a value. */
export const slotBefore = new WordTable(
  `由 在 与 和 及 向 对 经 受 为 至 到 是 共 约 达 于 给 被 请 从 自 即 赴 按 如 见 第 百分之 分之 了 等 图 表 附件 附表 附图 接受 配合 减少 增加 增长 下降 提高 降低 完成 实现 达到 达成 超过 突破 合计 共计 总计 累计 谋划 做好 部署 名为 称为 计 合 成 占 降 增 升 以 同比 环比 分别 近 逾 超 约为 起草 参与起草 印发 修订 制定 出台 学习 召开 开展 培训 检查 任 同意 根据 依据 按照 截至 截止 关于 通过 联系 责令 命名 授予 荣获 获得 选举 推荐 任命 聘任 免去 通报 报 送 抄送 邀请 组织 委托 弘扬 打造 开创 聚焦 围绕`,
);
/** What Markdown bold never begins or ends with when it is bold. */
export const boldNeverBegins = /^[\s，。、；：！？,.;:!?)）】》”%％*的等了]/;
export const boldNeverEnds =
  /(?:[\s，、,（(【《“*由向和及或经赴被]|(?<![行作成认人])为|(?<![存所现潜内外])在|(?<![校针绝相应面核比])对|(?<!次)第|(?<![节集制合简契])约|(?<![公中])共|(?<![表到传])达|(?<!参)与|(?<!服)从)$/;
