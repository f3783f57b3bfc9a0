import assert from 'node:assert/strict';
import type {
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  Location,
  SelectionRange,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { type RemediesResult, remediesRequest } from '../../server/src/protocol/remedies.ts';
import { type MissingSectionsResult, missingSectionsRequest } from '../../server/src/protocol/sections.ts';
import { InProcess, uri } from './support/inProcess.ts';

const text = '关于安全的自查报告\n一、做法\n一是见图1，查*次。\n![图1 现场](photo.png)\n二、存在问题\n一是培训少。\n';
const position = { line: 2, character: 4 };

describe('Reading a report through the server', () => {
  let server: InProcess;
  const start = async (settings: unknown = {}) => {
    const capabilities = { textDocument: { diagnostic: {} }, workspace: { configuration: true, workspaceEdit: { documentChanges: true } } };
    server = await InProcess.start({ capabilities, settings, folders: ['file:///work'] });
    await server.open(text);
  };
  afterEach(() => server.stop());

  it('follows, finds, marks and renames a figure', async () => {
    await start();
    const definition = await server.ask<Location[]>('textDocument/definition', { position });
    assert.deepEqual(
      definition.map(({ range }) => range.start),
      [{ line: 3, character: 2 }],
    );
    const references = await server.ask<Location[]>('textDocument/references', { position, context: { includeDeclaration: true } });
    assert.equal(references.length, 2);
    assert.equal((await server.ask<DocumentHighlight[]>('textDocument/documentHighlight', { position })).length, 2);
    const { documentChanges } = await server.ask<WorkspaceEdit>('textDocument/rename', { position, newName: '2' });
    const [change] = documentChanges ?? [];
    assert.ok(change !== undefined && 'edits' in change);
    assert.deepEqual(
      (change.edits as TextEdit[]).map(({ newText }) => newText),
      ['2', '2'],
    );
    await assert.rejects(() => server.ask('textDocument/rename', { position, newName: '甲' }), /no number/);
  });

  it('links to files and places, and grows selections', async () => {
    await start();
    const links = await server.ask<DocumentLink[]>('textDocument/documentLink');
    assert.deepEqual(
      links.map(({ target }) => target),
      ['file:///work/photo.png', `${uri}#L4,3`],
    );
    const [range] = await server.ask<SelectionRange[]>('textDocument/selectionRange', { positions: [position] });
    assert.deepEqual(range?.range, { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } });
  });

  it('counts over headings only where the writer wants it', async () => {
    await start();
    assert.deepEqual(await server.ask<CodeLens[]>('textDocument/codeLens'), []);
    await server.stop();
    await start({ codeLens: { enabled: true } });
    const lenses = await server.ask<CodeLens[]>('textDocument/codeLens');
    assert.ok(lenses.some(({ command }) => command?.title === '1 missing'));
  });

  it('goes on with a series after a line break, for any editor', async () => {
    await start();
    await server.change(2, [{ range: { start: { line: 5, character: 6 }, end: { line: 5, character: 6 } }, text: '\n' }]);
    const params = { position: { line: 6, character: 0 }, ch: '\n', options: { tabSize: 4, insertSpaces: true } };
    const edits = await server.ask<TextEdit[]>('textDocument/onTypeFormatting', params);
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['二是'],
    );
  });

  it('says which sections are missing, and lines up problems', async () => {
    await start();
    const { type, choices } = await server.ask<MissingSectionsResult>(missingSectionsRequest);
    assert.equal(type, '自查报告');
    assert.ok(choices.some(({ id, required }) => id === 'causes' && required));
    const { text: shown } = await server.ask<RemediesResult>(remediesRequest);
    assert.match(shown, /一是培训少/);
  });
});
