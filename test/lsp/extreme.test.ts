import assert from 'node:assert/strict';
import { InProcess, insertion, uri } from './support/inProcess.ts';

const position = { line: 0, character: 1 };
const range = { start: position, end: { line: 0, character: 1_000_000 } };
const requests: readonly (readonly [method: string, params: object])[] = [
  ['textDocument/diagnostic', {}],
  ['textDocument/documentSymbol', {}],
  ['textDocument/foldingRange', {}],
  ['textDocument/hover', { position }],
  ['textDocument/completion', { position }],
  ['textDocument/codeAction', { range, context: { diagnostics: [] } }],
  ['textDocument/definition', { position }],
  ['textDocument/references', { position, context: { includeDeclaration: true } }],
  ['textDocument/inlayHint', { range }],
  ['reportWriter/mergeDataSheet', {}],
  ['reportWriter/nextMissingDatum', { position, direction: 'previous' }],
  ['reportWriter/sections', { position }],
];

/** Documents that break what is written for ordinary ones. */
const documents: Readonly<Record<string, () => string>> = {
  'one line of 5 million characters': () => `${'推动各项工作落实到位，'.repeat(50)}会议*次。`.repeat(9_000),
  'a million empty lines': () => '\n'.repeat(1_000_000),
  '100,000 headings': () => '一、情况\n'.repeat(100_000),
  'a table of 27,000 rows': () => `| 项目 | 数量 |\n|---|---|\n${'| 会议 | * |\n'.repeat(27_000)}`,
  'a fence that is never closed': () => `\`\`\`\n${'会议*次。\n'.repeat(50_000)}`,
  'a comment that is never closed': () => `<!-- \n${'会议*次。\n'.repeat(50_000)}`,
  'front matter that is never closed': () => `---\n${'会议: *\n'.repeat(50_000)}`,
  '27,000 named data, and as many in the front matter': () =>
    `---\ndata:\n${'  甲: 1\n'.repeat(400)}---\n\n${'共{{甲}}项，{{乙}}个。\n'.repeat(27_000)}`,
  'halves of surrogate pairs, controls and marks of direction': () => '\uD800*\uDC00次\u0000\u200F\u202E一、\u2028*\r*\n\r'.repeat(1000),
};

describe('Every request is answered in a report of', () => {
  for (const [what, text] of Object.entries(documents)) {
    it(what, async () => {
      const server = await InProcess.start();
      await server.open(text());
      for (const [method, params] of requests) assert.notEqual(await server.ask(method, params), undefined, method);
      await server.change(2, [insertion(0, 0, '一、')]);
      await server.client.sendRequest('reportWriter/preview/locate', { uri, position });
      assert.ok((await server.pulled()).length <= 1001);
      // The watchdog's remarks are about the machine's load.
      assert.deepEqual(
        server.logged.filter((message) => !/did not answer for/.test(message)),
        [],
      );
      await server.stop();
    });
  }
});
