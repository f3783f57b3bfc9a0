import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mathHeight } from '../../../server/src/render/math/mathHeight.ts';
import { readTex } from '../../../server/src/render/math/readTex.ts';

const node = (tex: string) => {
  const read = readTex(tex);
  assert.ok('node' in read, `${tex}: ${'unread' in read ? read.unread : ''}`);
  return read.node;
};

describe('readTex', () => {
  it('reads what reports write', () => {
    for (const tex of [
      '完成率 = \\frac{实际完成额}{计划额} \\times 100\\%',
      "x_{i}^{2} + y'' \\le \\sqrt[3]{z}",
      '\\sum_{i=1}^{n} a_i \\cdot \\prod_j b_j = \\int_0^1 \\sin^2 x \\, dx',
      '\\lim_{x \\to 0} \\frac{\\sin x}{x} = 1',
      '\\left( \\frac{1}{n} \\right)^{2} \\left\\{ a \\right.',
      '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}',
      '\\begin{cases} a, & x > 0 \\\\ b, & \\text{其他} \\end{cases}',
      '\\begin{aligned} a &= b \\\\ &= c \\end{aligned}',
      '\\overline{AB} + \\hat{y} + \\vec{v} + \\underbrace{a+b}_{n} + \\mathrm{kg} + \\alpha\\beta\\Omega',
      '\\binom{n}{k} \\quad \\overset{*}{=} \\operatorname{rank} A',
    ]) {
      assert.ok(mathHeight(node(tex)) > 0, tex);
    }
  });

  it('takes fractions, scripts and brackets apart', () => {
    assert.deepEqual(node('\\frac12'.replace('12', '{1}{2}')), {
      kind: 'fraction',
      above: { kind: 'number', text: '1' },
      below: { kind: 'number', text: '2' },
      bar: true,
    });
    const scripts = node('x_1^2');
    assert.ok(scripts.kind === 'scripts' && scripts.sub && scripts.sup && !scripts.limits);
    const sum = node('\\sum_{i}');
    assert.ok(sum.kind === 'scripts' && sum.limits);
    const fenced = node('\\left[ x \\right)');
    assert.ok(fenced.kind === 'fenced' && fenced.left === '[' && fenced.right === ')');
  });

  it('says what it does not understand', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['\\nosuch', '\\nosuch'],
      ['a } b', '}'],
      ['\\frac{a}{b', '}'],
      ['x^1^2', '^'],
      ['\\begin{nothing}\\end{nothing}', '\\begin{nothing}'],
      ['\\right)', '\\right'],
      ['\\constructor', '\\constructor'],
    ];
    for (const [tex, unread] of cases) assert.deepEqual(readTex(tex), { unread }, tex);
  });

  it('refuses what is too long or too deep, and never throws', () => {
    assert.ok('unread' in readTex('x'.repeat(5000)));
    assert.ok('unread' in readTex('{'.repeat(1000)));
    assert.ok('unread' in readTex(`${'\\hat'.repeat(900)} x`));
    const pieces = fc.constantFrom(
      '\\frac',
      '{',
      '}',
      '^',
      '_',
      '\\left',
      '(',
      '\\right',
      ')',
      'x',
      '\\begin{cases}',
      '\\end{cases}',
      '&',
      '\\\\',
      '\\',
      '国',
      '𝑥',
      '\ud800',
      ' ',
      '%',
      "'",
      '[',
      ']',
      '\\sqrt',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const read = readTex(parts.join(''));
        assert.ok('unread' in read || mathHeight(read.node) > 0);
      }),
      { numRuns: 2000 },
    );
  });
});
