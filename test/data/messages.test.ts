import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { columnNames } from '../../server/src/data/columns.ts';
import { functions } from '../../server/src/data/formula.ts';
import { sourcesUnder } from '../support/sources.ts';

describe('what data sheets say', () => {
  const code = sourcesUnder('server/src/data');
  const chinese: Readonly<Record<string, string>> = JSON.parse(readFileSync('l10n/server.zh-cn.json', 'utf8'));

  it('is all there in Chinese, also where it reaches the reader by a table or an argument', () => {
    const sentences = [...code.matchAll(/'((?:[A-Z]|“\{)(?:[^'\\\n]|\\.)* (?:[^'\\\n]|\\.)*)'/g)].map(([, words = '']) => words);
    assert.ok(sentences.length > 50);
    assert.deepEqual(
      sentences.filter((words) => !(words in chinese)),
      [],
    );
  });

  it('names columns in Chinese as they are read', () => {
    const named = [...code.matchAll(/header: \(t\) => t\('(\w+)'\)/g)].map(([, name = '']) => name);
    assert.equal(named.length, 10);
    for (const name of named) {
      const column = columnNames.find(({ attribute }) => attribute === name);
      assert.ok(column?.names.includes(chinese[name] ?? ''), name);
    }
  });
});

for (const file of ['docs/data-sheets.md', 'docs/zh-CN/data-sheets.md']) {
  describe(file, () => {
    const page = readFileSync(file, 'utf8');

    it('lists every column with all its names', () => {
      const rows = [...page.matchAll(/^\| (\w+) \| ((?:`[^`]+` ?)+) \|/gm)].map(([, attribute, names = '']) => [
        attribute,
        [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
      ]);
      assert.deepEqual(
        rows,
        columnNames.map(({ attribute, names }) => [attribute, names]),
      );
    });

    it('names every function', () => {
      for (const { names } of functions) for (const name of names) assert.ok(page.includes(name), name);
    });
  });
}
