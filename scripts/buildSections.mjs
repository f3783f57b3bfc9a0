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
