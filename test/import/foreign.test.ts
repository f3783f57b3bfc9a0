import assert from 'node:assert/strict';
import { onePixelPng } from '../support/docx/samplePictures.ts';
import { cell, p, type RawParts, rawDocx, row, run, style, table, title } from './rawDocx.ts';
import { importedReport } from './support.ts';

const made = async (parts: RawParts | string) => importedReport(rawDocx(typeof parts === 'string' ? { body: parts } : parts));
const textOf = async (parts: RawParts | string): Promise<string> => (await made(parts)).text;
const remarksOf = async (parts: RawParts | string): Promise<readonly string[]> => (await made(parts)).remarks.map(({ message }) => message);
const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('a document that is not ours', () => {
  it('gives its title by style, by look, or by a first heading that no other shares', async () => {
    const styles =
      style('T', 'Title') +
      style('H1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
      style('H2', 'heading 2', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>');
    assert.equal(
      await textOf({ styles, body: p('年度报告', '<w:pStyle w:val="T"/>') + p('正文一段，到此为止。') }),
      '年度报告\n\n正文一段，到此为止。\n',
    );
    assert.equal(await textOf(title('某某局') + title('关于值守的通知') + p('各单位：')), '某某局\n关于值守的通知\n\n各单位：\n');
    const h = (id: string, words: string) => p(words, `<w:pStyle w:val="${id}"/>`);
    assert.equal(await textOf({ styles, body: h('H1', '方案') + h('H2', '目标') + p('植树造林。') }), '方案\n\n## 目标\n植树造林。\n');
  });

  it('has its red head in the front matter, the mark without its suffix', async () => {
    const red = (words: string) => p(run(words, '<w:color w:val="FF0000"/><w:sz w:val="72"/>'), '<w:jc w:val="center"/>');
    const body =
      p('000123') +
      p('机密★1年') +
      p('特急') +
      red('东海市水务局文件') +
      p('东水发〔2026〕18号      签发人：张三') +
      title('关于防汛的请示') +
      p('市政府：');
    const text = await textOf(body);
    for (const line of [
      '发文机关: 东海市水务局',
      '发文字号: 东水发〔2026〕18号',
      '签发人: 张三',
      '份号: "000123"',
      '密级: 机密★1年',
      '紧急程度: 特急',
    ])
      assert.ok(text.includes(`${line}\n`), line);
    assert.match(text, /---\n\n关于防汛的请示\n\n市政府：\n$/);
    assert.match(
      await textOf(red('东海市人民政府令') + p('东政令〔2026〕1号') + title('管理办法')),
      /^---\n文种: 令\n发文机关: 东海市人民政府\n/,
    );
  });

  it('has its imprint in the front matter, be it in paragraphs or in a table', async () => {
    const expected = /抄送:\n {2}- 市政府办公室\n {2}- 市应急局\n印发机关: 东海市水务局办公室\n印发日期: 2026年6月30日\n---/;
    assert.match(
      await textOf(title('通知') + p('正文。') + p('抄送：市政府办公室，市应急局。') + p('东海市水务局办公室    2026年6月30日印发')),
      expected,
    );
    assert.match(
      await textOf(
        title('通知') + p('正文。') + table(row('抄送：市政府办公室，市应急局。'), row('东海市水务局办公室', '2026年6月30日印发')),
      ),
      expected,
    );
  });

  it('prints automatic numbers as Word does', async () => {
    const level = (index: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimalEnclosedCircle', '%4')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    const at = (index: number, words: string, list = 1) =>
      p(words, `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${list}"/></w:numPr>`);
    const body =
      at(0, '总体') +
      at(1, '目标') +
      at(2, '近期。') +
      at(3, '其一') +
      at(3, '其二') +
      at(1, '任务') +
      at(2, '远期。') +
      at(0, '措施') +
      at(0, '重来', 2);
    assert.equal(
      await textOf({ numbering, body: title('方案') + body }),
      '方案\n\n一、总体\n（一）目标\n1.近期。\n①其一\n②其二\n（二）任务\n1.远期。\n二、措施\n一、重来\n',
    );
  });

  it('has bullets as lists by their levels, typed ones too', async () => {
    const bullets = [0, 1].map((index) => `<w:lvl w:ilvl="${index}"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>`).join('');
    const numbering = `<w:abstractNum w:abstractNumId="0">${bullets}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const at = (index: number, words: string) => p(words, `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="1"/></w:numPr>`);
    assert.equal(
      await textOf({ numbering, body: p('清单如下：') + at(0, '松') + at(1, '油松') + at(0, '柏') + p('• 竹') }),
      '清单如下：\n\n- 松\n  - 油松\n- 柏\n- 竹\n',
    );
  });

  it('takes tracked changes as accepted and says so', async () => {
    const ins = (inner: string) => `<w:ins w:id="1" w:author="甲">${inner}</w:ins>`;
    const del = (text: string) => `<w:del w:id="2" w:author="甲"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
    const body =
      p(run('完成') + del('三') + ins(run('四')) + run('项。')) +
      p(run('前半'), '<w:rPr><w:del w:id="3" w:author="甲"/></w:rPr>') +
      p('后半。');
    const { text, remarks } = await made(body);
    assert.equal(text, '完成四项。\n前半后半。\n');
    assert.deepEqual(remarks, [{ message: 'Tracked changes were taken as accepted: 1 insertions kept, 2 deletions left out.', line: 0 }]);
  });

  it('keeps footnotes and endnotes at the end and comments as lines that are not printed', async () => {
    const note = (id: number, words: string) =>
      `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${run(` ${words}`)}`)}</w:footnote>`;
    const parts: RawParts = {
      footnotes: `<w:footnote w:type="separator" w:id="-1">${p('')}</w:footnote>${note(1, '统计口径。')}${note(2, '不含农场。')}`,
      endnotes: `<w:endnote w:id="1">${p('数据来自年报。')}</w:endnote>`,
      comments: `<w:comment w:id="0" w:author="李四">${p('请核实')}${p('数字')}</w:comment>`,
      body: p(
        `${run('面积')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('与产量')}<w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="0"/></w:r>${run('均有增长。')}`,
      ),
    };
    const { text, remarks } = await made(parts);
    assert.equal(text, '<!-- 李四: 请核实 数字 -->\n面积[^1]与产量[^2]均有增长。\n\n[^1]: 不含农场。\n[^2]: 数据来自年报。\n');
    assert.deepEqual(
      remarks.map(({ message }) => message),
      ['Endnotes have become footnotes.', 'Comment by 李四, kept as a line that is not printed: 请核实 数字'],
    );
  });

  it('takes fields by their results: cross-references, links, numbers, contents', async () => {
    const body =
      p(run('详见') + field('REF _Ref1 \\h', '表2') + run('，网址') + field('HYPERLINK "https://example.org/a"', '附件') + run('。')) +
      p(field('TOC \\o "1-3"', '一、总则 1')) +
      p(run('表') + field('SEQ 表', '2') + run(' 各县情况')) +
      table(row('县', '数'), row('东', '1'));
    assert.equal(
      await textOf(body),
      '详见表2，网址[附件](https://example.org/a)。\n\n[TOC]\n\n表2 各县情况\n| 县 | 数 |\n|---|---|\n| 东 | 1 |\n',
    );
  });

  it('has merged cells, alignment, notes and the turn of a table', async () => {
    const right = (words: string) => cell(p(words.startsWith('<') ? words : run(words), '<w:jc w:val="right"/>'));
    const body =
      p('表1 各县进度') +
      table(
        row(cell('县', '<w:vMerge w:val="restart"/>'), cell('完成', '<w:gridSpan w:val="2"/>')),
        row(cell('<w:p/>', '<w:vMerge/>'), '户数', '比例'),
        row('东', right('12'), right('a|b')),
        row('西', right('8'), right(run('<<'))),
      ) +
      p('注：截至六月。') +
      p('', '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>') +
      p('以上。');
    assert.equal(
      await textOf(`${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`),
      '表1 各县进度 {横排}\n| 县 | 完成 | << |\n| ^^ | 户数 | 比例 |\n|---|--:|--:|\n| 东 | 12 | a\\|b |\n| 西 | 8 | <<<!-- --> |\n注：截至六月。\n\n以上。\n',
    );
  });

  it('saves pictures under safe names by what they are, and lists those that it cannot use', async () => {
    const drawing = (id: string) => p(`<w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r>`);
    const emf = new Uint8Array(60);
    emf.set([0x20, 0x45, 0x4d, 0x46], 40);
    const image = (id: string, target: string, more = '') => `<Relationship Id="${id}" Type="x/image" Target="${target}"${more}/>`;
    const { text, pictures, remarks } = await made({
      body: drawing('a') + p('图1 示意') + drawing('b') + drawing('c') + drawing('a'),
      relationships:
        image('a', 'media/../media/evil.exe') +
        image('b', 'media/b.emf') +
        image('c', 'http://example.org/x.png', ' TargetMode="External"'),
      files: { 'word/media/evil.exe': onePixelPng, 'word/media/b.emf': emf },
    });
    assert.equal(text, '![图1 示意](test.assets/image1.png)\n\n![](test.assets/image1.png)\n');
    assert.deepEqual(
      pictures.map(({ name }) => name),
      ['image1.png'],
    );
    assert.deepEqual(
      remarks.map(({ message }) => message),
      [
        'The picture b.emf is left out: it is an EMF drawing. Save it as PNG in Word.',
        'A picture that is only linked, not in the document, is left out.',
      ],
    );
  });

  it('keeps the words of text boxes once, and lists headers, hidden text and macros', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${p('框里的话')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('框里的话')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const parts: RawParts = {
      body: `${p(run('正文。') + box + run('暗语', '<w:vanish/>'))}<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>`,
      header: p('内部资料'),
      files: { 'word/vbaProject.bin': new Uint8Array([1]) },
    };
    assert.equal(await textOf(parts), '正文。\n框里的话\n');
    const remarks = await remarksOf(parts);
    for (const words of [
      'Hidden text is left out: 暗语',
      'The page header is left out: 内部资料',
      'The document has macros: only its text was read, nothing was run.',
    ])
      assert.ok(remarks.includes(words), words);
  });

  it('writes a formula of its own in LaTeX and one in a line as words', async () => {
    const fraction =
      '<m:oMath><m:r><m:t>x</m:t></m:r><m:r><m:t>=</m:t></m:r><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b+1</m:t></m:r></m:den></m:f></m:oMath>';
    const { text, remarks } = await made(p(`<m:oMathPara>${fraction}</m:oMathPara>`) + p(run('其中') + fraction + run('。')));
    assert.equal(text, '$$ x=\\frac{a}{b+1} $$\n\n其中x=a/(b+1)。\n');
    assert.match(remarks[0]?.message ?? '', /^A formula inside a line is written as plain text/);
  });

  it('makes a chart of a chart, with its numbers in a table where no table has them', async () => {
    const points = (values: readonly string[]) => values.map((value, index) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`).join('');
    const chart = `<c:chartSpace xmlns:c="c"><c:chart><c:plotArea><c:barChart><c:barDir val="col"/><c:ser><c:tx><c:strRef><c:strCache>${points(['投资'])}</c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache>${points(['东县', '西县'])}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache>${points(['3', '4.5'])}</c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`;
    const shared = {
      relationships: '<Relationship Id="c" Type="x/chart" Target="charts/c.xml"/>',
      files: { 'word/charts/c.xml': new TextEncoder().encode(chart) },
    };
    const drawn = p('<w:r><w:drawing><c:chart xmlns:c="c" r:id="c"/></w:drawing></w:r>') + p('图1 各县投资');
    assert.equal(
      await textOf({ ...shared, body: drawn }),
      '|  | 投资 |\n|---|--:|\n| 东县 | 3 |\n| 西县 | 4.5 |\n\n![图1 各县投资](柱形图)\n',
    );
    const known = table(row('县', '投资'), row('东县', '3'), row('西县', '4.5'));
    assert.equal(
      await textOf({ ...shared, body: known + drawn }),
      '| 县 | 投资 |\n|---|---|\n| 东县 | 3 |\n| 西县 | 4.5 |\n\n![图1 各县投资](柱形图)\n',
    );
  });

  it('takes no numbered list for headings where the document has headings by style', async () => {
    const styles = style('H1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>');
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const listed = (words: string) => p(words, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const heading = (words: string) => p(words, '<w:pStyle w:val="H1"/>');
    const body = heading('1 Scope') + p('All sites are covered.') + heading('2 Findings') + listed('First point') + listed('Second point');
    assert.equal(
      await textOf({ styles, numbering, body }),
      '## 1 Scope\nAll sites are covered.\n\n## 2 Findings\n1. First point\n2. Second point\n',
    );
  });

  it('begins attachments and pages where Word does', async () => {
    const pageBreak = p('<w:r><w:br w:type="page"/></w:r>');
    assert.equal(
      await textOf(title('通知') + p('正文。') + pageBreak + p('续页。') + pageBreak + p('附件1') + title('名单') + p('张三')),
      '通知\n\n正文。\n\n【分页】\n\n续页。\n附件1\n名单\n\n张三\n',
    );
  });

  it('takes no look of an attachment’s title for an emphasis', async () => {
    const bold = (words: string) => p(`<w:r><w:rPr><w:b/></w:rPr><w:t>${words}</w:t></w:r>`);
    assert.match(
      await textOf(title('通知') + p('正文。') + bold('附件1：') + bold('招生情况统计表') + bold('要紧。')),
      /\n附件1：\n招生情况统计表\n\*\*要紧。\*\*\n/,
    );
  });
});
