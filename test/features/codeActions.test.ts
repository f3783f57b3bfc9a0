import assert from 'node:assert/strict';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReportDocument } from '../../server/src/engine/document.ts';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { english } from '../../server/src/wording/localize.ts';
import { report, reportAt } from '../support/report.ts';

const t = english;

function actionsAt(
  marked: string,
  only?: readonly string[],
): { readonly document: ReportDocument; readonly actions: readonly CodeAction[] } {
  const { document, position } = reportAt(marked);
  const found = diagnostics(document, { hints: true, limit: 100, t });
  const range = { start: position, end: position };
  return { document, actions: codeActions(document, { range, diagnostics: found, only, versioned: false, t }) };
}

/** The text after the quick fix whose title matches. */
function fixed(marked: string, title: RegExp): string {
  const { document, actions } = actionsAt(marked);
  const action = actions.find((one) => title.test(one.title));
  assert.ok(action?.edit?.changes, `no fix ${title} among: ${actions.map((one) => one.title).join(' | ')}`);
  const edits = action.edit.changes[document.uri] as TextEdit[];
  return TextDocument.applyEdits(TextDocument.create(document.uri, 'report', 1, document.getText()), edits);
}

const missingIn = (text: string) => report(text).missingCount;

describe('Quick fixes of missing data', () => {
  it('puts a backslash before a mark that is none, and then nothing is missing there', () => {
    const text = fixed('全年召开会议‸*次，走访*户。', /is not missing/);
    assert.equal(text, '全年召开会议\\*次，走访*户。');
    assert.equal(missingIn(text), 1);
  });

  it('silences one line by a comment above it', () => {
    const text = fixed('第一行*次。\n全年召开会议‸*次，走访*户。\n第三行*次。', /on this line/);
    assert.equal(text, '第一行*次。\n<!-- report-writer-disable-next-line missing-data -->\n全年召开会议*次，走访*户。\n第三行*次。');
    assert.equal(missingIn(text), 2);
  });

  it('silences the whole file by a comment at its top', () => {
    const text = fixed('第一行*次。\n全年召开会议‸*次。\n', /in this file/);
    assert.equal(text, '<!-- report-writer-disable missing-data -->\n第一行*次。\n全年召开会议*次。\n');
    assert.equal(missingIn(text), 0);
  });

  it('puts that comment after the front matter', () => {
    const text = fixed('---\n标题: 总结\n---\n全年召开会议‸*次。\n', /in this file/);
    assert.equal(text, '---\n标题: 总结\n---\n<!-- report-writer-disable missing-data -->\n全年召开会议*次。\n');
  });

  it('keeps the line breaks that the file has', () => {
    assert.match(fixed('第一行。\r\n会议‸*次。\r\n', /on this line/), /-->\r\n会议/);
  });

  it('does not break a table with a comment', () => {
    const { actions } = actionsAt('| 项目 | 数量 |\n|---|---|\n| 会议 | ‸*次 |');
    assert.ok(actions.length > 0);
    assert.ok(!actions.some(({ title }) => /on this line/.test(title)));
  });

  it('leads on to the next gap from the end of this one', () => {
    const { document, actions } = actionsAt('会议‸*次。');
    const command = actions.find((one) => one.command?.command === 'reportWriter.nextMissingDatum')?.command;
    assert.deepEqual(command?.arguments, [document.uri, { line: 0, character: 3 }]);
  });

  it('offers to fill it here, and in all places of the same name where there are several', () => {
    const filling = (marked: string) =>
      actionsAt(marked)
        .actions.filter(({ command }) => command?.command === 'reportWriter.fillMissingData')
        .map(({ title, command }) => [title, ...(command?.arguments?.slice(1) ?? [])]);
    const position = { line: 0, character: 5 };
    assert.deepEqual(filling('公务接待费‸*元。'), [['Fill here…', position, 'here']]);
    assert.deepEqual(filling('公务接待费‸*元，其中：公务接待费*元。'), [
      ['Fill here…', position, 'here'],
      ['Fill all 2 of 公务接待费…', position, 'all'],
    ]);
    assert.deepEqual(filling('被告人张‸××，男。'), []);
  });

  it('marks a report as masking in its front matter, there or new, once and for all', () => {
    for (const [before, after] of [
      ['被告人张‸××，男。\n', '---\nmasking: true\n---\n被告人张××，男。\n'],
      ['---\ntitle: 通报\n---\n被告人张‸××，男。\n', '---\nmasking: true\ntitle: 通报\n---\n被告人张××，男。\n'],
    ] as const) {
      const text = fixed(before, /masked/);
      assert.equal(text, after);
      const found = diagnostics(report(text), { hints: true, limit: 100, t });
      assert.deepEqual(found, []);
    }
  });

  it('names the finding that it answers', () => {
    const { actions } = actionsAt('会议‸*次，走访*户。');
    assert.deepEqual(
      actions[0]?.diagnostics?.map(({ range }) => range.start.character),
      [2],
    );
  });

  it('offers nothing where nothing is missing, and no fixes when others are wanted', () => {
    assert.deepEqual(actionsAt('会议‸很多。').actions, []);
    assert.deepEqual(actionsAt('会议‸*次。', ['refactor']).actions, []);
    assert.ok(actionsAt('会议‸*次。', ['quickfix']).actions.length > 0);
  });

  it('are few even when a whole report is selected, be it one line', () => {
    for (const text of ['会议*次。\n'.repeat(1000), '会议*次。'.repeat(1000)]) {
      const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
      const actions = codeActions(report(text), { range, diagnostics: [], versioned: false, t });
      assert.ok(actions.length > 10 && actions.length <= 30, `${actions.length} actions`);
    }
  });
});
