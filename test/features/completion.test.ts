// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so.
import assert from 'node:assert/strict';
import type { CancellationToken, CompletionItem } from 'vscode-languageserver';
import { ReportDocument } from '../../server/src/engine/document.ts';
import { type CompletionOptions, completion, resolveCompletion } from '../../server/src/features/completion.ts';
import { builtInCatalogue } from '../../server/src/sections/builtInCatalogue.ts';
import { loadCatalogue } from '../../server/src/sections/loadCatalogue.ts';
import { parseSnippet } from '../../server/src/sections/snippet.ts';
import { textAfter } from '../../server/src/structure/plan.ts';
import { english } from '../../server/src/wording/localize.ts';
import { vscodeMatches } from './vscodeMatches.ts';

const token: CancellationToken = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };
const options: CompletionOptions = { catalogue: builtInCatalogue(), t: english, locale: 'zh-cn' };

/** The items at ‸. */
function itemsAt(text: string, more: Partial<CompletionOptions> = {}): readonly CompletionItem[] {
  const at = text.indexOf('‸');
  const document = ReportDocument.create('file:///a.report', 'report', 1, text.slice(0, at) + text.slice(at + 1));
  return completion(document, document.positionAt(at), { ...options, ...more }, token).items;
}

/** The items that VS Code would show for what stands before ‸. */
function shownAt(text: string): readonly string[] {
  const line = text.slice(0, text.indexOf('‸')).split('\n').at(-1) ?? '';
  return itemsAt(text)
    .filter((item) => {
      const edit = item.textEdit;
      assert.ok(edit !== undefined && 'range' in edit);
      return vscodeMatches(line.slice(edit.range.start.character), item.filterText ?? item.label);
    })
    .map(({ label }) => label);
}

const textOf = (item: CompletionItem | undefined): string => item?.textEdit?.newText ?? '';

const report = '关于安全工作的自查报告\n市政府：\n按照通知要求，现将有关情况报告如下：\n一、基本情况\n全年开展检查3次。\n';

