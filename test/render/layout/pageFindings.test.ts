import assert from 'node:assert/strict';
import { ReportDocument } from '../../../server/src/engine/document.ts';
import { reportOf } from '../../../server/src/engine/model/blocks.ts';
import { pageDiagnostics } from '../../../server/src/features/pageDiagnostics.ts';
import { pageFindings } from '../../../server/src/render/layout/pageFindings.ts';
import { noPictures } from '../../../server/src/render/layout/pictures.ts';
import { common } from '../../../server/src/render/layout/presets.ts';
import { ReportLayout } from '../../../server/src/render/layout/reportLayout.ts';
import { english } from '../../../server/src/wording/localize.ts';

const documentOf = (text: string): ReportDocument => ReportDocument.create('file:///r.report', 'report', 1, text);

function laidOut(text: string): ReportLayout {
  const { blocks, frontMatter } = reportOf(documentOf(text));
  const layout = new ReportLayout(common, noPictures);
  layout.update(blocks, frontMatter);
  return layout;
}

const found = (text: string) => pageFindings(laidOut(text)).map(({ kind, page, numbers, words }) => ({ kind, page, numbers, words }));
const lines = (count: number): string[] => Array.from({ length: count }, (_, index) => `第${index + 1}段写明进展。`);
const report = (...parts: readonly (string | readonly string[])[]): string => parts.flat().join('\n');

describe('findings of pages', () => {
  it('say nothing of a report without fault', () => {
    assert.deepEqual(found(report('关于工作的报告', '', lines(30), '', '县水利局', '2026年3月1日')), []);
  });

  it('tell of a heading with nothing under it before an attachment', () => {
    const text = report('关于工作的报告', '', lines(5), '三、其他', '', '附件1', '', '名单', '', lines(10));
    assert.deepEqual(found(text), [{ kind: 'heading-last', page: 0, numbers: [], words: '' }]);
  });

  it('tell of a signature alone behind a page break, and how many lines are to be cut', () => {
    const text = report('关于工作的报告', '', lines(19), '【分页】', '县水利局', '2026年3月1日');
    const [finding] = found(text);
    assert.equal(finding?.kind, 'signature-alone');
    assert.equal(finding?.page, 1);
    assert.equal(finding?.numbers[0], 0);
  });

  it('tell of a signature with one line above it; with as many lines less as they say it stands with the text', () => {
    const text = (count: number) => report('关于工作的报告', '', lines(count), '', '县水利局', '2026年3月1日');
    const count = Array.from({ length: 12 }, (_, index) => 12 + index).find((many) => laidOut(text(many)).pages.length === 2) ?? 0;
    const [finding] = found(text(count));
    assert.deepEqual(finding?.kind, 'signature-alone');
    assert.equal(finding?.numbers[0], 1);
    assert.equal(laidOut(text(count - (finding?.numbers[1] ?? 0))).pages.length, 1);
    assert.equal(laidOut(text(count - (finding?.numbers[1] ?? 0) + 1)).pages.length, 2);
  });

  it('tell of a head that leaves no room for text on the first page', () => {
    const organs = Array.from({ length: 11 }, (_, index) => `  - 县第${index + 1}指挥部`);
    const text = report('---', '发文机关:', organs, '发文字号: 县指发〔2026〕1号', '---', '关于工作的通知', '', '各乡镇：', '', lines(10));
    const [finding] = found(text);
    assert.equal(finding?.kind, 'first-page');
    assert.ok((finding?.numbers[0] ?? 0) >= 1);
  });

  it('tell of a title whose last line, broken by hand, has a single character', () => {
    const [finding] = found(report('关于全县防汛抗旱工作情况的', '函', '', lines(3)));
    assert.equal(finding?.kind, 'title-lines');
  });

  it('tell of a last page of one line, and where a few characters less save it', () => {
    const long = '这一段比一行长一些，正好多出来两三个字，删去几个字就能省下一行来吧。';
    const text = (count: number, paragraph: string) => report('关于工作的报告', '', paragraph, lines(count));
    const count = Array.from({ length: 12 }, (_, index) => 12 + index).find((many) => laidOut(text(many, long)).pages.length === 2) ?? 0;
    const [finding] = found(text(count, long));
    assert.equal(finding?.kind, 'short-last-page');
    assert.equal(finding?.numbers[0], 1);
    const cut = finding?.numbers[1] ?? 0;
    assert.ok(cut > 0);
    assert.equal(laidOut(text(count, `${long.slice(0, -1 - cut)}。`)).pages.length, 1);
  });

  it('stand at their line, and are silenced by a comment and by the setting', () => {
    const body = ['关于工作的报告', '', ...lines(5), '三、其他', '', '附件1', '', '名单', '', ...lines(10)];
    const at = (text: string, setting?: 'off' | 'warning') => {
      const document = documentOf(text);
      const layout = laidOut(text);
      const starts: number[] = [];
      let line = 0;
      for (const { block } of layout.entries) {
        starts.push(line);
        line += block?.lineCount ?? 0;
      }
      return pageDiagnostics(document, layout, { setting, firstLineOf: (entry) => starts[entry] ?? 0, t: english });
    };
    const [diagnostic] = at(body.join('\n'));
    assert.equal(diagnostic?.range.start.line, 7);
    assert.equal(diagnostic?.severity, 3);
    assert.match(String(diagnostic?.message), /^This heading is the last line of page 1/);
    assert.equal(at(body.join('\n'), 'warning')[0]?.severity, 2);
    assert.deepEqual(at(body.join('\n'), 'off'), []);
    const silenced = [...body.slice(0, 7), '<!-- report-writer-disable-next-line page-layout -->', ...body.slice(7)];
    assert.deepEqual(at(silenced.join('\n')), []);
  });
});
