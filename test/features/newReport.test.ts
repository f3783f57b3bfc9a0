// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so.
import assert from 'node:assert/strict';
import { ReportDocument } from '../../server/src/engine/document.ts';
import {
  newReport,
  newReportSnippet,
  reportDetails,
  reportTypeChoices,
  reportTypes,
  suggestedName,
  UnknownTypeError,
} from '../../server/src/features/newReport.ts';
import { builtInCatalogue } from '../../server/src/sections/builtInCatalogue.ts';
import { parseSnippet, plainText } from '../../server/src/sections/snippet.ts';
import { english } from '../../server/src/wording/localize.ts';

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

describe('the details of a new report', () => {
  const today = '2024-01-20';
  const ask = (type: string, like?: string) =>
    reportDetails(type, {
      catalogue,
      t: english,
      today,
      like: like === undefined ? undefined : ReportDocument.create('file:///b.report', 'report', 1, like),
    });

  it('are what the head of the type has room for', () => {
    assert.deepEqual(
      ask('self-inspection-report').map(({ id, prompt, value }) => [id, prompt, value]),
      [
        ['title/1', '关于▢工作的自查报告', ''],
        ['organ', 'Which organ issues it?', ''],
        ['addressee', 'To whom is it addressed?', ''],
      ],
    );
    assert.deepEqual(
      ask('work-summary').map(({ id }) => id),
      ['year', 'organ'],
    );
    assert.deepEqual(
      ask('minutes').map(({ id }) => id),
      ['title/1', 'organ'],
    );
  });

  it('propose organ and addressee of the report beside, but no gaps', () => {
    const like = '关于安全工作的报告\n市政府：\n一、情况\n好。\n特此报告。\n市应急管理局\n2024年1月5日\n';
    const values = (text: string) => Object.fromEntries(ask('self-inspection-report', text).map(({ id, value }) => [id, value]));
    assert.deepEqual(values(like), { 'title/1': '', organ: '市应急管理局', addressee: '市政府' });
    assert.equal(values(`---\n发文机关: 市消防局\n---\n${like}`).organ, '市消防局');
    assert.deepEqual(values(newReport('self-inspection-report', { catalogue })), { 'title/1': '', organ: '', addressee: '' });
  });

  it('propose the year that such a report is mostly of', () => {
    const year = (type: string, day: string) =>
      reportDetails(type, { catalogue, t: english, today: day }).find(({ id }) => id === 'year')?.value;
    assert.equal(year('work-summary', '2024-01-20'), '2023年');
    assert.equal(year('work-summary', '2024-12-20'), '2024年');
    assert.equal(year('work-plan', '2024-12-20'), '2025年');
    assert.equal(year('work-plan', '2024-01-20'), '2024年');
  });

  it('stand in title, front matter, addressee, opening and signature', () => {
    const details = { organ: '市应急管理局', addressee: '市政府：', 'title/1': '安全生产' };
    const text = newReport('self-inspection-report', { catalogue, details });
    assert.match(text, /^---\n发文机关: 市应急管理局\n发文字号: \n签发人: \n---\n关于安全生产工作的自查报告\n市政府：\n/);
    assert.match(text, /，市应急管理局于×月×日至/);
    assert.match(text, /\n特此报告。\n(?:.*\n)*市应急管理局\n20××年×月×日/);
  });

  it('leave gaps where the writer said nothing', () => {
    const text = newReport('self-inspection-report', { catalogue, details: { organ: ' ', addressee: '' } });
    assert.match(text, /^---\n发文机关: \n发文字号: \n/);
    assert.match(text, /\n关于××工作的自查报告\n【待补：主送机关】：\n/);
  });

  it('of any sort stand in the snippet to the letter', () => {
    for (const { id, variants } of reportTypes(catalogue)) {
      for (const variant of [undefined, ...variants.map((one) => one.id)]) {
        const details = { organ: '甲$1}局', addressee: '${2:x}', year: '2024年', 'title/1': '\\事$' };
        const snippet = parseSnippet(newReportSnippet(id, { catalogue, variant, details }));
        assert.deepEqual(snippet.problems, []);
        assert.equal(plainText(snippet.nodes), newReport(id, { catalogue, variant, details }));
      }
    }
  });

  it('make front matter that is read back', () => {
    for (const organ of ['市局: 一处', '- 甲', '"引号"局', 'null', 'Office of Audit']) {
      const text = newReport('self-inspection-report', { catalogue, details: { organ } });
      assert.equal(ask('self-inspection-report', text).find(({ id }) => id === 'organ')?.value, organ);
    }
  });
});