describe('completion', () => {
  it('finds 存在的主要问题 by Chinese, by pinyin and by initials, after /, ／ and 、', () => {
    for (const query of ['czwt', 'CZWT', 'cunzai', 'cunzaiwenti', '存在', '存在问题', '问题']) {
      for (const mark of ['/', '／', '、']) {
        assert.ok(shownAt(`${report}${mark}${query}‸\n`).includes('二、存在的主要问题'), mark + query);
      }
    }
  });

  it('gives VS Code name, initials and pinyin to match with, behind the mark', () => {
    assert.match(
      itemsAt(`${report}／czwt‸`)[0]?.filterText ?? '',
      /^／存在的主要问题 czdzywt cunzaidezhuyaowenti 存在问题 czwt cunzaiwenti /,
    );
    for (const { filterText } of itemsAt(`${report}/‸`)) {
      assert.ok((filterText ?? '').length <= 128);
    }
  });

  it('finds it without a mark, too', () => {
    for (const query of ['czwt', 'cunzai', '存在', '存在的主要']) {
      assert.ok(shownAt(`${report}${query}‸\n`).includes('二、存在的主要问题'), query);
    }
  });

  it('offers nothing for letters that no name has', () => {
    assert.deepEqual(itemsAt(`${report}xxqq‸`), []);
    assert.deepEqual(shownAt(`${report}/vvvvv‸`), []);
  });

  it('puts first what comes next, and last what is there', () => {
    const names = itemsAt(`${report}/‸`).map(({ label }) => label);
    assert.equal(names[0], '二、存在的主要问题');
    assert.ok(names.indexOf('二、原因分析') > 0);
    assert.ok(names.indexOf('二、原因分析') < names.indexOf('二、下一步整改措施'));
    assert.match(names.at(-1) ?? '', /基本情况$/);
    assert.match(itemsAt(`${report}/‸`).at(-1)?.labelDetails?.description ?? '', / · already there$/);
    const sorted = itemsAt(`${report}/‸`).map(({ sortText }) => sortText);
    assert.deepEqual(sorted, [...sorted].sort());
  });

  it('puts what was passed over after what comes later', () => {
    const names = itemsAt(`${report}二、原因分析\n多。\n/‸`).map(({ label }) => label);
    assert.equal(names[0], '三、下一步整改措施');
    assert.ok(names.indexOf('三、存在的主要问题') > names.indexOf('三、下一步整改措施'));
    assert.ok(names.indexOf('三、存在的主要问题') < names.indexOf('三、基本情况'));
  });

  it('offers the parts of a section in it, not in another one', () => {
    const inside = itemsAt(`${report}（一）政治建设情况。好。\n/‸`).map(({ label }) => label);
    assert.equal(inside[0], '（二）党内政治生活情况');
    const after = itemsAt(`${report}二、存在问题\n少。\n/‸`).map(({ label }) => label);
    assert.ok(after.indexOf('（一）党内政治生活情况') > after.indexOf('三、下一步整改措施'));
    assert.ok(after.indexOf('（一）党内政治生活情况') > after.indexOf('三、原因分析'));
  });

  it('knows a section under another heading', () => {
    const names = itemsAt(`${report}二、存在问题及原因\n有三个问题。\n/‸`).map(({ label }) => label);
    assert.notEqual(names[0], '三、存在的主要问题');
  });

  it('fits number and level, and takes the place of the mark and the letters', () => {
    const [item] = itemsAt(`${report}　/czwt‸\n`);
    assert.match(textOf(item), /^二、存在的主要问题\n.*\n（一）\$\{1:【待补：问题一】\}。/);
    assert.deepEqual(item?.textEdit && 'range' in item.textEdit && item.textEdit.range, {
      start: { line: 5, character: 1 },
      end: { line: 5, character: 6 },
    });
    assert.equal(item?.insertTextFormat, 2);
    assert.equal(item?.insertTextMode, 1);
    assert.equal(item?.commitCharacters, undefined);
  });

  it('keeps to the level of a number that is there', () => {
    const [item] = itemsAt(`${report}（一）存在‸`);
    assert.match(textOf(item), /^（一）存在的主要问题\n.*\n1\./);
    assert.ok(shownAt(`${report}（一）存在‸`).includes('（一）存在的主要问题'));
    assert.equal(itemsAt(`${report}二、‸`)[0]?.label, '二、存在的主要问题');
  });

  it('follows a report whose sections lie a level deeper', () => {
    const deeper = '关于安全工作的自查报告\n一、甲单位\n（一）基本情况\n很好。\n/‸';
    const [item] = itemsAt(deeper);
    assert.match(textOf(item), /^（二）存在的主要问题\n.*\n1\./);
  });

  it('offers the whole text under a title, and whole reports in an empty file', () => {
    assert.equal(itemsAt('关于安全工作的自查报告\n/‸')[0]?.label, '全文骨架');
    assert.match(textOf(itemsAt('关于安全工作的自查报告\n/‸')[0]), /^按照《/);
    assert.ok(shownAt('/zcbg‸').includes('自查报告'));
    assert.match(textOf(itemsAt('/‸').find(({ label }) => label === '自查报告')), /^关于\$\{1:××\}工作的自查报告\n/);
    assert.ok(itemsAt('/‸', { locale: 'en' }).some(({ label }) => label === 'Status Report'));
    assert.ok(itemsAt('/‸', { locale: 'en' }).every(({ label }) => label !== '自查报告'));
  });

  it('offers closing and signature once all required sections are there', () => {
    const whole = `${report}二、存在问题\n少。\n三、原因分析\n多。\n四、整改措施\n改。\n`;
    assert.equal(itemsAt(`${whole}/‸`)[0]?.label, '特此报告');
    assert.equal(textOf(itemsAt(`${whole}/‸`)[0]), '特此报告。');
    const closing = itemsAt(`${whole}特此报告。\n市应急局\n2024年1月5日\n/‸`).find(({ label }) => label === '特此报告');
    assert.equal(closing?.labelDetails?.description, 'Closing · already there');
    const signature = itemsAt(`${whole}特此报告。\n/‸`).find(({ label }) => label === '署名和日期');
    assert.match(textOf(signature), /××××\}局\n/);
  });

  it('goes on with the next point', () => {
    assert.equal(itemsAt(`${report}一是抓学习。\n/‸`)[0]?.label, '二是');
    assert.match(textOf(itemsAt(`${report}九是抓学习。\n/‸`)[0]), /^十是\$\{1:/);
  });

  it('stays away from the middle of a line, front matter, tables, code and comments', () => {
    for (const text of [
      `${report}全年/‸`,
      `${report}检查、‸`,
      `${report}/‸三、剩下的字`,
      `${report}/czwt。‸`,
      '---\n文种: /‸\n---\n',
      '| 甲 |\n|---|\n| /‸ |',
      '```\n/‸\n```',
      '<!--\n/‸\n-->',
      `${report}/a/b‸`,
      `${report}//‸`,
    ]) {
      assert.deepEqual(itemsAt(text), [], text);
    }
    assert.deepEqual(itemsAt(`${report}‸`, { triggerCharacter: '、' }), []);
  });

  it('numbers a table after those before it', () => {
    const measures = (text: string): string => textOf(itemsAt(text).find(({ labelDetails }) => labelDetails?.description === '整改任务表'));
    assert.match(measures(`${report}/‸`), /\n表1 整改任务表\n\|/);
    assert.match(measures(`${report}表1 甲\n| a |\n表2 乙\n| b |\n图7 丙\n/‸\n表3 丁\n`), /\n表3 整改任务表\n\|/);
    assert.match(measures(`${report}表4 甲\n| a |\n特此报告。\n××局\n2024年1月5日\n附件1\n台账\n/‸`), /\n表1 整改任务表\n\|/);
  });

  it('answers on demand on an empty line', () => {
    assert.equal(itemsAt(`${report}‸`)[0]?.label, '二、存在的主要问题');
  });

  it('leaves pinyin out where the writer does not want it', () => {
    assert.ok(itemsAt(`${report}/‸`, { pinyin: false }).every(({ filterText }) => !/[a-z]/.test(filterText ?? '')));
  });

  it('takes the type from the front matter before the title', () => {
    const names = itemsAt('---\n文稿类型: 工作总结\n---\n关于安全的自查报告\n/‸').map(({ labelDetails }) => labelDetails?.description);
    assert.ok(names.includes('工作总结'));
  });

  it('guesses the type from the headings', () => {
    const text = '某单位材料\n开头的一句话。\n一、主要工作及成效\n好。\n二、存在的问题和不足\n少。\n/‸';
    assert.equal(itemsAt(text)[0]?.label, '三、下一年工作打算');
  });

  it('writes blank lines between paragraphs where the document does', () => {
    const text = `${report.replaceAll('\n', '\n\n')}/czwt‸`;
    assert.match(textOf(itemsAt(text)[0]), /^二、存在的主要问题\n\n从自查/);
    assert.match(textOf(itemsAt('# Project Status Report\n\nIt goes well.\n\n/‸')[0]), /^## Summary\n\n/);
  });

  it('escapes what comes from the document', () => {
    const [item] = itemsAt('关于安全工作的自查报告\n一、甲$1\n#$} 乙\n/czwt‸');
    assert.deepEqual(parseSnippet(textOf(item)).problems, []);
    const hostile = itemsAt('# Status Report\n\n## ${1} Summary\n\n/‸');
    for (const { textEdit } of hostile) {
      assert.deepEqual(parseSnippet(textEdit?.newText ?? '').problems, []);
    }
  });

  it('gives guidance and a preview when an item is looked at', () => {
    const item = itemsAt(`${report}/czwt‸`)[0];
    assert.ok(item);
    assert.equal(item.documentation, undefined);
    const { documentation } = resolveCompletion(item, options);
    assert.ok(typeof documentation === 'object');
    assert.match(documentation.value, /Required in 自查报告/);
    assert.match(documentation.value, /三至五条/);
    assert.match(documentation.value, /```report\n二、存在的主要问题\n/);
    assert.doesNotMatch(documentation.value, /\$\{/);
  });

  it('resolves what it does not know to a preview', () => {
    const item: CompletionItem = {
      label: 'x',
      textEdit: { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: '```\n${1:*}' },
    };
    for (const data of [undefined, null, 7, { type: 'none', section: 'x' }, { type: 'self-inspection-report', section: 'none' }]) {
      const { documentation } = resolveCompletion({ ...item, data }, options);
      assert.ok(typeof documentation === 'object');
      assert.match(documentation.value, /````report\n```\n\*\n````/);
    }
    assert.deepEqual(resolveCompletion({ label: 'x' }, options), { label: 'x' });
  });

  it('gives nothing once the request is cancelled, or outside the document', () => {
    const document = ReportDocument.create('file:///a.report', 'report', 1, '/');
    const cancelled = { ...token, isCancellationRequested: true };
    assert.deepEqual(completion(document, { line: 0, character: 1 }, options, cancelled).items, []);
    assert.deepEqual(completion(document, { line: 9, character: 1 }, options, token).items, []);
    assert.deepEqual(completion(document, { line: 0, character: 900 }, options, token).items.length > 0, false);
  });

  it('works with a catalogue of one bare type, and with none', () => {
    const catalogue = {
      types: loadCatalogue({ id: 't', name: '某报告', sections: [{ id: 'a', name: '甲', body: ['${heading:1}甲'] }] }).types,
      pinyin: new Map(),
    };
    assert.equal(
      itemsAt('某报告\n/‸', { catalogue }).some(({ label }) => label === '一、甲'),
      true,
    );
    assert.ok(itemsAt('某报告\n/‸', { catalogue: { types: [], pinyin: new Map() } }).every(({ label }) => label.includes('标题')));
  });

  it('keeps a section apart by blank lines where the report does', () => {
    const parted = report.replaceAll('\n', '\n\n');
    const causes = (text: string) => textOf(itemsAt(text).find(({ label }) => label.endsWith('原因分析')));
    assert.match(causes(`${parted.trimEnd()}\n/‸`), /^\n二、原因分析\n\n/);
    assert.match(causes(`${parted}/‸\n三、整改措施`), /^二、原因分析\n\n[\s\S]*[^\n]\n$/);
    assert.match(causes(`${parted}/‸\n\n三、整改措施`), /^二、原因分析\n\n[\s\S]*[^\n]$/);
    assert.match(causes(`${report}/‸\n三、整改措施`), /^二、原因分析\n[^\n][\s\S]*[^\n]$/);
  });

  describe('of a section before others', () => {
    const before = '关于安全工作的自查报告\n市政府：\n一、基本情况\n见第二部分。\n‸\n二、整改措施\n（一）甲。子。\n特此报告。\n';
    /** The text after the item is taken, its tab stops left as they are. */
    function taken(text: string, name: string): string {
      const at = text.indexOf('‸');
      const document = ReportDocument.create('file:///a.report', 'report', 1, text.slice(0, at) + text.slice(at + 1));
      const item = completion(document, document.positionAt(at), options, token).items.find(({ label }) => label.endsWith(name));
      assert.ok(item?.textEdit !== undefined && 'range' in item.textEdit);
      const { additionalTextEdits = [] } = resolveCompletion(item, { ...options, documentOf: () => document });
      const edits = [...additionalTextEdits, { range: item.textEdit.range, newText: name }];
      return textAfter(
        document,
        edits.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character),
      );
    }

    it('numbers on what follows, and mentions with it', () => {
      for (const typed of ['/', '/yyfx', '、', '二、']) {
        const text = taken(before.replace('‸', `${typed}‸`), '原因分析');
        assert.match(text, /\n见第三部分。\n原因分析\n三、整改措施\n（一）甲。子。\n/, typed);
      }
    });

    it('changes nothing else where a number is not sure, and nothing before', () => {
      const equal = before.replace('二、整改', '一、整改').replace('‸', '一、其他\n/‸');
      assert.equal(taken(equal, '原因分析'), equal.replace('/‸', '原因分析'));
      assert.match(taken(before.replace('‸\n', '').replace('特此', '/‸\n特此'), '原因分析'), /\n见第二部分。\n二、整改措施\n/);
    });

    it('does nothing more where it is not asked to', () => {
      const [item] = itemsAt(before.replace('‸', '/‸'));
      assert.ok(item);
      assert.equal(resolveCompletion(item, options).additionalTextEdits, undefined);
      assert.equal(resolveCompletion(item, { ...options, documentOf: () => undefined }).additionalTextEdits, undefined);
    });
  });
});
