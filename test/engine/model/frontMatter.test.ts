import assert from 'node:assert/strict';
import { parseFrontMatter } from '../../../server/src/engine/model/parseFrontMatter.ts';
import { report } from '../../support/report.ts';

const parse = (text: string) => parseFrontMatter(report(text));

describe('the front matter', () => {
  it('has its keys in Chinese or English, lists in every form', () => {
    const wanted = { documentType: '自查报告', issuingOrgan: ['甲局', '乙局'], copiesTo: ['丙办'], masking: true };
    assert.deepEqual(parse('---\n文种: 自查报告\n发文机关: [甲局, 乙局]\n抄送: 丙办\n脱敏: 是\n---\n').frontMatter, wanted);
    assert.deepEqual(parse('---\ntype: 自查报告\norgan: 甲局、乙局\ncopiesTo:\n  - 丙办\nmasking: true\n---\n').frontMatter, wanted);
  });

  it('keeps numbers and dates as they were typed', () => {
    assert.deepEqual(parse('---\n份号: 000012\n印发日期: 2024-01-05\n---\n').frontMatter, {
      copyNumber: '000012',
      printingDate: '2024-01-05',
    });
  });

  it('says where the YAML is broken, and reads the rest', () => {
    const { frontMatter, problems } = parse('---\ntitle: 报告\n发文机关: [甲局\n文号: 甲〔2024〕1号\n---\n一、情况');
    assert.equal(frontMatter.title, '报告');
    assert.ok(problems.length > 0);
    assert.ok(problems.every(({ range, severity }) => range.start.line >= 1 && range.start.line <= 4 && severity === 'error'));
  });

  it('says when it is not closed', () => {
    const [problem] = parse('---\ntitle: 报告\n一、情况').problems;
    assert.match(problem?.message ?? '', /not closed/);
    assert.equal(problem?.range.start.line, 0);
  });

  it('is read anew when its text changes, and only then', () => {
    const document = report('---\ntitle: 甲\n---\n正文\n');
    const first = parseFrontMatter(document);
    const change = (line: number, text: string, version: number) =>
      document.update([{ range: { start: { line, character: 0 }, end: { line, character: 0 } }, text }], version);
    change(3, '更多', 2);
    assert.equal(parseFrontMatter(document), first);
    change(1, '文号: 1号\n', 3);
    assert.deepEqual(parseFrontMatter(document).frontMatter, { documentNumber: '1号', title: '甲' });
    document.update([{ range: { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } }, text: '' }], 4);
    assert.match(parseFrontMatter(document).problems[0]?.message ?? '', /not closed/);
  });

  it('takes no map for a list of files', () => {
    assert.equal(parse('---\ndata: {甲: 1}\n---\n').frontMatter.data, undefined);
    assert.deepEqual(parse('---\ndata: 数据.yaml\n---\n').frontMatter.data, ['数据.yaml']);
  });

  it('refuses what would break the parser, and aliases that grow', () => {
    assert.match(parse(`---\ntitle: ${'['.repeat(20_000)}\n---\n`).problems[0]?.message ?? '', /too deeply/);
    const bomb = ['---', 'a: &a [x, x, x, x]', 'b: &b [*a, *a, *a, *a]', 'organ: [*b, *b, *b, *b]', '---'].join('\n');
    assert.ok((parse(bomb).frontMatter.issuingOrgan ?? []).length <= 4);
  });
});
