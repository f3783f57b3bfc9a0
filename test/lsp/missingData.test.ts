import assert from 'node:assert/strict';
import {
  type CheckValueResult,
  checkValueRequest,
  type FillMissingResult,
  fillMissingRequest,
  type MissingDataResult,
  missingDataRequest,
} from '../../server/src/protocol/missingData.ts';
import { InProcess, insertion } from './support/inProcess.ts';

const text = '一、工作情况\n公务接待费*元。\n其中：公务接待费*元。\n';

describe('The server, asked for missing data', () => {
  let server: InProcess;
  beforeEach(async () => {
    server = await InProcess.start();
    await server.open(text);
  });
  afterEach(() => server.stop());

  it('lists them once, and again only after a change of the findings', async () => {
    const first = await server.ask<MissingDataResult>(missingDataRequest);
    assert.deepEqual([first.total, first.entries?.length, first.entries?.[0]?.same], [2, 2, 2]);
    const { resultId } = first;
    assert.deepEqual(await server.ask(missingDataRequest, { known: resultId }), { resultId, total: 2 });
    await server.change(2, [insertion(1, 0, '新')]);
    const second = await server.ask<MissingDataResult>(missingDataRequest, { known: resultId });
    assert.equal(second.entries?.[0]?.range.start.character, 6);
  });

  it('gives the edits for one and for all of a name, for the version that it has', async () => {
    const position = { line: 1, character: 5 };
    await server.change(7, [insertion(3, 0, '好')]);
    const here = await server.ask<FillMissingResult>(fillMissingRequest, { position, value: '500', scope: 'here' });
    assert.deepEqual(here, {
      version: 7,
      edits: [{ range: { start: position, end: { line: 1, character: 6 } }, newText: '500' }],
    });
    const all = await server.ask<FillMissingResult>(fillMissingRequest, { position, value: '500', scope: 'all' });
    assert.equal(all.edits.length, 2);
    const none = await server.ask<FillMissingResult>(fillMissingRequest, {
      position: { line: 9, character: 9 },
      value: '5',
      scope: 'here',
    });
    assert.deepEqual(none.edits, []);
  });

  it('says what is doubtful about a value', async () => {
    const position = { line: 1, character: 5 };
    assert.deepEqual(await server.ask<CheckValueResult>(checkValueRequest, { position, value: '500' }), {});
    const { warning } = await server.ask<CheckValueResult>(checkValueRequest, { position, value: '500元' });
    assert.match(warning ?? '', /follows already/);
  });

  it('answers for a report that is not open', async () => {
    const of = 'file:///work/closed.report';
    assert.deepEqual((await server.ask<MissingDataResult>(missingDataRequest, {}, of)).entries, []);
    assert.deepEqual(
      (await server.ask<FillMissingResult>(fillMissingRequest, { position: { line: 0, character: 0 }, value: '5' }, of)).edits,
      [],
    );
  });
});
