// Makes server/src/sections/*.generated.* from snippets/: the list of the catalogue's files for esbuild, and the pinyin of all names by
// which sections are found. `node scripts/buildSections.mjs` writes them; `--check` exits 1 where they are out of date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { customPinyin, pinyin } from 'pinyin-pro';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = 'server/src/sections';

// What pinyin-pro's own words get wrong in the language of reports.
customPinyin({ 执行: 'zhí xíng', 行文: 'xíng wén', 行管: 'xíng guǎn', 议程: 'yì chéng', 下行: 'xià xíng', 调规: 'tiáo guī' });
customPinyin({ 重组: 'chóng zǔ', 央行: 'yāng háng', 分行: 'fēn háng' });
for (const head of [...'局处乡所河林田街链路']) customPinyin({ [`${head}长`]: `${pinyin(head)} zhǎng` });

/** Full pinyin and initials of the Chinese characters of a name; letters and digits stay, all else goes. */
export function pinyinOf(name) {
  const syllables = pinyin(name.replace(/[^\u3400-\u9fffA-Za-z0-9]/g, ''), { toneType: 'none', type: 'array', v: true });
  return [
    syllables.join('').toLowerCase(),
    syllables
      .map((syllable) => syllable[0])
      .join('')
      .toLowerCase(),
  ];
}

// Words in which a character is read otherwise than by itself; what pinyin-pro says of them goes into the table where it differs.
const words =
  `银行 行业 行长 同行 央行 分行 支行 农商行 商行 调查 调研 调度 调动 抽调 借调 外调 调令 调任 调离 强调 基调 论调 声调 重新 重复 重申 重组 重建 重启
双重 多重 局长 处长 科长 市长 县长 区长 乡长 镇长 省长 部长 组长 首长 院长 所长 校长 厂长 队长 会长 站长 班长 河长 林长 田长 街长 链长 路长 增长 成长 生长 长官 家长 社长 行政长官
会计 财会 反省 自省 内省 供给 补给 给付 没收 沉没 罚没 角色 主角 朝阳 参差 人参 宝藏 西藏 矿藏 传记 自传 单于 率先 草率 轻率 坦率 统率 率领 表率 称职 对称 相称 匀称 弹劾 子弹 炸弹
应对 应急 响应 适应 反应 供应 效应 回应 应用 答应 当作 适当 妥当 恰当 得当 上当 典当 处理 处分 处置 处罚 处于 处境 相处 查处 惩处 处级 处室 到处 办事处 好处 用处 差异 差距 误差 差错 差额
出差 差旅 差事 数据 数字 数量 人数 倍数 兴建 兴办 兴修 新兴 振兴 复兴 兴趣 高兴 相关 相互 相应 照相 真相 首相 宰相 为民 作为 行为 成为 为了 因为 认为 称为 分为 以人为本 与会 参与 好评 爱好
喜好 难题 困难 灾难 难民 遇难 避难 空间 空缺 填空 空白 空挂 量化 质量 测量 衡量 考量 丈量 载体 记载 转载 登载 刊载 下载 载重 扎实 结果 结实 地方 背景 背书 分析 部分 成分 水分 身份 本分 分量
降低 投降 干部 骨干 干事 干预 干扰 若干 冠军 冠名 监察 监督 国子监 更新 变更 更加 更正 便民 便利 方便 便宜 曾经 正月 种植 种类 播种 耕种 种粮 教学 教育 教师 教训 尽快 尽管 尽量 尽力 累计 积累
连累 劳累 负累 论证 论语 模式 模样 模板 宁愿 宁可 切实 一切 迫切 亲切 关切 确切 密切 强化 勉强 牵强 倔强 任务 散发 分散 松散 塞责 阻塞 要塞 丧失 丧事 盛世 盛饭 似的 宿舍 住宿 提供 提防 系统 联系 关系
体系 吓阻 恐吓 鲜活 鲜见 旋转 漩涡 咽喉 要求 要点 主要 殷切 饮水 予以 给予 赋予 授予 暂时 占用 占比 占卜 涨价 高涨 着力 着手 着重 着眼 沉着 中标 中奖 命中 集中 中心 转变 转发 转让 周转 运转 转速 转动 钻研 钻石
作坊 作业 大厦 厦门 单位 重庆 长沙 都市 首都 成都 都是 发展 头发 理发 核查 核实 果核 会议 会商 都会 缴获 校验 校正 校对 学校 卡口 关卡 卡点 曲折 歌曲 屏幕 屏除 奇数 奇迹 期间 间隔 间接 间断 中间 房间 见解 解送 解压 押解
夹层 假期 假冒 请假 休假 放假 节假日 号召 号令 呼号 和谐 附和 横向 蛮横 哄抬 华山 化解 还原 还款 还有 归还 偿还 巷道 几何 几乎 济南 救济 经济 纪律 系数 攻击 拓展 拓片 隧道 涉及 涉嫌 识别 标识 知识 石油 一石 熟悉 属于 刷新 宅基地 省直 省级 参观 参加 参考 处处 石嘴山 六安 丽水 台州 荥阳 尉犁 单县 乐清 音乐 快乐 乐山`
    .trim()
    .split(/\s+/);

