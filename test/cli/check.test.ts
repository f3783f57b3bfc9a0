import assert from 'node:assert/strict';
import { Cli, text } from './support/runCli.ts';

/** 全年召开会议*次。 in GB 18030. */
const gb18030 = Uint8Array.from([0xc8, 0xab, 0xc4, 0xea, 0xd5, 0xd9, 0xbf, 0xaa, 0xbb, 0xe1, 0xd2, 0xe9, 0x2a, 0xb4, 0xce, 0xa1, 0xa3]);

describe('Checking on the command line', function () {
  this.timeout(120_000);
  const cli = Cli.forTests();

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
      cli.write('finished.report', '一、工作情况\n全年召开会议三次。\n');
      const { code, out } = await cli.run(['check', 'finished.report']);
      assert.equal(code, 0);
      assert.match(out, /nothing found/);
    });

    it('reads GB 18030, UTF-8 with its mark and UTF-16', async () => {
      cli.write('gb.txt', gb18030);
      cli.write('bom.txt', '\uFEFF全年召开会议*次。');
      cli.write('utf16.txt', Buffer.from('\uFEFF全年召开会议*次。', 'utf16le'));
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
      cli.write('damaged.txt', Buffer.concat([Buffer.from(text.repeat(5)), Buffer.from([0xe4, 0xb8]), Buffer.from('\n会议*次。')]));
      const { code, out } = await cli.run(['check', 'damaged.txt', '--format', 'json']);
      assert.equal(code, 1);
      const codes = JSON.parse(out).files[0].diagnostics.map((one: { code: string }) => one.code);
      assert.equal(codes.filter((one: string) => one === 'missing-data').length, 11);
      assert.ok(codes.includes('encoding'));
    });

    it('says what the pages show with --pages only, as information', async () => {
      cli.write('title.report', '关于全县防汛抗旱工作情况的\n函\n\n正文写明情况。\n');
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
      cli.write('empty.report', '');
      assert.equal((await cli.run(['check', 'empty.report'])).code, 0);
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
      cli.write('hint.report', '一、工作情况\n共召开次会议。\n');
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
      cli.write('formula.report', '=SUM(A1)，共*次。\n收到"来信"*件。\n');
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
});
