import assert from 'node:assert/strict';
import { layoutOf } from '../../../server/src/render/layout/layoutOf.ts';
import { report } from '../../support/report.ts';

const nameOf = (text: string, preset?: string) => layoutOf(report(text), preset).name;

describe('the layout of a report', () => {
  it('is the one that its front matter names, whatever the settings say', () => {
    assert.equal(nameOf('---\nstyle: gb33476\n---\n报告', '28pt'), 'gb33476');
    assert.equal(nameOf('---\n版式: 28pt\n---\nReport'), '28pt');
  });

  it('is plain for an English report', () => {
    assert.equal(nameOf('# Status Report\n\nAll is well.'), 'plain');
    assert.equal(nameOf('---\nlanguage: en\n---\n报告'), 'plain');
  });

  it('is official for a Chinese one, with the preset of the settings', () => {
    assert.equal(nameOf('关于2024年工作的报告'), 'common');
    assert.equal(nameOf('关于2024年工作的报告', 'gb33476'), 'gb33476');
    assert.equal(nameOf('---\nlanguage: zh-CN\n---\nABC'), 'common');
  });

  it('is the common one where nothing tells, or the name is not known', () => {
    assert.equal(nameOf(''), 'common');
    assert.equal(nameOf('---\nstyle: 不存在\n---\n报告', 'nonsense'), 'common');
  });
});
