import assert from 'node:assert/strict';
import {
  newReport,
  newReportSnippet,
  reportTypeChoices,
  reportTypes,
  suggestedName,
  UnknownTypeError,
} from '../../server/src/features/newReport.ts';
import { builtInCatalogue } from '../../server/src/sections/builtInCatalogue.ts';
import { parseSnippet, plainText } from '../../server/src/sections/snippet.ts';

const catalogue = builtInCatalogue();

describe('a new report', () => {
  it('is found by id, by name and by another name', () => {
    const text = newReport('self-inspection-report', { catalogue });
    assert.match(text, /^关于××工作的自查报告\n【待补：主送机关】：\n/);
    assert.equal(newReport('自查报告', { catalogue }), text);
    assert.equal(newReport('自查情况报告', { catalogue }), text);
  });

  it('has no snippet syntax in its text, and is the snippet otherwise', () => {
    for (const { id, variants } of reportTypes(catalogue)) {
      for (const variant of [undefined, ...variants.map((one) => one.id)]) {
        const text = newReport(id, { catalogue, variant });
        assert.doesNotMatch(text, /\$\{|\$\d|\\[$}]/, id);
        const snippet = parseSnippet(newReportSnippet(id, { catalogue, variant }));
        assert.deepEqual(snippet.problems, []);
        assert.equal(plainText(snippet.nodes), text);
      }
    }
  });

  it('keeps tables and lists together where paragraphs have blank lines between', () => {
    const text = newReport('status-report/full', { catalogue });
    assert.match(text, /\n\nTable 1 Tasks of this period\n\| Task .*\n\|---.*\n\| .*\n\| .*\n\n/);
    assert.match(text, /\n\n- .*\n- .*\n\n## Risks/);
  });

  it('comes in variants', () => {
    const meeting = newReport('notice', { catalogue, variant: 'meeting' });
    assert.match(meeting, /^关于召开××会议的通知\n/);
    assert.match(meeting, /\n一、会议时间\n/);
    assert.equal(newReport('notice/meeting', { catalogue }), meeting);
    assert.equal(newReport('通知/会议通知', { catalogue }), meeting);
    assert.doesNotMatch(newReport('notice/issue', { catalogue }), /特此通知|一、/);
  });

  it('names its type in the front matter only where the title does not', () => {
    assert.doesNotMatch(newReport('request', { catalogue }), /---/);
    assert.match(newReport('speech/mobilization', { catalogue }), /^在××工作动员会上的讲话\n/);
    assert.match(newReport('proposal-letter', { catalogue }), /^关于××活动的倡议书\n/);
    assert.match(newReport('exemplary-deeds', { catalogue }), /^××同志先进事迹材料\n/);
    assert.match(newReport('emergency-report/follow-up', { catalogue }), /^关于××突发事件情况的续报\n/);
  });

  it('says which types and variants there are, if asked for another', () => {
    assert.throws(
      () => newReport('novel', { catalogue }),
      (error: Error) => error instanceof UnknownTypeError && /self-inspection-report \(自查报告\)/.test(error.message),
    );
    assert.throws(() => newReport('notice/none', { catalogue }), /meeting \(会议通知\)/);
    assert.throws(() => newReport('request', { catalogue, variant: 'x' }), /There are: none/);
  });

  it('has a file name without characters that file systems refuse', () => {
    assert.equal(suggestedName('自查报告', { catalogue }), '自查报告.report');
    assert.equal(suggestedName('status-report', { catalogue }), 'Status-Report.report');
  });

  it('is listed in the reader’s language first', () => {
    assert.equal(reportTypes(catalogue)[0]?.id, 'self-inspection-report');
    assert.equal(reportTypeChoices(catalogue, 'zh-cn')[0]?.label, '自查报告');
    assert.equal(reportTypeChoices(catalogue, 'en')[0]?.label, 'Status Report');
    const choices = reportTypeChoices(catalogue, 'zh-cn');
    assert.equal(new Set(choices.map(({ id }) => id)).size, choices.length);
    for (const { id } of choices) {
      assert.doesNotThrow(() => newReport(id, { catalogue }));
    }
  });
});
