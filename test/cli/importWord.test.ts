import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { p, rawDocx, run, title } from '../import/rawDocx.ts';
import { onePixelPng } from '../support/docx/samplePictures.ts';
import { Cli } from './support/runCli.ts';

const picture = {
  relationships: '<Relationship Id="a" Type="x/image" Target="media/a.png"/>',
  files: { 'word/media/a.png': onePixelPng },
};
const withPicture = (words: string) =>
  rawDocx({
    ...picture,
    body: title('关于植树的报告') + p(words) + p('<w:r><w:drawing><a:blip r:embed="a"/></w:drawing></w:r>') + p(run('隐', '<w:vanish/>')),
  });

describe('report-writer import', () => {
  const cli = new Cli();
  before(() => cli.build());
  after(() => cli.dispose());
  const read = (name: string) => readFileSync(cli.path(name), 'utf8');

  it('writes a report beside the document, its pictures in a folder, and says what it left out', async () => {
    cli.write('plan (1).docx', withPicture('正文，一段。'));
    const { code, out, error } = await cli.run(['import', 'plan (1).docx']);
    assert.equal(code, 0);
    assert.match(out, /^Written: plan \(1\)\.report\n$/);
    assert.equal(read('plan (1).report'), '关于植树的报告\n\n正文，一段。\n\n![](plan _1_.assets/image1.png)\n');
    assert.deepEqual(readdirSync(cli.path('plan _1_.assets')), ['image1.png']);
    assert.match(error, /^plan \(1\)\.report:5 remark Hidden text is left out: 隐\n$/);
    // What it wrote can be exported again, the picture included.
    const again = await cli.run(['export', 'plan (1).report', '-o', 'again.docx', '--final']);
    assert.deepEqual([again.code, again.error], [0, '']);
  });

  it('leaves a report that is there alone, unless it is told to replace it', async () => {
    cli.write('kept.docx', withPicture('新，一段。'));
    cli.write('kept.report', '旧');
    mkdirSync(cli.path('kept.assets'));
    cli.write('kept.assets/mine.png', 'mine');
    const refused = await cli.run(['import', 'kept.docx']);
    assert.equal(refused.code, 2);
    assert.match(refused.error, /kept\.report exists already and is left as it is/);
    assert.equal(read('kept.report'), '旧');
    assert.deepEqual(readdirSync(cli.path('kept.assets')), ['mine.png']);
    assert.equal((await cli.run(['import', 'kept.docx', '-o', 'other.report'])).code, 0);
    assert.match(read('other.report'), /other\.assets/);
    assert.equal((await cli.run(['import', 'kept.docx', '--force'])).code, 0);
    assert.match(read('kept.report'), /新，一段。/);
    assert.deepEqual(readdirSync(cli.path('kept.assets')).sort(), ['image1.png', 'mine.png']);
  });

  it('refuses what is no Word document and leaves nothing behind', async () => {
    cli.write('old.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]));
    const { code, error } = await cli.run(['import', 'old.doc']);
    assert.equal(code, 2);
    assert.match(error, /old\.doc: This is a document of the old format \(\.doc\).*save it as \.docx first/);
    assert.equal(existsSync(cli.path('old.report')), false);
    assert.match((await cli.run(['import', 'none.docx'])).error, /none\.docx cannot be read/);
    assert.match((await cli.run(['import'])).error, /Name the Word document/);
  });

  it('takes several, each by itself, and speaks Chinese', async () => {
    mkdirSync(cli.path('in'));
    mkdirSync(cli.path('out'));
    cli.write('in/a.docx', withPicture('甲，一段。'));
    cli.write('in/b.docx', 'no document');
    cli.write('in/c.docx', withPicture('丙，一段。'));
    const { code, out, error } = await cli.run(['import', 'in/a.docx', 'in/b.docx', 'in/c.docx', '-o', 'out'], { LC_ALL: 'zh_CN.UTF-8' });
    assert.equal(code, 2);
    assert.equal(out.trim().split('\n').length, 2);
    assert.match(error, /in\/b\.docx: 文件不是 Word 文档，或已损坏/);
    assert.match(error, /说明 隐藏文字没有导入：隐/);
    assert.deepEqual(readdirSync(cli.path('out')).sort(), ['a.assets', 'a.report', 'c.assets', 'c.report']);
  });

  it('leaves no folder of pictures where the report cannot be written', async () => {
    cli.write('long.docx', withPicture('正文，一段。'));
    const name = `${'长'.repeat(84)}.report`;
    const { code } = await cli.run(['import', 'long.docx', '-o', name]);
    assert.equal(code, 2);
    assert.deepEqual(
      readdirSync(cli.path('.')).filter((file) => file.includes('长')),
      [],
    );
  });
});
