import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fontRoles, presetNames } from '../../server/src/engine/model/houseStyle.ts';
import { houseStyleKeys } from '../../server/src/engine/model/houseStyleKeys.ts';

for (const page of ['docs/styles.md', 'docs/zh-CN/styles.md']) {
  describe(`${page}, about house styles`, () => {
    const text = readFileSync(page, 'utf8');

    it('lists every key with all its names, as the code has them', () => {
      const rows = [...text.matchAll(/^\| (\w+) \| ((?:`[^`]+` ?)+) \|/gm)].map(([, key, names = '']) => [
        key,
        [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
      ]);
      assert.deepEqual(
        rows,
        houseStyleKeys.map(({ key, names }) => [key, names]),
      );
    });

    it('names every preset and every role', () => {
      for (const name of presetNames) assert.ok(text.includes(`\`${name}\``), name);
      for (const { key, names } of fontRoles) assert.ok(/\d$/.test(key) || text.includes(`\`${key} ${names[1]}\``), key);
    });
  });
}
