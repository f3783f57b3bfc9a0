import assert from 'node:assert/strict';
import { frontMatterCompletion } from '../../server/src/features/frontMatterCompletion.ts';
import { reportAt } from '../support/report.ts';

function offered(marked: string, locale = 'zh-cn'): readonly string[] | undefined {
  const { document, position } = reportAt(marked);
  return frontMatterCompletion(document, position, { locale, types: () => ['自查报告'] })?.items.map(({ textEdit, label }) =>
    textEdit !== undefined && 'newText' in textEdit ? textEdit.newText : label,
  );
}

describe('completion in the front matter', () => {
  it('offers the keys that are not there yet, in the writer’s language', () => {
    const chinese = offered('---\n文种: 函\n‸\n---\n') ?? [];
    assert.ok(chinese.includes('样式: ') && chinese.includes('用印: ') && chinese.includes('封面: '));
    assert.ok(!chinese.includes('文种: '));
    assert.ok(offered('---\ntitle: x\nse‸\n---\n', 'en')?.includes('seal: '));
  });

  it('offers the values of keys that take one of a few', () => {
    assert.deepEqual(offered('---\n用印: ‸\n---\n'), ['盖章', '不盖章', '签名章']);
    assert.deepEqual(offered('---\nseal: ‸\n---\n', 'en'), ['seal', 'none', 'stamp']);
    assert.deepEqual(offered('---\n封面: ‸\n---\n'), ['是', '否']);
    assert.deepEqual(offered('---\n文种: ‸\n---\n'), ['自查报告']);
    assert.ok(offered('---\n样式: ‸\n---\n')?.includes('gb33476'));
  });

  it('offers the keys and values of a style under it', () => {
    assert.ok(offered('---\n样式:\n  行距: 28\n  ‸\n---\n')?.includes('页边距: '));
    assert.ok(!offered('---\n样式:\n  行距: 28\n  ‸\n---\n')?.includes('行距: '));
    assert.deepEqual(offered('---\n样式:\n  页边距:\n    ‸\n---\n'), ['上: ', '下: ', '左: ', '右: ']);
    assert.ok(offered('---\n样式:\n  字号:\n    正文: ‸\n---\n')?.includes('三号'));
    assert.deepEqual(offered('---\n样式:\n  页码: ‸\n---\n'), ['外侧', '居中']);
  });

  it('offers nothing of this outside, and nothing where anything may stand', () => {
    assert.equal(offered('正文‸\n'), undefined);
    assert.deepEqual(offered('---\n标题: ‸\n---\n'), []);
  });
});
