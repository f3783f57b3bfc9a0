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
  ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [join('docs', name)] : [])),
];

describe('the documents', () => {
  it('list the keys of the front matter with all their names, as the code has them', () => {
    const rows = [...read('docs/language.md').matchAll(/^\| (\w+) \| ((?:`[^`]+` ?)+) \| (text|list|flag|style|seal) \|$/gm)];
    const listed = rows.map(([, key, names = '', shape]) => ({
      key,
      shape,
      names: [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    }));
    assert.deepEqual(
      listed,
      frontMatterKeys.map(({ key, shape, names }) => ({ key, shape, names: [...names] })),
    );
  });

  it('name every rule where rules are silenced, and in the settings', () => {
    const manifest = JSON.parse(read('package.json'));
    const settings = Object.assign({}, ...manifest.contributes.configuration.map(({ properties }: { properties: object }) => properties));
    const codes = [...ruleCodes, ...dataRuleCodes, pageRuleCode].sort();
    assert.deepEqual(Object.keys(settings['reportWriter.rules'].properties).sort(), codes);
    for (const code of [...dataRuleCodes, pageRuleCode]) {
      assert.ok(read('docs/language.md').includes(`\`${code}\``), code);
    }
  });

  it('list the rules as the code has them', () => {
    const levels: Readonly<Record<SourceLevel, string>> = { standard: '国标', regulation: '条例', practice: '实务' };
    const rows = [...read('docs/rules.md').matchAll(/^\| `([a-z-]+)` \| (\w+) \| (\S*) ?\| ?(.*?) ?\| (sure|offered|none) \|/gm)];
    assert.deepEqual(
      rows.map(([, code, severity, level, clause, fix]) => [code, severity, level, clause, fix]),
      ruleCodes.map((code) => {
        const { severity, level, clause, fix } = ruleInfo(code);
        return [code, severity, level === undefined ? '' : levels[level], clause ?? '', fix];
      }),
    );
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
        .filter((link) => !/^(?:path|address|路径|柱形图)$/.test(link) && !existsSync(join(dirname(page), link)))
        .map((link) => `${page}: ${link}`),
    );
    assert.deepEqual(broken, []);
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
    const page = read('docs/command-line.md');
    const help = helpText(english);
    assert.deepEqual([...words(page)].sort(), [...words(help)].sort());
    assert.deepEqual(commands(page, /^\| `([a-z]+) /gm), commands(help, /^ {2}([a-z]+) /gm));
  });

  it('give the keys that the manifest gives', () => {
    const { contributes } = JSON.parse(read('package.json'));
    const letters = contributes.keybindings.map(({ key }: { key: string }) => key.at(-1)?.toUpperCase());
    for (const page of ['README.md', 'README.zh-CN.md']) {
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
