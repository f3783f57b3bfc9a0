import assert from 'node:assert/strict';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReportDocument } from '../../server/src/engine/document.ts';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { builtInCatalogue } from '../../server/src/sections/builtInCatalogue.ts';
import { english } from '../../server/src/wording/localize.ts';
import { report, reportAt } from '../support/report.ts';

const { types } = builtInCatalogue();
const t = english;

interface Asked {
  readonly only?: readonly string[];
  readonly rules?: Readonly<Record<string, 'off'>>;
}

function actionsAt(
  marked: string,
  { only, rules = {} }: Asked = {},
): { readonly document: ReportDocument; readonly actions: readonly CodeAction[] } {
  const { document, position } = reportAt(marked);
  const found = diagnostics(document, { hints: true, limit: 100, types, t });
  const range = { start: position, end: position };
  return { document, actions: codeActions(document, { range, diagnostics: found, only, versioned: false, types, rules, t }) };
}

function applied(document: ReportDocument, action: CodeAction | undefined): string {
  const edits = action?.edit?.changes?.[document.uri] as TextEdit[] | undefined;
  assert.ok(edits, `no edit in ${action?.title}`);
  return TextDocument.applyEdits(TextDocument.create(document.uri, 'report', 1, document.getText()), edits);
}

const titled = (actions: readonly CodeAction[], title: RegExp): CodeAction | undefined => actions.find((one) => title.test(one.title));
const codes = (text: string, rules = {}) => diagnostics(report(text), { hints: true, limit: 100, rules, types, t }).map(({ code }) => code);

describe('Quick fixes of rules', () => {
  it('mend what the finding tells of, as the preferred fix, and name the finding', () => {
    const { document, actions } = actionsAt('一‸.基本情况\n全镇平稳。');
    const fix = titled(actions, /^Write/);
    assert.equal(fix?.isPreferred, true);
    assert.deepEqual(
      fix?.diagnostics?.map(({ code }) => code),
      ['number-mark'],
    );
    assert.equal(applied(document, fix), '一、基本情况\n全镇平稳。');
  });

  it('silence the rule in this place by a comment, and then nothing is found there', () => {
    const { document, actions } = actionsAt('导语。\r\n‸(一)抓早。正文\r\n（二）抓小。正文');
    const text = applied(document, titled(actions, /^Silence/));
    assert.equal(text, '导语。\r\n<!-- report-writer-disable-next-line number-brackets -->\r\n(一)抓早。正文\r\n（二）抓小。正文');
    assert.deepEqual(codes(text), []);
  });

  it('silence rules of sections and of the whole report as well', () => {
    for (const marked of [
      '一、甲\n正文\n‸三、乙\n正文',
      '经费见‸表1。',
      '提出‸三条措施：一是甲，二是乙。',
      '关于‸关于校舍的报告\n县政府：\n正文。',
    ]) {
      const { document, actions } = actionsAt(marked);
      assert.ok(codes(document.getText()).length > 0, marked);
      assert.deepEqual(codes(applied(document, titled(actions, /^Silence/))), [], marked);
    }
  });

  it('offer no comment in a table, which it would end', () => {
    const { actions } = actionsAt('| 甲 | 乙 |\n|---|---|\n| 见‸表7 | 2月30日 |');
    assert.equal(titled(actions, /^Silence/), undefined);
  });

  it('write the line breaks of the report', () => {
    const { document, actions } = actionsAt('‸---\r\n标题: 甲\r\n\r\n正文。');
    assert.equal(applied(document, titled(actions, /^Close/)), '---\r\n标题: 甲\r\n---\r\n\r\n正文。');
  });

  it('name the command that renumbers the report, and the one that adds missing sections', () => {
    const { document, actions } = actionsAt('一、甲\n正文\n‸三、乙\n正文');
    assert.deepEqual(titled(actions, /^Renumber/)?.command?.arguments, [document.uri, { line: 2, character: 0 }]);
    const text =
      '关于校舍安全的自查‸报告\n县政府：\n一、基本情况\n好。\n二、原因分析\n少。\n三、整改措施\n修。\n特此报告。\n平安局\n2024年6月1日';
    const missing = titled(actionsAt(text).actions, /^Add the missing/);
    assert.deepEqual(missing?.command?.arguments?.[1], ['problems']);
  });

  it('touch only what the cursor touches', () => {
    assert.deepEqual(actionsAt('一.甲\n正‸文\n三、乙').actions, []);
  });
});

describe('Fix All', () => {
  const text = '‸一.甲\n正文\n(二）、乙\n正文';

  it('is one action of its own kind, for those who ask for it', () => {
    for (const only of ['source.fixAll.reportWriter', 'source.fixAll', 'source']) {
      const { document, actions } = actionsAt(text, { only: [only] });
      assert.deepEqual(
        actions.map(({ kind }) => kind),
        ['source.fixAll.reportWriter'],
      );
      assert.equal(applied(document, actions[0]), '一、甲\n正文\n（二）乙\n正文');
    }
  });

  it('does not come unasked, nor with other kinds', () => {
    assert.equal(titled(actionsAt(text).actions, /^Fix all/), undefined);
    assert.deepEqual(actionsAt(text, { only: ['source.organizeImports'] }).actions, []);
    assert.deepEqual(actionsAt(text, { only: ['source.fixAll.eslint'] }).actions, []);
  });

  it('leaves rules alone that are switched off', () => {
    const { document, actions } = actionsAt(text, { only: ['source.fixAll'], rules: { 'number-mark': 'off' } });
    assert.equal(applied(document, actions[0]), '一.甲\n正文\n（二）、乙\n正文');
  });

  it('is not there when nothing is to be mended', () => {
    assert.deepEqual(actionsAt('‸一、甲\n正文', { only: ['source.fixAll'] }).actions, []);
  });
});

describe('Messages of rules', () => {
  const message = (text: string, code: string) =>
    String(diagnostics(report(text), { hints: true, limit: 100, types, t }).find((one) => one.code === code)?.message);

  it('say the level of the source, and the clause', () => {
    assert.match(message('一.甲\n正文', 'number-mark'), /\(national standard: GB\/T 15834—2011 B\.3\)$/);
    assert.match(message('经费见表1。', 'figures-tables'), /\(practice\)$/);
    assert.match(message('关于校舍的报告\n县政府：\n一、甲\n好，请予批准。', 'request-in-report'), /\(regulations: 第十五条（四）\)$/);
  });

  it('name all that is missing in one hint', () => {
    assert.match(message('关于校舍的报告\n县政府：\n一、甲\n好。', 'missing-parts'), /: signature, date of issue\./);
  });

  it('can be switched off, or made more severe, by the rule', () => {
    assert.deepEqual(codes('一.甲\n正文\n(二)乙。正文', { 'number-mark': 'off' }), ['number-brackets']);
    const [one] = diagnostics(report('一.甲\n正文'), { hints: true, limit: 100, rules: { 'number-mark': 'error' }, types, t });
    assert.equal(one?.severity, 1);
  });
});
