import assert from 'node:assert/strict';
import { ReportDocument } from '../../server/src/engine/document.ts';
import { builtInCatalogue } from '../../server/src/sections/builtInCatalogue.ts';
import { findType, sectionOf } from '../../server/src/sections/catalogue.ts';
import { SectionIndex } from '../../server/src/sections/sectionIndex.ts';
import { languageOf, typeFromTitle, typeOf, usesBlankLines } from '../../server/src/sections/typeOf.ts';

const { types } = builtInCatalogue();
const documentOf = (text: string): ReportDocument => ReportDocument.create('file:///a.report', 'report', 1, text);
const typeIn = (text: string): string | undefined => typeOf(documentOf(text), types)?.name;

describe('the type of a report', () => {
  it('is what the front matter says, by id, name or another name', () => {
    assert.equal(typeIn('---\n文种: 请示\n---\n关于经费的报告\n'), '请示');
    assert.equal(typeIn('---\ndocumentType: work-summary # 年度\n---\n'), '工作总结');
    assert.equal(typeIn("---\n文稿类型: '工作要点'\n---\n"), '工作计划');
  });

  it('is what the title ends in, the longest name first', () => {
    const cases: Readonly<Record<string, string>> = {
      关于开展安全生产大检查的自查报告: '自查报告',
      '××局2024年工作总结': '工作总结',
      关于2024年意识形态工作情况的报告: '意识形态工作报告',
      关于防汛情况的报告: '情况报告',
      关于巡察反馈问题整改情况的报告: '整改报告',
      关于申请经费的请示: '请示',
      关于印发方案的通知: '通知',
      '管理办法（试行）': '管理办法',
      '在全市工作会议上的讲话（2024年1月5日）': '讲话稿',
      党组会议纪要: '会议纪要',
      党组会议记录: '会议记录',
      'Website Relaunch Status Report': 'Status Report',
      'Incident Report: Power Failure': 'Incident Report',
    };
    for (const [title, name] of Object.entries(cases)) {
      assert.equal(typeFromTitle(types, title)?.name, name, title);
    }
  });

  it('reads a title of several lines', () => {
    assert.equal(typeIn('关于开展安全生产大检查\n有关情况的自查报告\n\n市政府：\n'), '自查报告');
  });

  it('is guessed from the headings where there is no title', () => {
    assert.equal(
      typeIn(
        '接到通知后，认真开展了自查，有关情况如下：\n一、政治生态基本状况\n好。\n二、存在的主要问题及原因\n少。\n三、下一步打算\n改。\n',
      ),
      '自查报告',
    );
  });

  it('is not guessed from one heading, or from none', () => {
    assert.equal(typeIn('开头的一句话。\n一、基本情况\n好。\n'), undefined);
    assert.equal(typeIn('开头的一句话。\n一、基本情况\n好。\n二、天气\n晴。\n'), undefined);
    assert.equal(typeIn('随便写写。\n'), undefined);
    assert.equal(typeIn(''), undefined);
  });
});

describe('a section of a type', () => {
  const type = findType(types, '自查报告');
  assert.ok(type);
  const find = (heading: string): readonly string[] =>
    SectionIndex.of(type)
      .find(heading)
      .map(({ id }) => id);

  it('is known by its name, by other names, and within longer headings', () => {
    assert.deepEqual(find('存在的主要问题'), ['problems']);
    assert.deepEqual(find('存在主要问题'), ['problems']);
    assert.deepEqual(find('存在的不足'), ['problems']);
    assert.deepEqual(find('当前存在的主要问题'), ['problems']);
    assert.deepEqual(find('2024年存在的主要问题'), ['problems']);
  });

  it('may share a heading with another', () => {
    assert.deepEqual(find('存在的主要问题及原因'), ['problems', 'causes']);
  });

  it('is known by bare words that can mean no other', () => {
    const said = ['问题', '存在问题', '不足', '原因', '措施', '整改措施', '下一步措施', '下步措施', '下一步', '打算'];
    assert.deepEqual(
      said.map((heading) => find(heading).join()),
      ['problems', 'problems', 'problems', 'causes', 'measures', 'measures', 'measures', 'measures', 'measures', 'measures'],
    );
    assert.deepEqual(find('问题及原因'), ['problems', 'causes']);
    assert.deepEqual(find('问题和整改措施'), ['problems', 'measures']);
  });

  it('is not known by bare words that can mean two, or another time', () => {
    const of = (name: string, heading: string): readonly string[] => {
      const other = findType(types, name);
      assert.ok(other, name);
      return SectionIndex.of(other)
        .find(heading)
        .map(({ id }) => id);
    };
    // 已采取的措施, 下一步措施.
    assert.deepEqual(of('情况报告', '措施'), []);
    assert.deepEqual(of('情况报告', '下一步措施'), ['next']);
    // 下一步整改措施 only: what was done is another thing.
    assert.deepEqual(of('整改报告', '整改措施'), []);
    assert.deepEqual(of('整改报告', '下一步措施'), ['next']);
    // 需要进一步研究的问题.
    assert.deepEqual(of('会议纪要', '问题'), []);
    assert.deepEqual(find('情况'), []);
    assert.deepEqual(find('工作情况'), []);
    assert.deepEqual(find('工作'), []);
  });

  it('tells no type by bare words alone', () => {
    assert.deepEqual(
      ['问题', '措施'].flatMap((heading) => SectionIndex.of(type).findNamed(heading)),
      [],
    );
  });

  it('is not found in other words', () => {
    assert.deepEqual(find('收入'), []);
    assert.deepEqual(find(''), []);
    assert.deepEqual(find('问'.repeat(5000)), []);
  });

  it('is named with or without its variant', () => {
    assert.equal(sectionOf(type.sections, 'problems/points')?.variant?.id, 'points');
    assert.equal(sectionOf(type.sections, 'problems')?.variant, undefined);
    assert.equal(sectionOf(type.sections, 'problems/none'), undefined);
    assert.equal(sectionOf(type.sections, 'none'), undefined);
  });
});

describe('the language of a report', () => {
  it('is that of the front matter, of its words, or of the reader', () => {
    assert.equal(languageOf(documentOf('---\nlanguage: en\n---\n报告\n'), 'zh-cn'), 'en');
    assert.equal(languageOf(documentOf('---\n语言: 中文\n---\nReport\n'), 'en'), 'zh-CN');
    assert.equal(languageOf(documentOf('报告\n'), 'en'), 'zh-CN');
    assert.equal(languageOf(documentOf('Status of the project\n'), 'zh-cn'), 'en');
    assert.equal(languageOf(documentOf(''), 'zh-tw'), 'zh-CN');
    assert.equal(languageOf(documentOf('/zcbg'), 'zh-cn'), 'zh-CN');
    assert.equal(languageOf(documentOf(''), 'fr'), 'en');
  });
});

describe('blank lines between paragraphs', () => {
  it('are written where most paragraphs around have them', () => {
    assert.equal(usesBlankLines(documentOf('一、甲\n\n正文。\n\n正文。\n'), 5), true);
    assert.equal(usesBlankLines(documentOf('一、甲\n正文。\n正文。\n'), 3), false);
    assert.equal(usesBlankLines(documentOf('一、甲\n'), 1), undefined);
  });
});
