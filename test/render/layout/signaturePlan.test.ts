import assert from 'node:assert/strict';
import type { Inline } from '../../../server/src/engine/model/report.ts';
import { withBoldPoint } from '../../../server/src/render/layout/boldPoints.ts';
import { common } from '../../../server/src/render/layout/presets.ts';
import { sealOf, signaturePlan, signedLines } from '../../../server/src/render/layout/signaturePlan.ts';

const rules = { chars: 28, rightChars: 2, linesBefore: 1 };
const plan = (organs: readonly number[], date: number | undefined, seal: 'seal' | 'none' | 'stamp') =>
  signaturePlan(
    organs.map((organ) => ({ organ })),
    date,
    seal,
    rules,
  ).map(({ linesBefore, places }) => [linesBefore, ...places.map(({ what, left }) => `${what} ${left}`)]);
const words = (text: string): readonly Inline[] => [{ kind: 'text', text, start: 0 }];

describe('the place of signature and date', () => {
  it('without seal: one line below, two characters in, the date two right of the first character (7.3.5.2)', () => {
    assert.deepEqual(plan([8], 6, 'none'), [
      [1, 'organ 18'],
      [0, 'date 20'],
    ]);
    assert.deepEqual(plan([3], 6, 'none'), [
      [1, 'organ 18'],
      [0, 'date 20'],
    ]);
  });

  it('with a seal: the date four characters in, the signature centred above it, room for the seal (7.3.5.1)', () => {
    assert.deepEqual(plan([4], 6, 'seal'), [
      [2, 'organ 19'],
      [0, 'date 18'],
    ]);
    assert.deepEqual(plan([10], 6, 'seal'), [
      [2, 'organ 16'],
      [0, 'date 18'],
    ]);
    // Too long to be centred there: it ends at the edge, and the date stands below its middle.
    assert.deepEqual(plan([20], 6, 'seal'), [
      [2, 'organ 8'],
      [0, 'date 15'],
    ]);
  });

  it('with several seals: as many in a row as do not touch, the last above the date', () => {
    assert.deepEqual(
      plan([6, 6, 6], 6, 'seal').map(([lines, ...places]) => [lines, places.length]),
      [
        [2, 3],
        [0, 1],
      ],
    );
    const five = signaturePlan(
      [6, 6, 6, 6, 6].map((organ) => ({ organ })),
      6,
      'seal',
      rules,
    );
    assert.deepEqual(
      five.map(({ linesBefore, places }) => [linesBefore, places.length]),
      [
        [2, 3],
        [4, 2],
        [0, 1],
      ],
    );
    for (const { places } of five)
      for (const [index, { left }] of places.entries())
        assert.ok(left >= 0 && left - (places[index - 1]?.left ?? -100) > 7.6, 'seals of 42 mm do not touch');
    assert.equal(five[1]?.places[1]?.left, five[2]?.places[0]?.left);
  });

  it('with a stamp: two lines below, four characters in, the post two characters left of it; the date after an empty line (7.3.5.3)', () => {
    assert.deepEqual(
      signaturePlan([{ organ: 2, stamp: 3 }], 6, 'stamp', rules).map(({ linesBefore, places }) => [
        linesBefore,
        ...places.map(({ what, left }) => `${what} ${left}`),
      ]),
      [
        [2, 'organ 17', 'stamp 21'],
        [1, 'date 18'],
      ],
    );
    const joint = signaturePlan(
      [
        { organ: 2, stamp: 3 },
        { organ: 4, stamp: 2 },
      ],
      6,
      'stamp',
      rules,
    );
    assert.deepEqual(
      joint.map(({ places }) => places.map(({ left }) => left)),
      [[17, 21], [15, 21], [18]],
    );
  });

  it('leaves room for a stamp that no name stands for', () => {
    assert.deepEqual(plan([2], undefined, 'stamp'), [[2, 'organ 16']]);
  });

  it('never begins left of the type area, whatever the words', () => {
    for (const seal of ['none', 'seal', 'stamp'] as const)
      for (const { places } of signaturePlan([{ organ: 60 }, { organ: 90, stamp: 40 }], 50, seal, rules))
        for (const { left } of places) assert.ok(left >= 0);
    assert.deepEqual(signaturePlan([], undefined, 'seal', rules), []);
  });
});

describe('who signs', () => {
  it('is as the front matter says; an order is stamped where post and name are written', () => {
    assert.equal(sealOf(undefined, 'general', [words('市长　李明')]), 'none');
    assert.equal(sealOf(undefined, 'order', [words('市长　李明')]), 'stamp');
    assert.equal(sealOf(undefined, 'order', [words('某市人民政府')]), 'none');
    assert.equal(sealOf('seal', 'order', [words('市长　李明')]), 'seal');
  });

  it('is parted into post and name for a stamp only, and no word is lost', () => {
    assert.deepEqual(signedLines([words('市长　李明'), words('某局')], 'stamp'), [
      { organ: words('市长'), stamp: [{ kind: 'text', text: '李明', start: 3 }] },
      { organ: words('某局') },
    ]);
    assert.deepEqual(signedLines([words('市长　李明')], 'seal'), [{ organ: words('市长　李明') }]);
  });
});

describe('the first sentence of a point', () => {
  const layout = { ...common, boldPoints: true };

  it('is bold where a style wants it, and only there', () => {
    const point = words('一是抓学习。组织培训。');
    assert.equal(withBoldPoint(point, common), point);
    assert.deepEqual(withBoldPoint(point, layout), [
      { kind: 'text', text: '一是抓学习。', start: 0, bold: true },
      { kind: 'text', text: '组织培训。', start: 6 },
    ]);
    const other = words('今年是关键一年。要抓好落实。');
    assert.equal(withBoldPoint(other, layout), other);
  });

  it('goes on through missing data, and may be the whole paragraph', () => {
    const missing: Inline = { kind: 'missing', text: '*', start: 3, datum: { kind: 'count', start: 3, end: 4, sure: true } as never };
    assert.deepEqual(
      withBoldPoint([...words('一是办'), missing, { kind: 'text', text: '期班。再说。', start: 4 }], layout).map((one) =>
        'bold' in one ? one.bold : undefined,
      ),
      [true, true, true, undefined],
    );
    assert.equal(withBoldPoint(words('二是抓学习。'), layout).length, 1);
  });
});
