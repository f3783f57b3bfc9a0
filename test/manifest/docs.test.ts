import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { helpText } from '../../server/src/cli/help.ts';
import { frontMatterKeys } from '../../server/src/engine/model/parseFrontMatter.ts';
import { rules } from '../../server/src/engine/rules/findings.ts';
import { ruleCodes, ruleInfo, type SourceLevel } from '../../server/src/engine/rules/ruleTable.ts';
import { dataRuleCodes } from '../../server/src/features/dataFindings.ts';
import { pageRuleCode } from '../../server/src/features/pageDiagnostics.ts';
import { typeRules } from '../../server/src/sections/rules/typeRule.ts';
import { english } from '../../server/src/wording/localize.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const pages = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).flatMap((name) => (name.endsWith('.md') ? [join('docs', name)] : [])),
];
/** A page in both languages: `language` gives docs/language.md and its Chinese twin. */
const twins = (name: string): readonly string[] => [`docs/${name}.md`, `docs/zh-CN/${name}.md`];

describe('the documents', () => {
  it('list the keys of the front matter with all their names, as the code has them', () => {
    const shapes: Readonly<Record<string, string>> = { 文字: 'text', 列表: 'list', 是否: 'flag', 样式: 'style', 用印: 'seal' };
    for (const page of twins('language')) {
      const rows = [...read(page).matchAll(/^\| (\w+) \| ((?:`[^`]+` ?)+) \| (text|list|flag|style|seal|文字|列表|是否|样式|用印) \|$/gm)];
      const listed = rows.map(([, key, names = '', shape = '']) => ({
        key,
        shape: shapes[shape] ?? shape,
        names: [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
      }));
      assert.deepEqual(
        listed,
        frontMatterKeys.map(({ key, shape, names }) => ({ key, shape, names: [...names] })),
        page,
      );
    }
  });

  it('name every rule where rules are silenced, and in the settings', () => {
    const manifest = JSON.parse(read('package.json'));
    const settings = Object.assign({}, ...manifest.contributes.configuration.map(({ properties }: { properties: object }) => properties));
    const codes = [...ruleCodes, ...dataRuleCodes, pageRuleCode].sort();
    assert.deepEqual(Object.keys(settings['reportWriter.rules'].properties).sort(), codes);
    for (const page of twins('language')) {
      for (const code of [...dataRuleCodes, pageRuleCode]) assert.ok(read(page).includes(`\`${code}\``), `${page}: ${code}`);
    }
  });

  it('list the rules as the code has them', () => {
    const levels: Readonly<Record<SourceLevel, string>> = { standard: '国标', regulation: '条例', practice: '实务' };
    const severities: Readonly<Record<string, string>> = { 错误: 'error', 警告: 'warning', 信息: 'information', 提示: 'hint' };
    const fixes: Readonly<Record<string, string>> = { 确定: 'sure', 可选: 'offered', 无: 'none' };
    for (const page of twins('rules')) {
      const rows = [...read(page).matchAll(/^\| `([a-z-]+)` \| (\S+) \| (\S*) ?\| ?(.*?) ?\| (sure|offered|none|确定|可选|无) \|/gm)];
      assert.deepEqual(
        rows.map(([, code, severity = '', level, clause, fix = '']) => [
          code,
          severities[severity] ?? severity,
          level,
          clause,
          fixes[fix] ?? fix,
        ]),
        ruleCodes.map((code) => {
          const { severity, level, clause, fix } = ruleInfo(code);
          return [code, severity, level === undefined ? '' : levels[level], clause ?? '', fix];
        }),
        page,
      );
    }
  });

  it('list no rule that is not there', () => {
    const there = new Set(['missing-data', ...rules.map(({ code }) => code), ...typeRules.map(({ code }) => code)]);
    assert.deepEqual([...there].sort(), [...ruleCodes].sort());
  });

  it('lead to files that are there', () => {
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, link = '']) => link)
        // What shows how a picture, a chart or a link is written is no link.
        .filter((link) => !/^(?:path|address|路径|网址|柱形图)$/.test(link) && !existsSync(join(dirname(page), link)))
        .map((link) => `${page}: ${link}`),
    );
    assert.deepEqual(broken, []);
  });

  it('for writers are there in both languages, and lead to each other', () => {
    for (const page of readdirSync('docs/zh-CN')) {
      assert.ok(read(join('docs', page)).includes(`[简体中文](zh-CN/${page})`), page);
      assert.ok(read(join('docs/zh-CN', page)).includes(`[English](../${page})`), page);
    }
  });

  it('lead to headings that are there', () => {
    const anchors = (page: string) =>
      [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\- ]/gu, '')
          .replaceAll(' ', '-'),
      );
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)/g)]
        .filter(([, file = '', anchor = '']) => !anchors(file === '' ? page : join(dirname(page), file)).includes(anchor))
        .map(([link]) => `${page}: ${link}`),
    );
    assert.deepEqual(broken, []);
  });

  it('name only settings, commands, scripts and folders that are there', () => {
    const { contributes, scripts } = JSON.parse(read('package.json'));
    const settings = contributes.configuration.flatMap(({ properties }: { properties: object }) => Object.keys(properties));
    const known = new Set([...settings, ...contributes.commands.map(({ command }: { command: string }) => command)]);
    for (const page of pages) {
      const text = read(page);
      for (const [name] of text.matchAll(/\breportWriter(?:\.\w+)+/g)) assert.ok(known.has(name), `${page}: ${name}`);
      for (const [, name = ''] of text.matchAll(/\bnpm run ([\w:]+)/g)) assert.ok(name in scripts, `${page}: ${name}`);
      for (const [, path = ''] of text.matchAll(/`((?:client|server|test|docs|scripts|snippets|samples|media)\/[\w./-]*)`/g)) {
        assert.ok(existsSync(path), `${page}: ${path}`);
      }
    }
  });

  it('name every command and option of the command line, and no others', () => {
    const words = (text: string) => new Set(text.match(/(?<![\w-])--[a-z][a-z-]*/g));
    const commands = (text: string, start: RegExp) => [...new Set([...text.matchAll(start)].map(([, name]) => name))].sort();
    const help = helpText(english);
    for (const page of twins('command-line').map(read)) {
      assert.deepEqual([...words(page)].sort(), [...words(help)].sort());
      assert.deepEqual(commands(page, /^\| `([a-z]+) /gm), commands(help, /^ {2}([a-z]+) /gm));
    }
  });

  it('give the keys that the manifest gives', () => {
    const { contributes } = JSON.parse(read('package.json'));
    const letters = contributes.keybindings.map(({ key }: { key: string }) => key.at(-1)?.toUpperCase());
    for (const page of ['README.md', 'README.zh-CN.md', ...twins('structure'), ...twins('data-sheets')]) {
      const named = [...read(page).matchAll(/`Ctrl\+Alt\+R` `([A-Z])`/g)].map(([, letter]) => letter);
      assert.ok(named.length > 0);
      assert.deepEqual(
        named.filter((letter) => !letters.includes(letter)),
        [],
        page,
      );
    }
  });

  it('say why each package is there', () => {
    const { devDependencies } = JSON.parse(read('package.json'));
    const explained = read('CONTRIBUTING.md');
    const unexplained = Object.keys(devDependencies).filter((name) => !explained.includes(`\`${name}\``) && !name.startsWith('@types/'));
    assert.deepEqual(unexplained, []);
  });
});
