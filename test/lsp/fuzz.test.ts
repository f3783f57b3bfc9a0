import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CancellationTokenSource, type Diagnostic, type Range } from 'vscode-languageserver/node';
import { makeDataSheetRequest, mergeDataSheetRequest } from '../../server/src/protocol/dataSheets.ts';
import { nextMissingDatumRequest } from '../../server/src/protocol/missingData.ts';
import { previewMethods } from '../../server/src/protocol/preview.ts';
import { insertSectionRequest, newReportRequest, reportTypesRequest, sectionsRequest } from '../../server/src/protocol/sections.ts';
import { InProcess, pulling } from './support/inProcess.ts';

const uris = ['file:///work/a.report', 'file:///work/b.report', 'untitled:Untitled-1', 'not a uri'] as const;
const uri = fc.constantFrom(...uris);
const number = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constantFrom(-1, 1e9, 2147483647, -2147483648));
const position = fc.record({ line: number, character: number });
const range = fc.record({ start: position, end: position });
const lines = fc.constantFrom(
  '# 总结',
  '',
  '一、工作情况',
  '（一）学习。一是抓培训，培训*期。二是抓考核，考核××次。',
  '全年召开会议*次，𠮷祥👨‍👩‍👧',
  '---',
  '标题: 总结',
  '数据: {人数: 5}',
  '数据: [a.yaml, ../b.csv]',
  '参加{{人数}}人，{{合计|万元|1}}。',
  '```',
  '| 项目 | 数量 |',
  '|---|---|',
  '| 会议 | * |',
  '<!-- 注',
  '-->',
  '![图](no.png)',
  '特此报告。',
  '附件：1.清单',
  '某某局',
  '2024年1月1日',
  '/',
);
const text = fc.array(lines, { maxLength: 12 }).chain((some) => fc.constantFrom('\n', '\r\n', '\r').map((eol) => some.join(eol)));
const nonsense = fc.constantFrom({}, { textDocument: {} }, { textDocument: { uri: 7 } }, { uri: null }, [], {
  textDocument: { uri: uris[0] },
});

type Step =
  | { readonly kind: 'notify'; readonly method: string; readonly params: object }
  | { readonly kind: 'ask'; readonly method: string; readonly params: object; readonly cancel: boolean };

const notify = (method: string, params: fc.Arbitrary<object>): fc.Arbitrary<Step> =>
  params.map((given) => ({ kind: 'notify', method, params: given }));
const ask = (method: string, params: fc.Arbitrary<object>): fc.Arbitrary<Step> =>
  fc.record({ params, cancel: fc.boolean() }).map((given) => ({ kind: 'ask', method, ...given }));

const textDocument = uri.map((one) => ({ uri: one }));
const atPosition = fc.record({ textDocument, position });
const change = fc.oneof(fc.record({ range, text }), fc.record({ text }));
const asked: readonly fc.Arbitrary<Step>[] = [
  ask('textDocument/diagnostic', fc.record({ textDocument, previousResultId: fc.constantFrom(undefined, '1.0.0', 'x') })),
  ask('textDocument/documentSymbol', fc.record({ textDocument })),
  ask('textDocument/foldingRange', fc.record({ textDocument })),
  ask('textDocument/hover', atPosition),
  ask('textDocument/completion', atPosition),
  ask('completionItem/resolve', fc.constantFrom({ label: 'x' }, { label: 'x', data: { type: 'no', section: 'no' } })),
  ask('textDocument/codeAction', fc.record({ textDocument, range, context: fc.constant({ diagnostics: [] }) })),
  ask('textDocument/definition', atPosition),
  ask('textDocument/references', fc.record({ textDocument, position, context: fc.record({ includeDeclaration: fc.boolean() }) })),
  ask('textDocument/prepareRename', atPosition),
  ask('textDocument/rename', fc.record({ textDocument, position, newName: fc.constantFrom('人数', 'a: b', '', '合计') })),
  ask('textDocument/inlayHint', fc.record({ textDocument, range })),
  ask(makeDataSheetRequest, fc.record({ textDocument, format: fc.constantFrom('yaml', 'xlsx', 'no'), path: fc.constant('a.yaml') })),
  ask(mergeDataSheetRequest, fc.record({ textDocument })),
  ask('workspace/symbol', fc.record({ query: fc.constantFrom('', '工作', '\u0000') })),
  ask(nextMissingDatumRequest, fc.record({ textDocument, position, direction: fc.constantFrom('next', 'previous') })),
  ask(sectionsRequest, atPosition),
  ask(insertSectionRequest, fc.record({ textDocument, position, section: fc.constantFrom('no', 'signature') })),
  ask(reportTypesRequest, fc.constant({})),
  ask(newReportRequest, fc.record({ type: fc.constantFrom('no', '工作总结') })),
  ask(previewMethods.open, fc.record({ uri })),
  ask(previewMethods.pages, fc.record({ uri, from: number, to: number })),
  ask(previewMethods.locate, fc.record({ uri, position })),
  ask(previewMethods.resolve, fc.record({ uri, place: fc.record({ block: number, line: number, column: number }) })),
];
const withNonsense = fc
  .tuple(fc.oneof(...asked), nonsense)
  .map(([step, params]): Step => (step.kind === 'ask' ? { ...step, params, cancel: false } : step));
const sessions = (others: readonly fc.Arbitrary<Step>[]): fc.Arbitrary<readonly Step[]> =>
  fc.array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: notify(
          'textDocument/didOpen',
          fc.record({ textDocument: fc.record({ uri, languageId: fc.constant('report'), version: fc.nat(9), text }) }),
        ),
      },
      {
        weight: 8,
        arbitrary: notify(
          'textDocument/didChange',
          fc.record({ textDocument: fc.record({ uri, version: fc.nat(99) }), contentChanges: fc.array(change, { maxLength: 3 }) }),
        ),
      },
      { weight: 1, arbitrary: notify('textDocument/didClose', fc.record({ textDocument })) },
      { weight: 16, arbitrary: fc.oneof(...asked) },
      ...others.map((arbitrary) => ({ weight: 1, arbitrary })),
    ),
    { maxLength: 25 },
  );

const isOrdered = ({ start, end }: Range) =>
  start.line >= 0 && start.character >= 0 && (start.line < end.line || (start.line === end.line && start.character <= end.character));

/** Plays sessions on one server; every request must be answered, and every range be a range. */
async function play(server: InProcess, played: fc.Arbitrary<readonly Step[]>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(played, async (steps) => {
      const answers: Promise<unknown>[] = [];
      for (const step of steps) {
        if (step.kind === 'notify') {
          await server.client.sendNotification(step.method, step.params);
          continue;
        }
        const source = new CancellationTokenSource();
        // An error is an answer as well.
        answers.push(server.client.sendRequest(step.method, step.params, source.token).catch((error: Error) => error));
        if (step.cancel) source.cancel();
      }
      await Promise.all(answers);
      for (const of of uris) {
        const report = await server.client.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: of } });
        for (const { range: found } of report.items) assert.ok(isOrdered(found), JSON.stringify(found));
      }
    }),
    { numRuns: 120, seed: 9704 },
  );
}

describe('Messages in any order', () => {
  let server: InProcess;
  beforeEach(async () => {
    server = await InProcess.start({ capabilities: pulling });
  });
  afterEach(() => server.stop());

  it('get one answer each without a fault, wherever their positions are', async () => {
    await play(server, sessions([]));
    assert.deepEqual(server.logged, []);
  });

  it('get one answer each even if they make no sense', async () => {
    await play(server, sessions([withNonsense, ask('textDocument/noSuchRequest', fc.constant({}))]));
  });
});
