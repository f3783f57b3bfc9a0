import assert from 'node:assert/strict';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols.ts';
import { report } from '../support/report.ts';

const text = '# 年度工作总结\n\n一、主要工作\n（一）党建工作。一是抓学习。二是抓考核。\n二、存在问题';
const names = (query: string, limit = 100) => workspaceSymbols([report(text)], query, limit).map(({ name }) => name);

describe('Workspace symbols', () => {
  it('find titles and headings by characters in their order', () => {
    assert.deepEqual(names('工作'), ['年度工作总结', '一、主要工作', '（一）党建工作']);
    assert.deepEqual(names('主作'), ['一、主要工作']);
    assert.deepEqual(names('作主'), []);
  });

  it('give all for an empty query, points left out', () => {
    assert.equal(names('').length, 4);
  });

  it('say under which heading one stands', () => {
    const [found] = workspaceSymbols([report(text)], '党建', 10);
    assert.equal(found?.containerName, '一、主要工作');
  });

  it('are never more than the limit', () => {
    assert.equal(names('', 2).length, 2);
  });
});
