import assert from 'node:assert/strict';
import { exportWith, parse, runFolder, writeDocx } from '../../support/docx/exports.ts';
import { faultsOf, openDocx } from '../../support/docx/package.ts';
import { validatorErrors } from '../../support/docx/readers.ts';

const exported = async (...formulas: readonly string[]) => {
  const text = ['标题', '', '正文。', ...formulas.map((tex) => `$$ ${tex} $$`), '末段。'].join('\n');
  const { bytes, problems } = await exportWith(parse(text));
  const docx = await openDocx(bytes);
  assert.deepEqual(faultsOf(docx), []);
  return { bytes, document: docx.part('word/document.xml'), problems: problems.map(({ message }) => message) };
};

describe('a formula in Word', () => {
  it('is one of Word’s own', async () => {
    const { document, problems, bytes } = await exported(
      'r = \\frac{\\sum_{i=1}^{n} a_i}{b} \\times 100\\%',
      'x^2',
      '完成率 = \\frac{甲}{乙}',
    );
    assert.equal(document.match(/<m:oMath>/g)?.length, 3);
    assert.match(document, /<m:f>.*<m:nary>/s);
    assert.deepEqual(problems, []);
    assert.deepEqual(await validatorErrors(writeDocx(runFolder(), 'formulas', bytes)), []);
  });

  it('is printed as it was typed where it cannot be read, and that is told', async () => {
    for (const tex of [
      '\\frac{a}{',
      '\\nosuchcommand{x}',
      '\\begin{nothing} a \\end{nothing}',
      `${'{'.repeat(200)}a${'}'.repeat(200)}`,
      `${'\\hat'.repeat(900)} x`,
    ]) {
      const { document, problems } = await exported(tex);
      assert.equal(problems.length, 1, tex);
      assert.match(problems[0] ?? '', /^The formula is printed as it was typed: /);
      assert.ok(document.includes(`$$${tex}$$`), tex);
    }
  });

  it('stands on a line of no exact height, and ends a section with a paragraph behind it', async () => {
    const text = ['标题', '', '正文。', '$$ x $$', '表1 表 {横排}', '| 甲 |', '| 1 |'].join('\n');
    const { bytes } = await exportWith(parse(text));
    const document = (await openDocx(bytes)).part('word/document.xml');
    assert.match(document, /<w:pStyle w:val="Formula"\/><w:spacing w:line="\d+" w:lineRule="atLeast"\/>/);
    assert.match(document, /<\/m:oMath><\/w:p><w:p><w:pPr>(?:(?!<\/w:pPr>).)*<w:sectPr>/s);
  });
});
