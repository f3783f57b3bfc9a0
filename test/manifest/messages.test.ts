import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sourcesUnder } from '../support/sources.ts';

type Bundle = Readonly<Record<string, string>>;

/** The messages that a call like `l10n.t('…')` or `t('…')` gives, in the order of the code. */
function messagesIn(code: string, call: RegExp): string[] {
  const literal = /\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\$]|\\.)*)`)/y;
  return [...code.matchAll(call)].flatMap(({ index, 0: { length } }) => {
    literal.lastIndex = index + length;
    const found = literal.exec(code);
    const text = found?.slice(1).find((part) => part !== undefined);
    return text === undefined ? [] : [text.replace(/\\(.)/g, '$1')];
  });
}

const places = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(([place]) => place).sort();

for (const { name, folder, call, bundle } of [
  { name: 'client', folder: 'client/src', call: /\bl10n\.t\(/g, bundle: 'l10n/bundle.l10n.zh-cn.json' },
  { name: 'server', folder: 'server/src', call: /(?<![\w$.])(?:[\w.]+\.)?t\(/g, bundle: 'l10n/server.zh-cn.json' },
]) {
  describe(`the messages of the ${name}`, () => {
    const used = new Set(messagesIn(sourcesUnder(folder), call));
    const chinese: Bundle = JSON.parse(readFileSync(bundle, 'utf8'));

    it('are all there in Chinese', () => {
      assert.deepEqual(
        [...used].filter((message) => !(message in chinese)),
        [],
      );
    });

    it('are all in use', () => {
      const code = sourcesUnder(folder);
      const quoted = (message: string) => [`'${message.replaceAll("'", "\\'")}'`, `"${message}"`, `\`${message}\``];
      // Some stand in tables and reach `t` by a name, so it is enough that they stand in the code.
      const unused = Object.keys(chinese).filter((message) => !used.has(message) && !quoted(message).some((text) => code.includes(text)));
      assert.deepEqual(unused, []);
    });

    it('have the same places for values in both languages', () => {
      for (const [message, translated] of Object.entries(chinese)) {
        assert.deepEqual([message, places(translated)], [message, places(message)]);
      }
    });
  });
}
