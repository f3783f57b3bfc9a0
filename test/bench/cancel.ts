// How soon a cancelled export is over, and whether the server answers meanwhile: over stdio, 10,000 paragraphs. `npm run bench -- cancel`.
import { spawn } from 'node:child_process';
import {
  CancellationTokenSource,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { exportRequest } from '../../server/src/protocol/export.ts';

const uri = 'file:///bench/cancel.report';
const sentence = '坚持以群众需求为导向，逐项梳理薄弱环节，明确责任单位和完成时限，确保各项任务按期落实到位。';
const text = `关于年度工作情况的报告\n\n${`${sentence.repeat(3).slice(0, 120)}\n`.repeat(10_000)}`;
const params = { textDocument: { uri }, final: true };

const server = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
const client = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
client.listen();
await client.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });
await client.sendNotification('initialized', {});
await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'report', version: 1, text } });
await folding(client);

const start = performance.now();
await client.sendRequest(exportRequest, params);
const whole = performance.now() - start;

const late: number[] = [];
const answers: number[] = [];
// At every stage of the work: reading, laying out, packing.
for (let share = 0.05; share < 1; share += 0.05) {
  const source = new CancellationTokenSource();
  const running = client.sendRequest(exportRequest, params, source.token).then(
    () => undefined,
    () => performance.now(),
  );
  await new Promise((resolve) => setTimeout(resolve, whole * share * 0.5));
  const asked = performance.now();
  await folding(client);
  answers.push(performance.now() - asked);
  await new Promise((resolve) => setTimeout(resolve, whole * share * 0.5));
  const cancelled = performance.now();
  source.cancel();
  const over = await running;
  if (over !== undefined) late.push(over - cancelled);
}
console.log(`export of 10,000 paragraphs over stdio, cold: ${whole.toFixed(0)} ms`);
console.log(`cancelled at ${late.length} moments of it: over after ${of(late, 0.5)} ms (p50), ${of(late, 1)} ms (longest)`);
console.log(`another request while it runs: answered after ${of(answers, 0.5)} ms (p50), ${of(answers, 1)} ms (longest)`);
client.dispose();
server.kill();

/** A small request that every server answers at once if its thread is free. */
async function folding(connection: ProtocolConnection): Promise<void> {
  await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 3, character: 1 } });
}

function of(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1);
}
