import assert from 'node:assert/strict';
import { picturePath } from '../../client/src/preview/picturePath.ts';
import { contentSecurityPolicy, makeNonce } from '../../client/src/preview/previewHtml.ts';
import { asFromWebview } from '../../server/src/protocol/preview.ts';
import { hostileLinks } from '../render/html/hostile.ts';

describe('what the preview lets through', () => {
  it('is a policy without unsafe words, wildcards or the net', () => {
    const policy = contentSecurityPolicy('https://*.vscode-cdn.net', 'abc');
    assert.doesNotMatch(policy, /unsafe|(?:^| )\*(?: |;|$)|http:|connect-src|frame-src|worker-src/);
    assert.match(policy, /^default-src 'none';/);
    assert.match(policy, /script-src 'nonce-abc';/);
    assert.match(policy, /form-action 'none'; base-uri 'none'$/);
  });

  it('is a nonce that differs each time', () => {
    assert.match(makeNonce(), /^[0-9a-f]{32}$/);
    assert.notEqual(makeNonce(), makeNonce());
  });

  it('are pictures inside the folder', () => {
    assert.equal(picturePath('/w', '/w/a/r.report', 'p.png'), '/w/a/p.png');
    assert.equal(picturePath('/w', '/w/a/r.report', '../图/p 1.png'), '/w/图/p 1.png');
    assert.equal(picturePath('/w/', '/w/a/r.report', './x/.././p.png'), '/w/a/p.png');
    assert.equal(picturePath('/w', '/w/a/r.report', 'x\\p.png'), '/w/a/x/p.png');
  });

  for (const path of [
    ...hostileLinks,
    '',
    '../../etc/passwd',
    '../../w2/p.png',
    '/etc/passwd',
    'C:\\p.png',
    'c:p.png',
    '\\\\host\\p.png',
    '%2e%2e/p.png',
    'a%2fb.png',
    'p\0.png',
    'https://x/p.png',
  ]) {
    it(`is no picture at ${JSON.stringify(path)}`, () => {
      const found = picturePath('/w', '/w/r.report', path);
      assert.ok(found === undefined || (found.startsWith('/w/') && !found.includes('/../')), found);
      if (/^(?:\.\.|[/\\]|[a-z]+:|%)/i.test(path)) assert.equal(found, undefined);
    });
  }

  it('are messages of a known shape, with nothing else in them', () => {
    const place = { block: 1, line: 0, column: 2 };
    assert.deepEqual(asFromWebview({ type: 'ready', more: 1 }), { type: 'ready' });
    assert.deepEqual(asFromWebview({ type: 'reveal', uri: 'file:///r', place: { ...place, extra: 1 }, isGap: true, command: 'x' }), {
      type: 'reveal',
      uri: 'file:///r',
      place,
      isGap: true,
    });
    assert.deepEqual(asFromWebview({ type: 'needPages', uri: 'u', from: 0, to: 3 }), { type: 'needPages', uri: 'u', from: 0, to: 3 });
    assert.deepEqual(asFromWebview({ type: 'openLink', uri: 'u', href: 'https://example.org' })?.type, 'openLink');
  });

  for (const message of [
    undefined,
    null,
    'ready',
    [],
    {},
    { type: 'run', uri: 'u' },
    { type: 'constructor', uri: 'u' },
    { type: 'needPages', uri: 'u', from: 3, to: 1 },
    { type: 'needPages', uri: 'u', from: -1, to: 1 },
    { type: 'needPages', uri: 'u', from: 0, to: 1e300 },
    { type: 'needPages', uri: 5, from: 0, to: 1 },
    { type: 'needPictures', uri: 'u', paths: 'a' },
    { type: 'needPictures', uri: 'u', paths: [1] },
    { type: 'reveal', uri: 'u', place: { block: 'x', line: 0, column: 0 }, isGap: true },
    { type: 'reveal', uri: 'u', place: { block: 0, line: 0.5, column: 0 }, isGap: true },
    { type: 'reveal', uri: 'u', place: { block: 0, line: 0, column: 0 } },
    ...hostileLinks.filter((href) => !href.startsWith('https:')).map((href) => ({ type: 'openLink', uri: 'u', href })),
  ]) {
    it(`is not ${JSON.stringify(message)}`, () => assert.equal(asFromWebview(message), undefined));
  }
});
