import assert from 'node:assert/strict';
import { resolveInside, rootOf, suggestedName } from '../../server/src/lsp/paths.ts';

const folder = 'file:///work/reports';
const document = 'file:///work/reports/2024/year.report';

describe('A path in a report', () => {
  for (const [path, expected] of [
    ['chart.png', 'file:///work/reports/2024/chart.png'],
    ['./图/第 1 图.png', 'file:///work/reports/2024/%E5%9B%BE/%E7%AC%AC%201%20%E5%9B%BE.png'],
    ['../chart.png', 'file:///work/reports/chart.png'],
    ['图\\chart.png', 'file:///work/reports/2024/%E5%9B%BE/chart.png'],
    ['100%.png', 'file:///work/reports/2024/100%25.png'],
  ] as const) {
    it(`is looked for from the report's folder: ${path}`, () => {
      assert.equal(resolveInside(folder, document, path), expected);
    });
  }

  for (const path of [
    '',
    '../../chart.png',
    '2024/../../../chart.png',
    '..\\..\\chart.png',
    '/etc/passwd',
    '\\\\server\\share\\chart.png',
    'C:\\chart.png',
    'c:chart.png',
    'file:///etc/passwd',
    'https://example.com/chart.png',
    'data:image/png;base64,AA==',
    '%2e%2e/chart.png',
    '..%2Fchart.png',
    'chart.png\u0000',
    'aux.png',
    'bilder/NUL',
  ]) {
    it(`is refused: ${JSON.stringify(path)}`, () => {
      assert.equal(resolveInside(folder, document, path), undefined);
    });
  }

  it('does not take a folder that only begins alike for the same', () => {
    assert.equal(resolveInside(folder, 'file:///work/reports-old/a.report', 'chart.png'), undefined);
    assert.equal(resolveInside(folder, document, '../../reports-old/chart.png'), undefined);
  });
});

describe('The folder that a report may reach', () => {
  it('is the innermost workspace folder around it', () => {
    assert.equal(rootOf(document, ['file:///work', folder, 'file:///other']), folder);
  });

  it('is its own folder outside of all workspace folders', () => {
    assert.equal(rootOf('file:///home/a.report', [folder]), 'file:///home');
  });

  it('is the first workspace folder for a report that is not saved yet, if there is one', () => {
    assert.equal(rootOf('untitled:Untitled-1', [folder]), folder);
    assert.equal(rootOf('untitled:Untitled-1', []), undefined);
  });
});

describe('The name proposed for an export', () => {
  it('is the report’s title, or else its own', () => {
    assert.equal(suggestedName('file:///a/%E6%80%BB%E7%BB%93.report', '关于春耕的报告', '.docx'), '关于春耕的报告.docx');
    assert.equal(suggestedName('file:///a/%E6%80%BB%E7%BB%93.report', ' ?? ', '.docx'), '总结.docx');
    assert.equal(suggestedName('file:///a/b.report', `${'a'.repeat(78)}. b`, '.docx'), `${'a'.repeat(78)}.docx`);
    assert.equal(suggestedName('file:///a/year.report.md', undefined, '.docx'), 'year.docx');
  });

  it('is the title of a report that is not saved, without what a file system refuses', () => {
    assert.equal(suggestedName('untitled:Untitled-1', '关于“1/2”的：报告?', '.docx'), '关于“12”的：报告.docx');
    assert.equal(suggestedName('untitled:Untitled-1', undefined, '.docx'), 'Untitled-1.docx');
  });

  it('is not too long, and never empty', () => {
    assert.equal([...suggestedName('untitled:U', '𠮷'.repeat(300), '.docx')].length, 85);
    assert.equal(suggestedName('untitled:', '???', '.docx'), 'report.docx');
  });
});
