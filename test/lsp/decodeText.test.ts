import assert from 'node:assert/strict';
import { decodeText } from '../../server/src/lsp/decodeText.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const gb = Uint8Array.from([0xb1, 0xa8, 0xb8, 0xe6, 0x2a]);

describe('Reading bytes', () => {
  it('takes UTF-8, with and without its mark', () => {
    assert.deepEqual(decodeText(bytes('报告*\r\n𠮷')), { kind: 'text', text: '报告*\r\n𠮷', encoding: 'UTF-8' });
    assert.deepEqual(decodeText(bytes('\uFEFF报告')), { kind: 'text', text: '报告', encoding: 'UTF-8' });
    assert.deepEqual(decodeText(bytes('')), { kind: 'text', text: '', encoding: 'UTF-8' });
  });

  it('takes UTF-16 of either order with its mark', () => {
    const little = new Uint8Array(Buffer.from('\uFEFF报告', 'utf16le'));
    const big = new Uint8Array(Buffer.from(little).swap16());
    for (const one of [little, big]) assert.deepEqual(decodeText(one), { kind: 'text', text: '报告', encoding: 'UTF-16' });
  });

  it('recognises GB 18030', () => {
    assert.deepEqual(decodeText(gb), { kind: 'text', text: '报告*', encoding: 'GB 18030' });
  });

  it('reads UTF-8 with a damaged place as UTF-8', () => {
    const damaged = Uint8Array.from([...bytes('一份很长的报告正文在这里'), 0xe4, 0xb8]);
    const decoded = decodeText(damaged);
    assert.equal(decoded.kind === 'text' && decoded.encoding, 'UTF-8');
    assert.equal(decoded.kind === 'text' && decoded.text.endsWith('在这里\uFFFD'), true);
  });

  it('knows what is no text', () => {
    assert.deepEqual(decodeText(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])), { kind: 'binary' });
    assert.deepEqual(decodeText(new Uint8Array(100).fill(0xff)), { kind: 'unknown' });
  });

  it('lets tabs, form feeds and the end mark of old files pass', () => {
    assert.equal(decodeText(Uint8Array.from([0x61, 9, 12, 13, 10, 0x1a])).kind, 'text');
  });
});
