import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { onePixelPng as png } from '../support/docx/samplePictures.ts';
import { Cli, text } from './support/runCli.ts';

describe('The command line', () => {
  const cli = Cli.forTests();

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

  describe('refuses, with 2 and the name of the file,', () => {
    const refusals: readonly (readonly [what: string, args: readonly string[], message: RegExp, prepare?: () => void])[] = [
      ['a file that is not there', ['check', 'no.report'], /no\.report does not exist/],
      ['a folder', ['check', '.'], /\. is a folder/],
      ['a binary file', ['check', 'binary.report'], /binary\.report is a binary file/, () => cli.write('binary.report', png)],
      [
        'bytes in no encoding',
        ['check', 'bytes.report'],
        /bytes\.report is in an unknown encoding/,
        () => cli.write('bytes.report', new Uint8Array(200).fill(0xff)),
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
        const before = cli.files();
        const { code, out, error } = await cli.run(args);
        assert.equal(code, 2);
        assert.match(error, message);
        assert.equal(args[0] === 'check' ? '' : out, '');
        assert.deepEqual(cli.files(), before, 'nothing is written');
      });
    }

    it('a file that may not be read', async function () {
      if (process.platform === 'win32') return this.skip();
      cli.write('closed.report', text);
      chmodSync(cli.path('closed.report'), 0);
      const { code, error } = await cli.runUnprivileged(['check', 'closed.report']);
      assert.equal(code, 2);
      assert.match(error, /closed\.report may not be read/);
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

  describe('compare', () => {
    it('writes the pages of both versions in one', async () => {
      cli.write('before.report', '一、基本情况\n全年植树300亩。\n');
      cli.write('after.report', '一、基本情况\n全年植树320亩。\n');
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
      cli.write('new.report', 'mine');
      const again = await cli.run(['new', id, '-o', 'new.report']);
      assert.equal(again.code, 2);
      assert.match(again.error, /new\.report exists already/);
      assert.equal(readFileSync(cli.path('new.report'), 'utf8'), 'mine');
    });
  });
});
