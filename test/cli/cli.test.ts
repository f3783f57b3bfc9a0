import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import JSZip from 'jszip';
import { requireTool } from '../support/tools.ts';
import { Cli } from './support/runCli.ts';

const text = '一、工作情况\n全年召开会议*次。\n（一）学习。举办培训*期。\n二、打算\n继续努力。\n';
/** 全年召开会议*次。 in GB 18030. */
const gb18030 = Uint8Array.from([0xc8, 0xab, 0xc4, 0xea, 0xd5, 0xd9, 0xbf, 0xaa, 0xbb, 0xe1, 0xd2, 0xe9, 0x2a, 0xb4, 0xce, 0xa1, 0xa3]);
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('The command line', () => {
  const cli = new Cli();
  before(async () => {
    await cli.build();
    writeFileSync(cli.path('report.report'), text);
  });
  after(() => cli.dispose());
  const write = (name: string, content: string | Uint8Array) => writeFileSync(cli.path(name), content);
  const files = () => readdirSync(cli.folder).sort();

  describe('with data sheets', () => {
    before(() => {
      write('data.report', '---\ndata: [figures.csv, none.yaml]\n---\n\n一、植树\n\n全年植树{{面积}}亩，投资{{投资}}元。\n');
      write('figures.csv', '名称,数值,单位\n面积,320,亩\n投资,5,万元\n');
    });

    it('checks names and units, and says what it cannot read', async () => {
      const { code, out } = await cli.run(['check', 'data.report']);
      assert.equal(code, 1);
      assert.match(out, /data\.report:2:1 error none\.yaml: There is no such file/);
      assert.match(out, /data\.report:7:\d+ warning “投资” is given in 万元, but 元 follows it/);
      assert.doesNotMatch(out, /Missing/);
    });

    it('lists no gap that has a value, and exports and renders the values', async () => {
      assert.deepEqual((await cli.run(['gaps', 'data.report'])).code, 0);
      assert.equal((await cli.run(['export', 'data.report', '-o', 'data.docx', '--refuse-gaps'])).code, 0);
      const zip = await JSZip.loadAsync(readFileSync(cli.path('data.docx')));
      assert.match((await zip.file('word/document.xml')?.async('string'))?.replace(/<[^>]+>/g, '') ?? '', /全年植树320亩/);
      assert.equal((await cli.run(['render', 'data.report', '-o', 'data.html'])).code, 0);
      assert.match(readFileSync(cli.path('data.html'), 'utf8').replace(/<[^>]+>/g, ''), /全年植树320亩/);
    });
  });

  describe('with a style file', () => {
    it('exports and renders in it, warns of what is wrong in it, and lists the deviations from the standard', async () => {
      write('styled.report', '---\nstyle: house.yaml\n---\n正文。\n');
      write('house.yaml', '字号: {正文: 小三}\n颜色: 红\n');
      const { code, out, error } = await cli.run(['export', 'styled.report', '-o', 'styled.docx', '--deviations']);
      assert.equal(code, 0);
      assert.match(error, /styled\.report warning Style file house\.yaml:2: There is no style key “颜色”/);
      assert.match(out, /\| 5\.2\.2 \| Font: 正文 \| 三号 仿宋 \| 小三 仿宋_GB2312 \|/);
      const zip = await JSZip.loadAsync(readFileSync(cli.path('styled.docx')));
      assert.match((await zip.file('word/styles.xml')?.async('string')) ?? '', /<w:sz w:val="30"\/>/);
      assert.equal((await cli.run(['render', 'styled.report', '-o', 'styled.html'])).code, 0);
      assert.match(readFileSync(cli.path('styled.html'), 'utf8'), /font-size:15pt/);
      assert.match((await cli.run(['check', 'styled.report'])).out, /styled\.report:2:1 warning Style file house\.yaml:2/);
    });
  });

  describe('gaps', () => {
    it('prints one gap a line with the words around, and a summary, and ends with 1', async () => {
      const { code, out, error } = await cli.run(['gaps', 'report.report']);
      assert.deepEqual([code, error], [1, '']);
      const [first, second, ...rest] = out.split('\n');
      assert.match(first ?? '', /^report\.report:2:7 Missing: .+ \(次\) {2}全年召开会议⟦\*⟧次。$/);
      assert.match(second ?? '', /^report\.report:3:11 Missing: .+ \(期\) {2}举办培训⟦\*⟧期。$/);
      assert.deepEqual(rest, ['1 file(s), missing data: 2', '']);
    });

    it('ends with 0 where nothing but hints is found', async () => {
      writeFileSync(cli.path('hint.report'), '一、工作情况\n共召开次会议。\n');
      const { code, out } = await cli.run(['gaps', 'hint.report']);
      assert.equal(code, 0);
      assert.match(out, /:2:4 Missing: .+ \(hint\) {2}共召开⟦⟧次会议。\n1 file\(s\), missing data: 0\n$/);
    });

    it('prints JSON of the fixed form', async () => {
      const { code, out } = await cli.run(['gaps', 'report.report', '--format', 'json']);
      assert.equal(code, 1);
      const { files: listed } = JSON.parse(out);
      assert.deepEqual([listed.length, listed[0].path, listed[0].missing], [1, 'report.report', 2]);
      const { field, name, ...second } = listed[0].gaps[1];
      assert.match(field, /培训期数$/);
      assert.equal(name, `Missing: ${field} (期)`);
      assert.deepEqual(second, {
        range: { start: { line: 2, character: 10 }, end: { line: 2, character: 11 } },
        kind: 'count',
        unit: '期',
        section: ['一、工作情况', '（一）学习'],
        phrase: '举办培训*期。',
        certainty: 'sure',
      });
    });

    it('prints CSV in which no cell is a formula', async () => {
      writeFileSync(cli.path('formula.report'), '=SUM(A1)，共*次。\n收到"来信"*件。\n');
      const { code, out } = await cli.run(['gaps', 'formula.report', '--format', 'csv']);
      assert.equal(code, 1);
      const [header, first, second, ...rest] = out.split('\r\n');
      assert.equal(header, '\uFEFFfile,line,column,section,field,kind,unit,certainty,name,phrase');
      assert.match(first ?? '', /^formula\.report,1,\d+,,.*,"?'=SUM\(A1\)，共\*次。"?$/);
      assert.match(second ?? '', /,"收到""来信""\*件。"$/);
      assert.deepEqual(rest, ['']);
    });

    it('ends with 2 when a file cannot be read, and lists the others', async () => {
      const { code, out, error } = await cli.run(['gaps', 'nowhere.report', 'report.report']);
      assert.equal(code, 2);
      assert.match(error, /nowhere\.report does not exist/);
      assert.match(out, /missing data: 2/);
    });
  });

  describe('the gate of export', () => {
    for (const flag of ['--final', '--refuse-gaps']) {
      it(`writes nothing with ${flag} while data are missing, and ends with 1`, async () => {
        const before = files();
        const { code, out, error } = await cli.run(['export', 'report.report', '-o', 'refused.docx', flag]);
        assert.deepEqual([code, out], [1, '']);
        assert.match(error, /report\.report is not exported: data missing: 2.*--allow-gaps/);
        assert.deepEqual(files(), before);
      });
    }

    it('writes what is complete, and with --allow-gaps what is not', async () => {
      writeFileSync(cli.path('complete.report'), '一、工作情况\n全年召开会议三次。\n');
      assert.equal((await cli.run(['export', 'complete.report', '-o', 'complete.docx', '--final'])).code, 0);
      assert.equal((await cli.run(['export', 'report.report', '-o', 'gaps.docx', '--final', '--allow-gaps'])).code, 0);
      assert.ok(files().includes('complete.docx') && files().includes('gaps.docx'));
    });
  });

  describe('check', () => {
    it('prints one finding a line and a summary, and ends with 1', async () => {
      const { code, out, error } = await cli.run(['check', 'report.report']);
      assert.equal(code, 1);
      assert.equal(error, '');
      const lines = out.trimEnd().split('\n');
      assert.equal(lines.length, 3);
      assert.match(lines[0] ?? '', /^report\.report:2:7 warning .+ \(missing-data\)$/);
      assert.match(lines[2] ?? '', /^1 file\(s\) checked: 2 finding\(s\), 2 of them missing data\.$/);
    });

    it('speaks Chinese where the system does', async () => {
      const { out } = await cli.run(['check', 'report.report'], { LANG: 'zh_CN.UTF-8' });
      assert.match(out, /^report\.report:2:7 警告 缺/);
    });

    it('prints JSON of the fixed form', async () => {
      const { code, out } = await cli.run(['check', 'report.report', '--format', 'json']);
      assert.equal(code, 1);
      const { files: checked } = JSON.parse(out);
      assert.equal(checked.length, 1);
      assert.equal(checked[0].path, 'report.report');
      const [{ message, ...first }] = checked[0].diagnostics;
      assert.equal(typeof message, 'string');
      assert.equal(first.data.kind, 'count');
      assert.equal(first.data.unit, '次');
      delete first.data;
      assert.deepEqual(first, {
        code: 'missing-data',
        severity: 'warning',
        range: { start: { line: 1, character: 6 }, end: { line: 1, character: 7 } },
      });
    });

    it('prints SARIF 2.1.0', async () => {
      const { out } = await cli.run(['check', 'report.report', '--format', 'sarif']);
      const log = JSON.parse(out);
      assert.equal(log.version, '2.1.0');
      const [run] = log.runs;
      assert.deepEqual(run.tool.driver.rules, [
        {
          id: 'missing-data',
          shortDescription: { text: 'Data that nobody has sent yet.' },
          defaultConfiguration: { level: 'warning' },
        },
      ]);
      assert.deepEqual(run.results[0].locations[0].physicalLocation, {
        artifactLocation: { uri: 'report.report' },
        region: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 8 },
      });
    });

    it('ends with 0 where nothing is found', async () => {
      write('finished.report', '一、工作情况\n全年召开会议三次。\n');
      const { code, out } = await cli.run(['check', 'finished.report']);
      assert.equal(code, 0);
      assert.match(out, /nothing found/);
    });

    it('reads GB 18030, UTF-8 with its mark and UTF-16', async () => {
      write('gb.txt', gb18030);
      write('bom.txt', '\uFEFF全年召开会议*次。');
      write('utf16.txt', Buffer.from('\uFEFF全年召开会议*次。', 'utf16le'));
      const { code, out } = await cli.run(['check', 'gb.txt', 'bom.txt', 'utf16.txt', '--format', 'json']);
      assert.equal(code, 1);
      for (const { path, diagnostics } of JSON.parse(out).files) {
        assert.deepEqual(
          diagnostics.map((one: { range: object }) => one.range),
          [{ start: { line: 0, character: 6 }, end: { line: 0, character: 7 } }],
          path,
        );
      }
    });

    it('shows the place of a few damaged bytes and reads the rest', async () => {
      write('damaged.txt', Buffer.concat([Buffer.from(text.repeat(5)), Buffer.from([0xe4, 0xb8]), Buffer.from('\n会议*次。')]));
      const { code, out } = await cli.run(['check', 'damaged.txt', '--format', 'json']);
      assert.equal(code, 1);
      const codes = JSON.parse(out).files[0].diagnostics.map((one: { code: string }) => one.code);
      assert.equal(codes.filter((one: string) => one === 'missing-data').length, 11);
      assert.ok(codes.includes('encoding'));
    });

    it('says what the pages show with --pages only, as information', async () => {
      write('title.report', '关于全县防汛抗旱工作情况的\n函\n\n正文写明情况。\n');
      assert.doesNotMatch((await cli.run(['check', 'title.report'])).out, /breaks badly/);
      const { code, out } = await cli.run(['check', 'title.report', '--pages']);
      assert.equal(code, 0);
      assert.match(out, /title\.report:2:1 info The title breaks badly/);
    });

    it('checks the others when one file cannot be read, and ends with 2', async () => {
      const { code, out, error } = await cli.run(['check', 'no.report', 'report.report', '--format', 'json']);
      assert.equal(code, 2);
      assert.match(error, /no\.report does not exist/);
      assert.equal(JSON.parse(out).files.length, 1);
    });

    it('takes an empty file', async () => {
      write('empty.report', '');
      assert.equal((await cli.run(['check', 'empty.report'])).code, 0);
    });
  });

  describe('refuses, with 2 and the name of the file,', () => {
    const refusals: readonly (readonly [what: string, args: readonly string[], message: RegExp, prepare?: () => void])[] = [
      ['a file that is not there', ['check', 'no.report'], /no\.report does not exist/],
      ['a folder', ['check', '.'], /\. is a folder/],
      ['a binary file', ['check', 'binary.report'], /binary\.report is a binary file/, () => write('binary.report', png)],
      [
        'bytes in no encoding',
        ['check', 'bytes.report'],
        /bytes\.report is in an unknown encoding/,
        () => write('bytes.report', new Uint8Array(200).fill(0xff)),
      ],
      ['no file at all', ['check'], /Name the report/],
      ['an unknown command', ['chekc', 'report.report'], /no command “chekc”/],
      ['an unknown option', ['check', '--fast', 'report.report'], /no option --fast/],
      ['an unknown format', ['check', '--format', 'xml', 'report.report'], /no format “xml”/],
      ['an option without its value', ['export', 'report.report', '-o'], /needs a value/],
      ['an export to nowhere', ['export', 'report.report'], /-o OUT\.docx/],
      ['an output folder that is not there', ['export', 'report.report', '-o', 'no/out.docx'], /folder no does not exist/],
      ['an output folder that is not there', ['render', 'report.report', '-o', 'no/out.html'], /folder no does not exist/],
      [
        'an output that is a folder',
        ['render', 'report.report', '-o', 'folder'],
        /folder is a folder/,
        () => mkdirSync(cli.path('folder')),
      ],
      ['an unknown type of report', ['new', '日记'], /no type of report “日记”/],
    ];
    for (const [what, args, message, prepare] of refusals) {
      it(`${what}: ${args.join(' ')}`, async () => {
        prepare?.();
        const before = files();
        const { code, out, error } = await cli.run(args);
        assert.equal(code, 2);
        assert.match(error, message);
        assert.equal(args[0] === 'check' ? '' : out, '');
        assert.deepEqual(files(), before, 'nothing is written');
      });
    }

    it('a file that may not be read', async function () {
      if (process.platform === 'win32') return this.skip();
      write('closed.report', text);
      chmodSync(cli.path('closed.report'), 0);
      const { code, error } = await cli.runUnprivileged(['check', 'closed.report']);
      assert.equal(code, 2);
      assert.match(error, /closed\.report may not be read/);
    });
  });

  describe('compare', () => {
    it('writes the pages of both versions in one', async () => {
      writeFileSync(cli.path('before.report'), '一、基本情况\n全年植树300亩。\n');
      writeFileSync(cli.path('after.report'), '一、基本情况\n全年植树320亩。\n');
      const { code, out } = await cli.run(['compare', 'before.report', 'after.report', '-o', 'compared.html']);
      assert.equal(code, 0);
      assert.match(out, /changes: 1/);
      const html = readFileSync(cli.path('compared.html'), 'utf8');
      assert.match(html, /<del>.*300.*<\/del><ins>.*320.*<\/ins>/);
      assert.match(html, /id="change-1"/);
      assert.equal((await cli.run(['compare', 'before.report', '-o', 'compared.html'])).code, 2);
      assert.equal((await cli.run(['compare', 'gone.report', 'after.report', '-o', 'compared.html'])).code, 2);
    });
  });

  describe('export', () => {
    it('writes a Word file and says where', async () => {
      const { code, out, error } = await cli.run(['export', 'report.report', '-o', 'out.docx']);
      assert.equal(error, '');
      assert.equal(code, 0);
      assert.match(out, /Written: out\.docx/);
      const zip = await JSZip.loadAsync(readFileSync(cli.path('out.docx')));
      assert.ok(zip.file('word/document.xml'));
      assert.ok(!files().some((name) => name.includes('.tmp-')), 'no temporary file is left');
    });

    it('speaks the language of the report in the file, and lists what is missing unless told not to', async () => {
      const documentOf = async (name: string) =>
        (await JSZip.loadAsync(readFileSync(cli.path(name)))).file('word/document.xml')?.async('string');
      write('gap.report', '全年召开会议*次。\n');
      write('english.report', 'We held ** meetings, [TBD].\n');
      assert.equal((await cli.run(['export', 'gap.report', '-o', 'gap.docx'])).code, 0);
      assert.equal((await cli.run(['export', 'gap.report', '-o', 'bare.docx', '--no-list'])).code, 0);
      assert.equal((await cli.run(['export', 'english.report', '-o', 'english.docx'], { LC_ALL: 'zh_CN.UTF-8' })).code, 0);
      assert.match((await documentOf('gap.docx')) ?? '', /缺：/);
      assert.doesNotMatch((await documentOf('bare.docx')) ?? '', /缺：/);
      assert.match((await documentOf('english.docx')) ?? '', /Missing data: [1-9]/);
    });

    it('writes several reports into a folder', async () => {
      mkdirSync(cli.path('several'));
      write('other.report', text);
      const { code } = await cli.run(['export', 'report.report', 'other.report', '-o', 'several', '--final', '--allow-gaps']);
      assert.equal(code, 0);
      assert.deepEqual(readdirSync(cli.path('several')).sort(), ['other.docx', 'report.docx']);
    });

    it('does not write two reports to one file', async () => {
      mkdirSync(cli.path('a'));
      mkdirSync(cli.path('one'));
      write('a/report.report', text);
      const { code, error } = await cli.run(['export', 'report.report', 'a/report.report', '-o', 'one']);
      assert.equal(code, 2);
      assert.match(error, /same file/);
      assert.deepEqual(readdirSync(cli.path('one')), []);
    });

    it('takes several reports at a time and tells them in their order', async () => {
      for (const name of ['1', '2', '3']) writeFileSync(cli.path(`many-${name}.report`), `一、第${name}份报告\n`);
      mkdirSync(cli.path('many'));
      const sources = ['many-1.report', 'many-none.report', 'many-2.report', 'many-3.report'];
      const { code, out, error } = await cli.run(['export', ...sources, '-o', 'many', '--jobs', '3']);
      assert.equal(code, 2);
      assert.deepEqual(
        out.split('\n').map((line) => line.replace(/^.*many[/\\]/, '')),
        ['many-1.docx', 'many-2.docx', 'many-3.docx', ''],
      );
      assert.match(error, /many-none\.report does not exist/);
      assert.deepEqual(readdirSync(cli.path('many')).sort(), ['many-1.docx', 'many-2.docx', 'many-3.docx']);
      assert.equal((await cli.run(['export', 'many-1.report', '-o', 'many', '--jobs', 'all'])).code, 2);
    });

    it('makes a PDF with the office suite or the browser that is there, and says so if there is none', async () => {
      requireTool('soffice');
      const { code } = await cli.run(['export', 'report.report', '-o', 'out.pdf']);
      assert.equal(code, 0);
      assert.equal(readFileSync(cli.path('out.pdf')).toString('latin1', 0, 5), '%PDF-');
      const without = await cli.run(['export', 'report.report', '-o', 'none.pdf'], { LC_ALL: 'C', PATH: cli.folder });
      assert.equal(without.code, 2);
      assert.match(without.error, /needs LibreOffice, Chromium/);
      assert.ok(!existsSync(cli.path('none.pdf')));
    });

    it('says what is wrong with a picture and exports the rest', async () => {
      write('outside.png', png);
      mkdirSync(cli.path('inner'));
      write('inner/pictures.report', '一、图\n![没有](no.png)\n![外面](../../outside.png)\n![绝对](/etc/hostname)\n');
      const { code, error } = await cli.run(['export', 'inner/pictures.report', '-o', 'pictures.docx']);
      assert.equal(code, 0);
      assert.match(error, /inner\/pictures\.report:2 warning no\.png does not exist/);
      assert.match(error, /inner\/pictures\.report:3 warning \.\.\/\.\.\/outside\.png lies outside/);
      assert.match(error, /inner\/pictures\.report:4 warning \/etc\/hostname lies outside/);
    });

    it('follows no link out of the folder', async function () {
      if (process.platform === 'win32') return this.skip();
      symlinkSync('/etc/hostname', cli.path('link.png'));
      write('link.report', '一、图\n![链接](link.png)\n');
      const { error } = await cli.run(['export', 'link.report', '-o', 'link.docx']);
      assert.match(error, /link\.png lies outside/);
    });

    it('leaves the old file as it was when it cannot be written', async function () {
      if (process.platform === 'win32') return this.skip();
      mkdirSync(cli.path('locked'));
      write('locked/out.docx', 'old');
      chmodSync(cli.path('locked'), 0o555);
      const { code, error } = await cli.runUnprivileged(['export', 'report.report', '-o', 'locked/out.docx']);
      chmodSync(cli.path('locked'), 0o755);
      assert.equal(code, 2);
      assert.match(error, /locked\/out\.docx cannot be written: it may be open in Word/);
      assert.equal(readFileSync(cli.path('locked/out.docx'), 'utf8'), 'old');
    });
  });

  describe('outline', () => {
    it('prints a tree of name, level, range and children', async () => {
      const { code, out } = await cli.run(['outline', 'report.report', '--format', 'json']);
      assert.equal(code, 0);
      const [first, second] = JSON.parse(out);
      assert.deepEqual(Object.keys(first), ['name', 'level', 'range', 'children']);
      assert.equal(first.name, '一、工作情况');
      assert.equal(first.level, 1);
      assert.deepEqual(first.range.start, { line: 0, character: 0 });
      assert.equal(first.children[0].name, '（一）学习');
      assert.equal(second.name, '二、打算');
    });

    it('prints it for people, with what is missing', async () => {
      const { out } = await cli.run(['outline', 'report.report']);
      assert.equal(out, '一、工作情况  (2 missing)\n  （一）学习  (1 missing)\n二、打算\n');
    });
  });

  describe('render', () => {
    it('writes one HTML file that loads nothing', async () => {
      write('chart.png', png);
      write('picture.report', '一、图\n![图](chart.png)\n');
      const { code, out } = await cli.run(['render', 'picture.report', '-o', 'out.html']);
      assert.equal(code, 0);
      assert.match(out, /Written: out\.html/);
      const html = readFileSync(cli.path('out.html'), 'utf8');
      assert.match(html, /^<!DOCTYPE html>/);
      assert.match(html, /src="data:image\/png;base64,/);
      assert.ok(!/<script|https?:\/\//i.test(html));
    });
  });

  describe('new', () => {
    it('lists the types of report', async () => {
      const { code, out } = await cli.run(['new', '--list', '--format', 'json']);
      assert.equal(code, 0);
      const types = JSON.parse(out);
      assert.ok(types.length >= 2);
      for (const { id, name } of types) assert.ok(id && name);
    });

    it('prints a skeleton, or writes it and never over another file', async () => {
      const [{ id }] = JSON.parse((await cli.run(['new', '--list', '--format', 'json'])).out);
      const printed = await cli.run(['new', id]);
      assert.equal(printed.code, 0);
      const written = await cli.run(['new', id, '-o', 'new.report']);
      assert.equal(written.code, 0);
      assert.equal(readFileSync(cli.path('new.report'), 'utf8'), printed.out);
      write('new.report', 'mine');
      const again = await cli.run(['new', id, '-o', 'new.report']);
      assert.equal(again.code, 2);
      assert.match(again.error, /new\.report exists already/);
      assert.equal(readFileSync(cli.path('new.report'), 'utf8'), 'mine');
    });
  });

  it('explains itself, in Chinese too', async () => {
    const { code, out } = await cli.run(['--help']);
    assert.equal(code, 0);
    for (const name of ['check', 'export', 'outline', 'render', 'new']) assert.match(out, new RegExp(`^  ${name} `, 'm'));
    assert.match((await cli.run(['--help'], { LC_ALL: 'zh_CN.UTF-8' })).out, /报告/);
  });

  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.equal((await cli.run(['--version'])).out, `${version}\n`);
  });
});
