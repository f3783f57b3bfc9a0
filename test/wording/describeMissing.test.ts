import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { MissingDatum } from '../../server/src/engine/missing/missingDatum.ts';
import { describeMissing } from '../../server/src/wording/describeMissing.ts';
import { english, type Localize } from '../../server/src/wording/localize.ts';

const zh = JSON.parse(readFileSync('l10n/server.zh-cn.json', 'utf8')) as Readonly<Record<string, string>>;
const chinese: Localize = (message, ...args) => {
  const text = zh[message];
  assert.ok(text !== undefined, `no Chinese for “${message}”`);
  return english(text, ...args);
};
const datum = (rest: Partial<MissingDatum>): MissingDatum => ({ start: 0, end: 1, kind: 'text', certainty: 'sure', ...rest });

describe('a missing datum is described as a colleague would say it', () => {
  const cases: readonly (readonly [Partial<MissingDatum>, string, string])[] = [
    [{ kind: 'money', unit: '元', field: '公务接待费' }, 'Missing: 公务接待费 (money, 元)', '缺：公务接待费（金额，元）'],
    [{ kind: 'count', unit: '次', period: '每月' }, 'Missing: number (次, 每月)', '缺：数量（次，每月）'],
    [{ kind: 'org', field: '单位名称' }, 'Missing: 单位名称 (organisation)', '缺：单位名称'],
    [{ kind: 'count', unit: '次', period: '每月', field: '次数' }, 'Missing: 次数 (次, 每月)', '缺：次数（次，每月）'],
    [{ kind: 'text' }, 'Missing: text', '缺：内容'],
    [{ kind: 'date', field: '日期' }, 'Missing: 日期 (date)', '缺：日期'],
    [
      { kind: 'money', unit: '万元', approximate: true, field: '协调资金' },
      'Missing: 协调资金 (money, some 万元)',
      '缺：协调资金（金额，约数，万元）',
    ],
    [{ kind: 'person', masking: true, field: '姓名' }, 'Missing, or hidden on purpose: a name', '缺：姓名（也可能是有意隐去）'],
  ];
  for (const [given, inEnglish, inChinese] of cases) {
    it(`${inEnglish} · ${inChinese}`, () => {
      assert.equal(describeMissing(datum(given), english), inEnglish);
      assert.equal(describeMissing(datum(given), chinese), inChinese);
    });
  }

  it('has a Chinese name for every kind', () => {
    const kinds = [
      'count',
      'money',
      'percent',
      'ratio',
      'multiple',
      'date',
      'org',
      'person',
      'document',
      'reference',
      'place',
      'name',
      'text',
    ] as const;
    for (const kind of kinds) assert.match(describeMissing(datum({ kind }), chinese), /^缺：[\u4e00-\u9fff]+$/);
  });
});
