import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { faultsOf, openDocx } from '../support/docx/package.ts';
import { validatorErrors } from '../support/docx/readers.ts';
import { Cli } from './support/runCli.ts';

/** UTF-16 with its mark: the only way that half a pair reaches a program from a file. */
const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), true);
  return bytes;
};

const controls = Array.from({ length: 31 }, (_, index) => String.fromCharCode(index + 1)).join('甲');

/** What a report may hold, as bytes, and words that must be in the Word file. */
const texts: Readonly<Record<string, { readonly bytes: Uint8Array | string; readonly words: RegExp }>> = {
  'lone surrogates': { bytes: utf16('关于\ud800某事\udc00的报告\n\n正文\udbff。末尾\ud83d'), words: /某事.*正文.*末尾/ },
  'U+FFFE and U+FFFF': { bytes: utf16('关于\ufffe某事\uffff的报告\n\n正文\ufffe\ufffe。'), words: /某事.*正文/ },
  'control characters': { bytes: utf16(`关于某事的报告\n\n${controls}正文。\n\n---\n| 甲\u0001 | 乙\u001f |\n`), words: /正文/ },
  'the end of a CDATA section': {
    bytes: '关于]]>某事的报告\n\n正文]]><![CDATA[ & </w:t></w:p> &#0; &amp;。\n',
    words: /]]&gt;&lt;!\[CDATA\[ &amp; &lt;\/w:t&gt;/,
  },
  'words of 10,000 characters': {
    bytes: `${'A'.repeat(10_000)}\n\n正文${'国'.repeat(10_000)}${'!'.repeat(10_000)}\n`,
    words: /A{10000}.*国{10000}!{10000}/,
  },
  'hostile front matter': {
    bytes: `---\n发文机关: "甲]]>\\u0001<w:p/>局"\n发文字号: "${'长'.repeat(5000)}"\n密级: "\\uFFFE"\n签发人: ["${'名'.repeat(3000)}", "\\uD800"]\n抄送: ["<&>"]\n印发机关: "&#0;"\n样式: {字体: {正文: "仿宋\\u0001"}}\n封面: 否\n---\n正文。\n`,
    words: /正文/,
  },
  'nothing but blanks': { bytes: ' \u3000\n\n\t\n', words: /^/ },
};

describe('A hostile report on the command line', () => {
  const cli = new Cli();
  before(async () => {
    await cli.build();
  });
  after(() => cli.dispose());

  for (const [name, { bytes, words }] of Object.entries(texts)) {
    it(`with ${name} becomes a Word file without faults, and no word of it is lost`, async () => {
      cli.write('hostile.report', bytes);
      const { code, error } = await cli.run(['export', 'hostile.report', '-o', 'hostile.docx']);
      assert.equal(code, 0, error);
      const docx = await openDocx(readFileSync(cli.path('hostile.docx')));
      assert.deepEqual(faultsOf(docx), []);
      assert.deepEqual(await validatorErrors(cli.path('hostile.docx')), []);
      assert.match(
        docx
          .part('word/document.xml')
          .replace(/<\/w:p>/g, '\n')
          .replace(/<[^>]*>/g, '')
          .replace(/\s+/g, ' '),
        words,
      );
    });
  }

  it('that is no text is refused by name, and the old file is kept', async () => {
    cli.write('binary.report', Uint8Array.from([0, 1, 2, 3, 0, 255, 254, 0]));
    cli.write('binary.docx', 'old');
    const { code, error } = await cli.run(['export', 'binary.report', '-o', 'binary.docx']);
    assert.equal(code, 2);
    assert.match(error, /^report-writer: binary\.report /);
    assert.equal(readFileSync(cli.path('binary.docx'), 'utf8'), 'old');
  });

  it('may have a name with every character that some system forbids', async function () {
    if (process.platform === 'win32') return this.skip();
    const name = '报告 <甲>:"乙"|丙?*\\丁%20#\'$(x);&';
    cli.write(`${name}.report`, '正文。\n');
    mkdirSync(cli.path('out'), { recursive: true });
    const { code, error } = await cli.run(['export', `${name}.report`, '-o', 'out']);
    assert.deepEqual([code, error], [0, '']);
    assert.deepEqual(readdirSync(cli.path('out')), [`${name}.docx`]);
    await openDocx(readFileSync(cli.path(`out/${name}.docx`)));
  });

  it('is told that a name is too long', async () => {
    cli.write('plain.report', '正文。\n');
    const { code, error } = await cli.run(['export', 'plain.report', '-o', `${'长'.repeat(200)}.docx`]);
    assert.equal(code, 2);
    assert.match(error, /^report-writer: 长+\.docx cannot be written: /);
    assert.ok(!readdirSync(cli.path('.')).some((file) => file.startsWith('长') || file.endsWith('.tmp')));
  });

  describe('on a bad disk', () => {
    before(function () {
      if (process.platform !== 'linux') this.skip();
      cli.write(
        'large.report',
        `关于某事的报告\n\n${Array.from({ length: 4000 }, (_, index) => `第${index}段${'国'.repeat(40)}。`).join('\n\n')}\n`,
      );
      mkdirSync(cli.path('disk'), { recursive: true });
    });
    // What is left on the disk is printed before it goes away.
    const state = 'echo "code $code"; ls disk; cat disk/out.docx';

    it('that is full says so, keeps the old file and leaves no half one', async () => {
      const { code, out, error } = await cli.runWithOwnDisks(
        `mount -t tmpfs -o size=16k none disk; printf old > disk/out.docx; code=0; "$NODE" "$CLI" export large.report -o disk/out.docx --allow-gaps || code=$?; ${state}`,
      );
      assert.equal(code, 0, error);
      assert.match(error, /report-writer: disk\/out\.docx cannot be written: the disk is full\./);
      assert.equal(out, 'code 2\nout.docx\nold');
    });

    it('that is read-only says so and keeps the old file', async () => {
      const { code, out, error } = await cli.runWithOwnDisks(
        `mount -t tmpfs none disk; printf old > disk/out.docx; mount -o remount,ro disk; code=0; "$NODE" "$CLI" export large.report -o disk/out.docx || code=$?; ${state}`,
      );
      assert.equal(code, 0, error);
      assert.match(error, /report-writer: disk\/out\.docx cannot be written: the disk is read-only\./);
      assert.equal(out, 'code 2\nout.docx\nold');
    });

    it('writes where there is room', async () => {
      const { out } = await cli.runWithOwnDisks(
        `mount -t tmpfs none disk; code=0; "$NODE" "$CLI" export large.report -o disk/out.docx || code=$?; echo "code $code"; ls disk; head -c 2 disk/out.docx`,
      );
      assert.match(out, /code 0\nout\.docx\nPK$/);
      assert.equal(existsSync(cli.path('disk/out.docx')), false, 'the disk was the script’s own');
    });
  });
});
