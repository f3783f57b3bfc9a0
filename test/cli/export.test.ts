import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import JSZip from 'jszip';
import { onePixelPng as png } from '../support/docx/samplePictures.ts';
import { requireTool } from '../support/tools.ts';
import { Cli, text } from './support/runCli.ts';

describe('Exporting on the command line', function () {
  this.timeout(120_000);
  const cli = Cli.forTests();

  describe('export', () => {
    it('writes a Word file and says where', async () => {
      const { code, out, error } = await cli.run(['export', 'report.report', '-o', 'out.docx']);
      assert.equal(error, '');
      assert.equal(code, 0);
      assert.match(out, /Written: out\.docx/);
      const zip = await JSZip.loadAsync(readFileSync(cli.path('out.docx')));
      assert.ok(zip.file('word/document.xml'));
      assert.ok(!cli.files().some((name) => name.includes('.tmp-')), 'no temporary file is left');
    });

    it('speaks the language of the report in the file, and lists what is missing unless told not to', async () => {
      const documentOf = async (name: string) =>
        (await JSZip.loadAsync(readFileSync(cli.path(name)))).file('word/document.xml')?.async('string');
      cli.write('gap.report', '全年召开会议*次。\n');
      cli.write('english.report', 'We held ** meetings, [TBD].\n');
      assert.equal((await cli.run(['export', 'gap.report', '-o', 'gap.docx'])).code, 0);
      assert.equal((await cli.run(['export', 'gap.report', '-o', 'bare.docx', '--no-list'])).code, 0);
      assert.equal((await cli.run(['export', 'english.report', '-o', 'english.docx'], { LC_ALL: 'zh_CN.UTF-8' })).code, 0);
      assert.match((await documentOf('gap.docx')) ?? '', /缺：/);
      assert.doesNotMatch((await documentOf('bare.docx')) ?? '', /缺：/);
      assert.match((await documentOf('english.docx')) ?? '', /Missing data: [1-9]/);
    });

    it('writes several reports into a folder', async () => {
      mkdirSync(cli.path('several'));
      cli.write('other.report', text);
      const { code } = await cli.run(['export', 'report.report', 'other.report', '-o', 'several', '--final', '--allow-gaps']);
      assert.equal(code, 0);
      assert.deepEqual(readdirSync(cli.path('several')).sort(), ['other.docx', 'report.docx']);
    });

    it('does not write two reports to one file', async () => {
      mkdirSync(cli.path('a'));
      mkdirSync(cli.path('one'));
      cli.write('a/report.report', text);
      const { code, error } = await cli.run(['export', 'report.report', 'a/report.report', '-o', 'one']);
      assert.equal(code, 2);
      assert.match(error, /same file/);
      assert.deepEqual(readdirSync(cli.path('one')), []);
    });

    it('takes several reports at a time and tells them in their order', async () => {
      for (const name of ['1', '2', '3']) cli.write(`many-${name}.report`, `一、第${name}份报告\n`);
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
      cli.write('outside.png', png);
      mkdirSync(cli.path('inner'));
      cli.write('inner/pictures.report', '一、图\n![没有](no.png)\n![外面](../../outside.png)\n![绝对](/etc/hostname)\n');
      const { code, error } = await cli.run(['export', 'inner/pictures.report', '-o', 'pictures.docx']);
      assert.equal(code, 0);
      assert.match(error, /inner\/pictures\.report:2 warning no\.png does not exist/);
      assert.match(error, /inner\/pictures\.report:3 warning \.\.\/\.\.\/outside\.png lies outside/);
      assert.match(error, /inner\/pictures\.report:4 warning \/etc\/hostname lies outside/);
    });

    it('follows no link out of the folder', async function () {
      if (process.platform === 'win32') return this.skip();
      symlinkSync('/etc/hostname', cli.path('link.png'));
      cli.write('link.report', '一、图\n![链接](link.png)\n');
      const { error } = await cli.run(['export', 'link.report', '-o', 'link.docx']);
      assert.match(error, /link\.png lies outside/);
    });

    it('leaves the old file as it was when it cannot be written', async function () {
      if (process.platform === 'win32') return this.skip();
      mkdirSync(cli.path('locked'));
      cli.write('locked/out.docx', 'old');
      chmodSync(cli.path('locked'), 0o555);
      const { code, error } = await cli.runUnprivileged(['export', 'report.report', '-o', 'locked/out.docx']);
      chmodSync(cli.path('locked'), 0o755);
      assert.equal(code, 2);
      assert.match(error, /locked\/out\.docx cannot be written: it may be open in Word/);
      assert.equal(readFileSync(cli.path('locked/out.docx'), 'utf8'), 'old');
    });
  });

  describe('the gate of export', () => {
    for (const flag of ['--final', '--refuse-gaps']) {
      it(`writes nothing with ${flag} while data are missing, and ends with 1`, async () => {
        const before = cli.files();
        const { code, out, error } = await cli.run(['export', 'report.report', '-o', 'refused.docx', flag]);
        assert.deepEqual([code, out], [1, '']);
        assert.match(error, /report\.report is not exported: data missing: 2.*--allow-gaps/);
        assert.deepEqual(cli.files(), before);
      });
    }

    it('writes what is complete, and with --allow-gaps what is not', async () => {
      cli.write('complete.report', '一、工作情况\n全年召开会议三次。\n');
      assert.equal((await cli.run(['export', 'complete.report', '-o', 'complete.docx', '--final'])).code, 0);
      assert.equal((await cli.run(['export', 'report.report', '-o', 'gaps.docx', '--final', '--allow-gaps'])).code, 0);
      assert.ok(cli.files().includes('complete.docx') && cli.files().includes('gaps.docx'));
    });
  });

  describe('render', () => {
    it('writes one HTML file that loads nothing', async () => {
      cli.write('chart.png', png);
      cli.write('picture.report', '一、图\n![图](chart.png)\n');
      const { code, out } = await cli.run(['render', 'picture.report', '-o', 'out.html']);
      assert.equal(code, 0);
      assert.match(out, /Written: out\.html/);
      const html = readFileSync(cli.path('out.html'), 'utf8');
      assert.match(html, /^<!DOCTYPE html>/);
      assert.match(html, /src="data:image\/png;base64,/);
      assert.ok(!/<script|https?:\/\//i.test(html));
    });
  });

  describe('with data sheets', () => {
    before(() => {
      cli.write('data.report', '---\ndata: [figures.csv, none.yaml]\n---\n\n一、植树\n\n全年植树{{面积}}亩，投资{{投资}}元。\n');
      cli.write('figures.csv', '名称,数值,单位\n面积,320,亩\n投资,5,万元\n');
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
      cli.write('styled.report', '---\nstyle: house.yaml\n---\n正文。\n');
      cli.write('house.yaml', '字号: {正文: 小三}\n颜色: 红\n');
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
});
