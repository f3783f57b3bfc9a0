import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { defaultSettings } from '../../server/src/lsp/settings.ts';
import {
  addMissingSectionsCommand,
  fillMissingDataCommand,
  goToNextMissingDatumCommand,
  renumberCommand,
} from '../../server/src/protocol/commands.ts';
import { sourcesUnder } from '../support/sources.ts';

interface Setting {
  readonly default: unknown;
  readonly scope?: string;
  readonly order?: number;
  readonly markdownDescription?: string;
}

interface MenuItem {
  readonly command: string;
}

interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly languages: readonly { readonly configuration: string; readonly icon: { readonly light: string; readonly dark: string } }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly when: string }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
  };
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const manifest: Manifest = read('package.json');
const { contributes } = manifest;
const settings = Object.assign({}, ...contributes.configuration.map(({ properties }) => properties)) as Record<string, Setting>;
const clientCode = sourcesUnder('client/src');

/** `{ a: { b: 1 }, c: {} }` as `[['a.b', 1], ['c', {}]]`. */
function flat(value: object, prefix = ''): [name: string, value: unknown][] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0
      ? flat(inner, `${prefix}${key}.`)
      : [[`${prefix}${key}`, inner] as [string, unknown]],
  );
}

describe('the manifest', () => {
  it('has each of its texts in English and in Chinese, and no others', () => {
    const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
    const wanted = [...new Set(used)].sort();
    assert.deepEqual(Object.keys(read('package.nls.json')).sort(), wanted);
    assert.deepEqual(Object.keys(read('package.nls.zh-cn.json')).sort(), wanted);
  });

  it('names only files that are there', () => {
    const files = [
      manifest.icon,
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]),
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });

  it('puts only its own commands into menus and on keys, and shows all under one category', () => {
    const commands = new Set(contributes.commands.map(({ command }) => command));
    const used = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].map(({ command }) => command);
    assert.deepEqual(
      used.filter((command) => !commands.has(command)),
      [],
    );
    assert.deepEqual([...new Set(contributes.commands.map(({ category }) => category))], ['Report Writer']);
  });

  it('has the commands that quick fixes name', () => {
    const commands = new Set(contributes.commands.map(({ command }) => command));
    const named = [addMissingSectionsCommand, fillMissingDataCommand, goToNextMissingDatumCommand, renumberCommand];
    assert.deepEqual(
      named.filter((command) => !commands.has(command)),
      [],
    );
  });

  it('keeps its keys behind one chord, in reports, its views and its preview only', () => {
    const places =
      /^(?:editorLangId == report(?: && .+)?|focusedView == reportWriter\.\w+|activeWebviewPanelId == 'reportWriter\.preview'(?: && .+)?)$/;
    for (const { key, when } of contributes.keybindings) {
      // Find in the preview is the one key that everybody knows.
      if (!when.startsWith('activeWebviewPanelId')) assert.match(key, /^ctrl\+alt\+r (?:[a-z]|up|down|left|right|delete)$/);
      assert.match(when, places);
    }
    const keys = contributes.keybindings.map(({ key, when }) => `${key} ${when}`);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('has every setting that the server reads, with the same default', () => {
    for (const [name, value] of flat(defaultSettings)) {
      assert.deepEqual([name, settings[`reportWriter.${name}`]?.default], [name, value]);
    }
  });

  it('has no setting that nothing reads', () => {
    const server = new Set(flat(defaultSettings).map(([name]) => `reportWriter.${name}`));
    // vscode-languageclient reads this one.
    const others = Object.keys(settings).filter((name) => !server.has(name) && name !== 'reportWriter.trace.server');
    const unread = others.filter((name) => !clientCode.includes(`'${name.slice('reportWriter.'.length)}'`));
    assert.deepEqual(unread, []);
  });

  it('describes each setting, says how far it reaches and where it stands', () => {
    for (const [name, { scope, order, markdownDescription }] of Object.entries(settings)) {
      assert.ok(scope && order !== undefined && markdownDescription, name);
    }
  });
});
