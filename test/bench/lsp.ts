// The language server over stdio at 1k, 10k and 100k lines, measured in one run: opening, an edit until its diagnostics, its outline and
// its completion are there, and the server's memory.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import {
  type CompletionList,
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { generateReport } from '../support/generate.ts';

const sizes = [1_000, 10_000, 100_000] as const;
const warmUps = 10;
const edits = 200;
const outlines = 30;

class Sample {
  readonly lines: number;
  readonly uri: string;
  readonly toDiagnostics: number[] = [];
  readonly toOutline: number[] = [];
  readonly toCompletion: number[] = [];
  opened = 0;
  findings = 0;
  symbols = 0;
  /** The server's processor time for an edit and its diagnostics, in ms: what a busy machine does not blur. */
  processor = 0;
  /** Resident memory of the server, in MB. */
  memory = 0;
  readonly #server: ChildProcess;
  readonly #client: ProtocolConnection;
  #version = 1;
  #resultId = '';
  /** A line of running text in the middle, and its end. */
  #place = { line: 0, character: 0 };

  constructor(lines: number, program: string) {
    this.lines = lines;
    this.uri = `file:///bench/${lines}.report`;
    this.#server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.#server;
    if (stdin === null || stdout === null) throw new Error('no pipes');
    this.#client = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#client.listen();
  }

  async open(): Promise<void> {
    const capabilities = { textDocument: { diagnostic: {} } };
    await this.#client.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
    await this.#client.sendNotification('initialized', {});
    const text = generateReport(this.lines);
    this.#place = middleOf(text);
    const start = performance.now();
    const textDocument = { uri: this.uri, languageId: 'report', version: this.#version, text };
    void this.#client.sendNotification('textDocument/didOpen', { textDocument });
    this.findings = await this.#pull();
    this.opened = performance.now() - start;
  }

  /** Types something in the middle, or takes it away again; the answer to each ends the time. */
  async edit(times: number[], answer: () => Promise<unknown>): Promise<void> {
    this.#version += 1;
    const start = performance.now();
    const isTyped = this.#version % 2 === 0;
    const { line, character } = this.#place;
    const range = { start: this.#place, end: { line, character: character + (isTyped ? 0 : 3) } };
    const textDocument = { uri: this.uri, version: this.#version };
    // A new gap, so that the findings change each time.
    void this.#client.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges: [{ range, text: isTyped ? '共*项' : '' }],
    });
    await answer();
    times.push(performance.now() - start);
  }

  /** Processor time that the server has used, in ms; NaN where there is no /proc. */
  get used(): number {
    return processorTime(this.#server.pid);
  }

  async round(): Promise<void> {
    await this.edit(this.toDiagnostics, () => this.#pull());
  }

  async outlineRound(): Promise<void> {
    const textDocument = { uri: this.uri };
    await this.edit(this.toOutline, async () => {
      const symbols = await this.#client.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
      this.symbols = count(symbols);
    });
    await this.#completionRound();
  }

  /** Types `/` on a line of its own in the middle and asks what may stand there; takes it away again. */
  async #completionRound(): Promise<void> {
    const begin = { line: this.#place.line + 1, character: 0 };
    const textDocument = { uri: this.uri };
    const change = (text: string, end: { line: number; character: number }) => {
      this.#version += 1;
      void this.#client.sendNotification('textDocument/didChange', {
        textDocument: { uri: this.uri, version: this.#version },
        contentChanges: [{ range: { start: begin, end }, text }],
      });
    };
    const start = performance.now();
    change('/\n', begin);
    const position = { line: begin.line, character: 1 };
    const { items } = await this.#client.sendRequest<CompletionList>('textDocument/completion', { textDocument, position });
    this.toCompletion.push(performance.now() - start);
    if (items.length < 5) throw new Error(`Only ${items.length} sections on line ${begin.line}.`);
    change('', { line: begin.line + 1, character: 0 });
  }

  async close(): Promise<void> {
    this.memory = residentMemory(this.#server.pid);
    await this.#client.sendRequest('shutdown');
    await this.#client.sendNotification('exit');
    this.#client.dispose();
  }

  async #pull(): Promise<number> {
    const report = await this.#client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: this.uri },
      previousResultId: this.#resultId,
    });
    this.#resultId = report.resultId ?? '';
    return report.kind === 'full' ? report.items.length : this.findings;
  }
}

function middleOf(text: string): { readonly line: number; readonly character: number } {
  const lines = text.split('\n');
  const line = lines.findIndex((words, index) => index >= lines.length / 2 && /^[^一二三四五六七八九十（|\d].{20,}。$/.test(words));
  return { line, character: lines[line]?.length ?? 0 };
}

function count(symbols: readonly DocumentSymbol[]): number {
  return symbols.reduce((sum, { children = [] }) => sum + 1 + count(children), 0);
}

function processorTime(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // User and system time, in ticks of 10 ms.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

function residentMemory(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;
  } catch {
    return Number.NaN;
  }
}

const at = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const ms = (values: readonly number[]): string => `p50 ${at(values, 0.5).toFixed(1)} p95 ${at(values, 0.95).toFixed(1)} ms`;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'report-writer-bench-'));
  try {
    const program = join(folder, 'server.js');
    await build({
      entryPoints: ['server/src/node.ts'],
      outfile: program,
      bundle: true,
      minify: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
    });
    const samples = sizes.map((lines) => new Sample(lines, program));
    for (const sample of samples) await sample.open();
    for (let round = -warmUps; round < edits; round += 1) {
      for (const sample of samples) await sample.round();
      if (round !== -1) continue;
      for (const sample of samples) {
        sample.toDiagnostics.length = 0;
        sample.processor = -sample.used;
      }
    }
    for (const sample of samples) sample.processor = (sample.processor + sample.used) / edits;
    for (let round = -3; round < outlines; round += 1) {
      for (const sample of samples) await sample.outlineRound();
      if (round === -1) for (const { toOutline, toCompletion } of samples) toOutline.length = toCompletion.length = 0;
    }
    for (const sample of samples) await sample.close();
    for (const { lines, opened, findings, symbols, toDiagnostics, toOutline, toCompletion, processor, memory } of samples) {
      console.log(
        `${String(lines).padStart(7)} lines: open to first diagnostics ${opened.toFixed(0)} ms (${findings} findings); edit to diagnostics ${ms(
          toDiagnostics,
        )} (processor ${processor.toFixed(1)} ms); to outline ${ms(toOutline)} (${symbols} symbols); to completion ${ms(toCompletion)}; memory ${memory.toFixed(0)} MB`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
