import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePdf } from '../../server/src/system/makePdf.ts';
import { findPdfProgram } from '../../server/src/system/pdfProgram.ts';
import { requireTool } from '../support/tools.ts';

describe('A program that makes PDFs', () => {
  let folder: string;
  const never = new AbortController().signal;
  const html = new TextEncoder().encode('<!DOCTYPE html><title>页</title><p>内容</p>');
  /** An executable of this name; it can be told what to do. */
  const program = (name: string, script = 'exit 0') => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('report-writer-pdf-'));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'report-writer-programs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is the office suite before the browser, wherever they stand on the search path', async () => {
    mkdirSync(join(folder, 'a'));
    symlinkSync(program('chrome'), join(folder, 'a/chromium'));
    program('soffice');
    const found = await findPdfProgram('', { PATH: `${join(folder, 'a')}:${folder}` });
    assert.deepEqual(found, { kind: 'office', path: join(folder, 'soffice') });
    const browser = await findPdfProgram('', { PATH: join(folder, 'a') });
    assert.deepEqual(browser, { kind: 'browser', path: join(folder, 'a/chromium') });
    assert.equal(await findPdfProgram('', { PATH: join(folder, 'none') }), undefined);
  });

  it('is the one that is named, and no other if that is not there', async () => {
    program('soffice');
    const named = program('my-browser');
    assert.deepEqual(await findPdfProgram(named, { PATH: folder }), { kind: 'browser', path: named });
    assert.equal(await findPdfProgram(join(folder, 'gone'), { PATH: folder }), undefined);
  });

  it('makes a PDF with a real browser and leaves nothing behind', async () => {
    const path = requireTool('chromium');
    const before = leftovers();
    const pdf = await makePdf({ kind: 'browser', path }, html, never);
    assert.equal(new TextDecoder('latin1').decode(pdf.slice(0, 5)), '%PDF-');
    assert.deepEqual(leftovers(), before);
  });

  it('says what the program said when it fails', async () => {
    const path = program('soffice', 'echo "the disk is full" >&2; exit 3');
    await assert.rejects(makePdf({ kind: 'office', path }, html, never), /the disk is full/);
    const silent = program('libreoffice');
    await assert.rejects(makePdf({ kind: 'office', path: silent }, html, never), /libreoffice/);
    await assert.rejects(makePdf({ kind: 'office', path: join(folder, 'gone') }, html, never), { code: 'ENOENT' });
  });

  it('ends the program, and what it started, when it is cancelled', async () => {
    const mark = join(folder, 'still-there');
    const path = program('soffice', `(sleep 1; touch ${mark}) & wait`);
    const abort = new AbortController();
    const made = makePdf({ kind: 'office', path }, html, abort.signal);
    setTimeout(() => abort.abort(), 200);
    await assert.rejects(made, { name: 'AbortError' });
    await new Promise((resolve) => setTimeout(resolve, 1300));
    assert.ok(!readdirSync(folder).includes('still-there'));
  });
});
