import assert from 'node:assert/strict';
import {
  type EditStructureResult,
  editStructureRequest,
  type StructureResult,
  structureRequest,
} from '../../server/src/protocol/structure.ts';
import { InProcess, insertion } from './support/inProcess.ts';

const text = '一、工作情况\n见第二部分。\n二、存在问题\n缺*项。\n';
const at = (line: number) => ({ line, character: 0 });

describe('The server, asked for the structure', () => {
  let server: InProcess;
  beforeEach(async () => {
    server = await InProcess.start();
    await server.open(text);
  });
  afterEach(() => server.stop());

  it('gives the sections once, and again only after a change', async () => {
    const first = await server.ask<StructureResult>(structureRequest);
    assert.deepEqual(
      first.entries?.map(({ label, missing }) => [label, missing]),
      [
        ['一、工作情况', 0],
        ['二、存在问题', 1],
      ],
    );
    const { resultId } = first;
    assert.deepEqual(await server.ask(structureRequest, { known: resultId }), { resultId });
    await server.change(2, [insertion(1, 0, '新')]);
    const second = await server.ask<StructureResult>(structureRequest, { known: resultId });
    assert.equal(second.entries?.[0]?.characters, 13);
  });

  it('gives the edits that move a section, for the version that it has', async () => {
    const moved = await server.ask<EditStructureResult>(editStructureRequest, { action: 'moveDown', first: at(0), last: at(0) });
    assert.equal(moved.version, 1);
    assert.deepEqual(moved.cursor, at(2));
    assert.ok(moved.edits.some(({ newText }) => newText.includes('见第一部分。')));
  });

  it('does nothing outside of the text, and for what it does not know', async () => {
    const outside = await server.ask<EditStructureResult>(editStructureRequest, { action: 'moveUp', first: at(99), last: at(-1) });
    assert.deepEqual(outside.edits, []);
    const unknown = await server.ask<EditStructureResult>(editStructureRequest, { action: 'turn', first: at(0), last: at(0) });
    assert.deepEqual(unknown.edits, []);
    const far = await server.ask<EditStructureResult>(editStructureRequest, { action: 'drop', first: at(0), last: at(0), target: 9999 });
    assert.deepEqual(far.doubts, []);
  });
});