/** The Chinese characters of GB 2312 (6,763), by their usual readings, and the words in which they are read otherwise. */
export function characterPinyin() {
  const decoder = new TextDecoder('gb2312');
  const bySyllable = new Map();
  const ownReading = new Map();
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(new Uint8Array([row, cell]));
      const [syllable] = pinyin(character, { toneType: 'none', type: 'array', v: true });
      if (/^[\u3400-\u9fff]$/.test(character) && /^[a-z]+$/.test(syllable)) {
        bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
        ownReading.set(character, syllable);
      }
    }
  }
  const odd = words.flatMap((word) => {
    const syllables = pinyin(word, { toneType: 'none', type: 'array', v: true });
    return [...word].some((character, i) => ownReading.get(character) !== syllables[i]) ? [[word, syllables.join(' ')]] : [];
  });
  return { characters: Object.fromEntries([...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1))), words: Object.fromEntries(odd) };
}

/** `language/file` of each type, Chinese ones first, in the order of `snippets/order.json`. */
export function catalogueFiles() {
  const order = JSON.parse(readFileSync(join(root, 'snippets/order.json'), 'utf8'));
  const files = Object.entries(order).flatMap(([language, ids]) => ids.map((id) => `${language}/${id}.json`));
  const there = ['zh-CN', 'en'].flatMap((language) =>
    readdirSync(join(root, 'snippets', language))
      .filter((file) => file.endsWith('.json'))
      .map((file) => `${language}/${file}`),
  );
  for (const file of there) {
    if (!files.includes(file)) {
      throw new Error(`snippets/${file} is not listed in snippets/order.json.`);
    }
  }
  return files;
}

/** Path (from the root) → text of each generated file. */
export function generate() {
  const files = catalogueFiles();
  const names = new Set(['一级标题', '二级标题', '三级标题', '四级标题', '全文骨架', '署名和日期', '附件说明']);
  for (const file of files.filter((one) => one.startsWith('zh-CN/'))) {
    const type = JSON.parse(readFileSync(join(root, 'snippets', file), 'utf8'));
    for (const one of [type, ...type.sections]) {
      names.add(one.name);
      for (const alias of one.aliases ?? []) {
        names.add(alias);
      }
    }
    for (const one of [...(type.variants ?? [])]) {
      names.add(one.name);
    }
  }
  const entries = [...names]
    .filter((name) => /[\u3400-\u9fff]/.test(name))
    .sort()
    .map(
      (name) =>
        `  ${JSON.stringify(name)}: [${pinyinOf(name)
          .map((one) => JSON.stringify(one))
          .join(', ')}]`,
    );
  // Imports stand by path, as the linter wants them; the list in the catalogue's order.
  const nameOf = (file) => file.replace('.json', '').replace(/[-/]+([A-Za-z])/g, (_, letter) => letter.toUpperCase());
  const imports = [...files]
    .sort()
    .map((file) => `import ${nameOf(file)} from '../../../snippets/${file}';`)
    .join('\n');
  return {
    [`${folder}/characterPinyin.generated.json`]: `${JSON.stringify(characterPinyin(), undefined, 2)}\n`,
    [`${folder}/pinyin.generated.json`]: `{\n${entries.join(',\n')}\n}\n`,
    [`${folder}/builtInTypes.generated.ts`]: `// Made by scripts/buildSections.mjs from snippets/. Do not edit.\n${imports}\n\n/** The document types that come with the extension, as parsed from JSON. */\nexport const builtInTypes: readonly unknown[] = [\n${files.map((file) => `  ${nameOf(file)},`).join('\n')}\n];\n`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  let stale = false;
  for (const [path, text] of Object.entries(generate())) {
    let old = '';
    try {
      old = readFileSync(join(root, path), 'utf8');
    } catch {
      // Not made yet.
    }
    if (old !== text) {
      stale = true;
      if (check) {
        console.error(`${path} is out of date: run node scripts/buildSections.mjs.`);
      } else {
        writeFileSync(join(root, path), text);
      }
    }
  }
  process.exitCode = check && stale ? 1 : 0;
}
