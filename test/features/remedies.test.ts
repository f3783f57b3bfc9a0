import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { matchItems } from '../../server/src/features/remedies/matchItems.ts';
import { remedies } from '../../server/src/features/remedies/remedies.ts';
import { remedyItems } from '../../server/src/features/remedies/remedyItems.ts';
import { english } from '../../server/src/wording/localize.ts';
import { report } from '../support/report.ts';

const text = `关于粮食仓储安全的自查报告
市粮食局：
现将情况报告如下：
一、基本情况
一是仓房完好。二是人员到位。
二、存在的问题
（一）仓房老化漏雨。三处仓房顶棚破损。
（二）保管员培训少。全年只办一期。
（三）台账记录不全。
三、原因分析
一是维修资金没有列入预算，老化的仓房多年未修，一直漏雨。
二是对保管员培训重视不够。
四、下一步整改措施
1.维修仓房顶棚。列支资金*万元，雨季前完工。
2.办好保管员培训班。每季一期。
3.开展节粮宣传。进社区、进学校。
特此报告。
`;
const listed = (of: string) => remedyItems(report(of)).map(({ kind, name }) => `${kind} ${name}`);

describe('problems, causes and measures', () => {
  it('are read from headings, numbers and points of their parts, and from no others', () => {
    assert.deepEqual(listed(text), [
      'problem （一）仓房老化漏雨',
      'problem （二）保管员培训少',
      'problem （三）台账记录不全',
      'cause 一是维修资金没有列入预算',
      'cause 二是对保管员培训重视不够',
      'measure 1.维修仓房顶棚',
      'measure 2.办好保管员培训班',
      'measure 3.开展节粮宣传',
    ]);
  });

  it('are told apart where one part holds problems and causes', () => {
    const joint =
      '一、存在的问题及原因\n一是制度不全。\n二是检查不严。\n上述问题产生的原因主要有：一是认识不高；二是人手少。\n二、整改措施\n一是建章立制。\n';
    assert.deepEqual(listed(joint), [
      'problem 一是制度不全',
      'problem 二是检查不严',
      'cause 一是认识不高',
      'cause 二是人手少',
      'measure 一是建章立制',
    ]);
    const parts = '一、问题及整改\n（一）存在问题\n1.制度不全。\n（二）原因分析\n1.认识不高。\n（三）整改措施\n1.建章立制。\n';
    assert.deepEqual(listed(parts), ['problem 1.制度不全', 'cause 1.认识不高', 'measure 1.建章立制']);
  });

  it('are read under bare headings as well', () => {
    const bare = '一、问题\n一是制度不全。\n二、原因\n一是认识不高。\n三、措施\n一是建章立制。\n四、下一步\n一是抓培训。\n';
    assert.deepEqual(listed(bare), ['problem 一是制度不全', 'cause 一是认识不高', 'measure 一是建章立制', 'measure 一是抓培训']);
  });

  it('are lined up by the words that they share', () => {
    const { rows, causesAlone, measuresAlone } = matchItems(remedyItems(report(text)));
    const short = rows.map(({ problem, causes, measures }) => [
      problem.name,
      causes.map(({ item }) => item.name),
      measures.map(({ item }) => item.name),
    ]);
    assert.deepEqual(short, [
      ['（一）仓房老化漏雨', ['一是维修资金没有列入预算'], ['1.维修仓房顶棚']],
      ['（二）保管员培训少', ['二是对保管员培训重视不够'], ['2.办好保管员培训班']],
      ['（三）台账记录不全', [], []],
    ]);
    assert.deepEqual(causesAlone, []);
    assert.deepEqual(
      measuresAlone.map(({ item }) => item.name),
      ['3.开展节粮宣传'],
    );
  });

  it('are shown with links to their places', () => {
    const document = report(text);
    const shown = remedies(document, english, true);
    const lines = shown.text.split('\n');
    assert.match(shown.text, /^3 problems, 2 causes, 3 measures\n/);
    assert.match(shown.text, /\nProblem 三　（三）台账记录不全　line 9\n　Cause　none found\n　Measure　none found\n/);
    for (const { range, target } of shown.links) {
      const name = lines[range.start.line]?.slice(range.start.character, range.end.character) ?? '';
      assert.ok(name !== '' && document.line(target.line).text.startsWith(name, target.character), name);
    }
  });

  it('are nothing where a report lists no problem', () => {
    assert.deepEqual(remedies(report('一、情况\n一是好。二是很好。'), english, true), { text: '', links: [] });
    assert.deepEqual(remedies(report(''), english, true), { text: '', links: [] });
  });

  it('stay quick in a report of twenty thousand of them', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `${(i % 900) + 1}.第${i}个问题是仓房漏雨。`);
    const whole = ['一、存在的问题', ...many, '二、整改措施', '1.修仓房。'].join('\n');
    assert.equal(remedyItems(report(whole)).length, 20_001);
    assert.ok(matchItems(remedyItems(report(whole))).rows.length <= 300);
  });

  const example = '../shared/examples/political-ecology-report.txt';
  it('of the example report are what a reader sees', function () {
    if (!existsSync(example)) return this.skip();
    const items = remedyItems(report(readFileSync(example, 'utf8')));
    const counts = ['problem', 'cause', 'measure'].map((kind) => items.filter((item) => item.kind === kind).length);
    assert.deepEqual(counts, [4, 3, 5]);
    const number = (name: string) => '一二三四五'.indexOf(name.charAt(0)) + 1;
    const { rows, measuresAlone } = matchItems(items);
    // The fourth problem has no measure of its own; the fifth measure speaks of it.
    assert.deepEqual(
      rows.map(({ measures }) => measures.map(({ item }) => number(item.name))),
      [[2], [1], [3], [5]],
    );
    assert.deepEqual(
      measuresAlone.map(({ item }) => number(item.name)),
      [4],
    );
  });
});
