import assert from 'node:assert/strict';
import { reportOf } from '../../../server/src/engine/model/blocks.ts';
import { outlineOf } from '../../../server/src/engine/model/outline.ts';
import { findingsOf } from '../../../server/src/engine/rules/findings.ts';
import { generateReport } from '../../support/generate.ts';
import { report } from '../../support/report.ts';

/** Runs everything the engine has over a text and an edit in its middle. */
function run(text: string): ReturnType<typeof report> {
  const document = report(text);
  outlineOf(document);
  reportOf(document);
  let findings = 0;
  for (const _ of findingsOf(document)) {
    findings++;
  }
  assert.ok(findings >= document.missingCount);
  const middle = document.positionAt(Math.floor(text.length / 2));
  document.update([{ range: { start: middle, end: middle }, text: '新增一行\n全年*次' }], 2);
  assert.equal(document.getText().length, text.length + 9);
  return document;
}

describe('the engine', () => {
  it('takes 100,000 lines', () => {
    assert.equal(run(generateReport(100_000)).lineCount, 100_001);
  });

  it('takes one line of 5 MB', () => {
    run('全年共召开党员大会*次，投入资金12.5万元，各项工作取得实效。'.repeat(60_000));
  });

  it('takes a million empty lines', () => {
    assert.equal(run('\n'.repeat(1_000_000)).lineCount, 1_000_002);
  });

  it('takes 100,000 items of a list, each nested deeper', () => {
    run(Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(i)}- 项`).join('\n'));
    run('- 项\n'.repeat(100_000));
  });

  it('takes a table of 27,000 rows', () => {
    run(`| 单位 | 金额 |\n|---|--:|\n${'| 甲局 | * |\n'.repeat(27_000)}`);
  });

  it('takes a fence or a comment that never closes', () => {
    run(`\`\`\`\n${generateReport(5_000)}`);
    run(`<!--\n${generateReport(5_000)}`);
  });

  it('takes every plane of Unicode, at every column', () => {
    const chars: string[] = [];
    for (let code = 1; code <= 0x10ffff; code += code < 0x3000 ? 1 : 97) {
      if (code < 0xd800 || code > 0xdfff) {
        chars.push(String.fromCodePoint(code));
      }
    }
    const text = chars.join('');
    run(text);
    run(chars.join('*'));
    run(chars.join('\n'));
  });

  it('takes lone surrogates', () => {
    run('\ud800*次\n\udc00一、标题\n𠮷'.repeat(100));
  });
});
