import assert from 'node:assert/strict';
import fc from 'fast-check';
import { JsonFault, jsonOf, parsePlaced, placeAt } from '../../server/src/sections/placedJson.ts';

describe('JSON with places', () => {
  it('reads all that JSON.parse reads, and to the same', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        assert.deepEqual(jsonOf(parsePlaced(text)), JSON.parse(text));
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      '"a"',
      '"',
      '1',
      '01',
      '-',
      '1e5',
      'true',
      'nul',
      '\\',
      ' ',
      '\n',
      '.5',
      '"\\x"',
      '"\\u00e9"',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        let ours = true;
        try {
          parsePlaced(text);
        } catch (error) {
          assert.ok(error instanceof JsonFault);
          ours = false;
        }
        let theirs = true;
        try {
          JSON.parse(text);
        } catch {
          theirs = false;
        }
        assert.equal(ours, theirs, text);
      }),
      { numRuns: 2000 },
    );
  });

  it('knows where each value stands', () => {
    const text = '{"a": [1, {"b": "x"}], "a": [true]}';
    const root = parsePlaced(text);
    const at = (path: string) => {
      const { start, end } = placeAt(root, path);
      return text.slice(start, end);
    };
    assert.equal(at('a[0]'), 'true');
    assert.equal(at('a[7].b'), '[true]');
    assert.equal(at(''), text);
  });

  it('ends soon on hostile texts', () => {
    for (const text of [
      '['.repeat(1_000_000),
      '"'.padEnd(1_000_000, '\\"'),
      '/*'.repeat(500_000),
      '// '.repeat(500_000),
      `${'1'.repeat(1_000_000)}x`,
    ]) {
      assert.throws(() => parsePlaced(text), JsonFault);
    }
  });
});
