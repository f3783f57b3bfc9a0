import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CompareParams, type CompareResult, compareRequest } from '../../server/src/protocol/compare.ts';
import { onePixelPng } from '../support/docx/samplePictures.ts';
import { startsServers } from './support/inProcess.ts';

const opened = '一、概况\n全年植树320亩。\n\n![图1 位置](../p.png)\n';
const older: Omit<CompareParams, 'textDocument'> = { old: { text: opened.replace('320', '300') }, oldName: 'HEAD' };

describe('The comparison of two versions by the server', () => {
  const start = startsServers();
  const folder = mkdtempSync(join(tmpdir(), 'report-writer-compare-'));
  const uri = pathToFileURL(join(folder, 'reports', 'a.report')).toString();
  before(() => {
    mkdirSync(join(folder, 'reports'));
    writeFileSync(join(folder, 'p.png'), onePixelPng);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const started = () => start({ locale: 'zh-cn', folders: [pathToFileURL(folder).toString()] });

  it('speaks the writer’s language, and has the pictures of the workspace folder', async () => {
    const server = await started();
    await server.open(opened, uri);
    const { html, changes } = await server.ask<CompareResult>(compareRequest, older, uri);
    assert.equal(changes, 1);
    for (const part of ['改动', 'src="data:image/png;base64,']) assert.ok(html.includes(part), part);
  });

  it('says in the writer’s language why there is none', async () => {
    const server = await started();
    await assert.rejects(server.ask(compareRequest, older, uri), /这份报告没有打开/);
    await server.open(opened, uri);
    const binary = { old: { bytes: Buffer.from(onePixelPng).toString('base64') }, oldName: 'p.png' };
    await assert.rejects(server.ask(compareRequest, binary, uri), /p\.png 不是可以读取的文本/);
  });
});
