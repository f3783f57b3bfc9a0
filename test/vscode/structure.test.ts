import assert from 'node:assert/strict';
import { commands, type DocumentSymbol, type FoldingRange } from 'vscode';
import { open, untilMissing } from './support/report.ts';

describe('the structure of a report', () => {
  it('is shown in the outline: title, headings and points, nested', async () => {
    const { document } = await open('gaps.report');
    await untilMissing(document.uri, 4);
    const symbols = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    const names = (all: readonly DocumentSymbol[], depth = 0): string[] =>
      all.flatMap(({ name, children }) => [`${' '.repeat(depth)}${name}`, ...names(children, depth + 1)]);
    const outline = names(symbols).map((name) => name.trim());
    for (const part of ['基本情况', '加强组织领导', '存在问题', '力量不足', '下一步打算']) {
      assert.ok(
        outline.some((name) => name.includes(part)),
        `${part} is not in ${outline.join(' · ')}`,
      );
    }
    const parent = names(symbols).find((name) => name.includes('基本情况'));
    const child = names(symbols).find((name) => name.includes('加强组织领导'));
    assert.ok((child?.search(/\S/) ?? 0) > (parent?.search(/\S/) ?? 0));
  });

  it('can be folded', async () => {
    const { document } = await open('gaps.report');
    const ranges = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(ranges.some(({ start }) => start === 6));
  });
});
