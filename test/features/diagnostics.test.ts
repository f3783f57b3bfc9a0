import assert from 'node:assert/strict';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { english } from '../../server/src/wording/localize.ts';
import { report } from '../support/report.ts';

const found = (text: string, limit = 100, hints = true) => diagnostics(report(text), { hints, limit, t: english });

describe('Diagnostics', () => {
  it('carry code, source, severity and the kind of what is missing', () => {
    const [one, ...others] = found('全年召开会议*次。');
    assert.deepEqual(others, []);
    assert.equal(one?.code, 'missing-data');
    assert.equal(one?.source, 'report-writer');
    assert.equal(one?.severity, 2);
    assert.deepEqual([one?.data.kind, one?.data.unit], ['count', '次']);
  });

  it('show a masked name as an information', () => {
    assert.deepEqual(
      found('被告人张××，男。').map(({ severity }) => severity),
      [3],
    );
  });

  it('put values into the messages of rules', () => {
    const messages = found('一、甲\n三、乙').map(({ message }) => message);
    assert.ok(messages.length > 0);
    assert.ok(
      messages.every((message) => !/\{\d\}/.test(String(message))),
      String(messages),
    );
  });

  it('leave out a rule that is switched off, and no other', () => {
    const codes = (rules: Record<string, 'off' | 'error'>) =>
      diagnostics(report('一、甲\n正文。\n三、开会*次。'), { hints: true, limit: 100, rules, t: english }).map(({ code }) => code);
    assert.deepEqual(codes({}), ['heading-order', 'missing-data']);
    assert.deepEqual(codes({ 'heading-order': 'off' }), ['missing-data']);
    assert.deepEqual(codes({ 'missing-data': 'off' }), ['heading-order']);
  });

  it('have the severity that the settings give a rule, but never more than the rule is sure of', () => {
    const severities = (setting: 'error' | 'hint') =>
      diagnostics(report('全年召开会议*次。共召开次会议。'), {
        hints: true,
        limit: 100,
        rules: { 'missing-data': setting },
        t: english,
      }).map(({ severity }) => severity);
    assert.deepEqual(severities('error'), [1, 4]);
    assert.deepEqual(severities('hint'), [4, 4]);
  });

  it('leave out hints on demand', () => {
    const text = '共召开次会议。';
    assert.deepEqual(
      found(text).map(({ severity }) => severity),
      [4],
    );
    assert.deepEqual(found(text, 100, false), []);
  });

  it('end at the limit with one that says how many more there are', () => {
    const all = found('会议*次。\n'.repeat(30), 10);
    assert.equal(all.length, 11);
    assert.equal(all[10]?.code, 'more-findings');
    assert.equal(all[10]?.severity, 3);
    assert.match(String(all[10]?.message), /^20 more/);
    assert.deepEqual(all[10]?.range, all[9]?.range);
  });

  it('need no such line when the limit is just met', () => {
    assert.equal(found('会议*次。\n'.repeat(10), 10).length, 10);
  });
});
