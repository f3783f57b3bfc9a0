// The preview in a real Chromium, with a report of 200 pages: `npm run bench -- preview`. From the text to the first page on the screen, from an edit
// until its paragraph is on the screen, what one edit does to the layout of the page, and whether 5,000 edits leave anything behind.
import type { CDPSession } from 'playwright-core';
import { ReportDocument } from '../../server/src/engine/document.ts';
import { PreviewSession } from '../../server/src/features/preview.ts';
import { noPictures } from '../../server/src/render/layout/pictures.ts';
import { common } from '../../server/src/render/layout/presets.ts';
import { english } from '../../server/src/wording/localize.ts';
import { buildWebview, launchChromium, openWebview, type WebviewHost } from '../preview/host.ts';
import { setup } from '../preview/previewPage.ts';
import { generateReport } from '../support/generate.ts';

const wantedPages = 200;
const openings = 42;
const measuredEdits = 300;
const manyEdits = 5000;
const rounds = 10;

const uri = setup.uri;
const sessionOf = (document: ReportDocument): PreviewSession =>
  new PreviewSession(document, { layout: common, t: english, pictures: noPictures });
/** The session when all pages are laid out, as it is a moment after opening. */
function complete(session: PreviewSession): PreviewSession {
  while (!session.isComplete) session.step(100);
  return session;
}
const documentOf = (text: string): ReportDocument => ReportDocument.create(uri, 'report', 1, text);

/** The least number of lines whose report fills so many pages. */
function textOf(pages: number): string {
  let lines = pages * 8;
  for (;;) {
    const text = generateReport(lines);
    const { pageCount } = complete(sessionOf(documentOf(text)));
    if (pageCount >= pages) return text;
    lines = Math.ceil((lines * pages) / Math.max(1, pageCount)) + 1;
  }
}

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;
const figures = (values: readonly number[]): string =>
  `median ${quantile(values, 0.5).toFixed(1)} ms, p95 ${quantile(values, 0.95).toFixed(1)} ms, most ${quantile(values, 1).toFixed(1)} ms`;

/** Posts messages inside the page and gives the milliseconds until the frame that shows them was painted. */
async function untilPainted(host: WebviewHost, message: unknown): Promise<number> {
  return host.page.evaluate((data) => {
    const { performance, requestAnimationFrame, postMessage, MessageChannel } = globalThis as unknown as {
      performance: { now(): number };
      requestAnimationFrame(run: () => void): void;
      postMessage(message: unknown, origin: string): void;
      MessageChannel: new () => { port1: { onmessage: unknown }; port2: { postMessage(message: unknown): void } };
    };
    const start = performance.now();
    return new Promise<number>((done) => {
      postMessage(data, '*');
      // After the frame that follows the message has been laid out and painted.
      setTimeout(() =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now() - start);
          port2.postMessage(null);
        }),
      );
    });
  }, message);
}

async function metrics(session: CDPSession): Promise<Readonly<Record<string, number>>> {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

/** Typing into a report of so many lines while its preview is laid out in turns, as the server does it: how long a key waits at most. */
function typeWhileOpening(lines: number): void {
  const document = documentOf(generateReport(lines));
  const start = performance.now();
  const session = sessionOf(document);
  session.opened();
  const opened = performance.now() - start;
  const turns: number[] = [];
  const edits: number[] = [];
  let version = 1;
  while (!session.isComplete) {
    const begin = performance.now();
    session.step(Number.POSITIVE_INFINITY, () => performance.now() - begin >= 8);
    turns.push(performance.now() - begin);
    if (turns.length % 5 !== 0) continue;
    const key = performance.now();
    version++;
    const change = { range: { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } }, text: '字' };
    session.update(document, document.update([change], version));
    edits.push(performance.now() - key);
  }
  console.log(
    `${lines} lines, typed into at once: first pages ${opened.toFixed(0)} ms, ${session.pageCount} pages after ${turns.length} turns`,
  );
  console.log(`  a turn: ${figures(turns)}`);
  console.log(`  a key meanwhile: ${figures(edits)}`);
}

typeWhileOpening(10_000);
typeWhileOpening(100_000);
const text = textOf(wantedPages);
const browser = await launchChromium();
try {
  const files = await buildWebview();
  const size = documentOf(text);
  console.log(`${complete(sessionOf(size)).pageCount} pages, ${size.lineCount} lines`);

  // Opening: the document is known (the editor has it); its layout, the message and the paint count.
  const laidOut: number[] = [];
  const painted: number[] = [];
  for (let run = 0; run < openings; run++) {
    const host = await openWebview(browser, files);
    await host.take('ready');
    await host.post({ type: 'setup', setup });
    const document = documentOf(text);
    const start = performance.now();
    const opened = sessionOf(document).opened();
    const layout = performance.now() - start;
    const paint = await untilPainted(host, { type: 'open', opened });
    if (run > 1) {
      laidOut.push(layout);
      painted.push(layout + paint);
    }
    await host.close();
  }
  const whole: number[] = [];
  for (let run = 0; run < openings; run++) {
    const document = documentOf(text);
    const start = performance.now();
    complete(sessionOf(document));
    whole.push(performance.now() - start);
  }
  console.log(`open → layout of the first pages: ${figures(laidOut)}; of all, in turns of 8 ms: ${figures(whole)}`);
  console.log(`open → first page on the screen: ${figures(painted)}`);

  const host = await openWebview(browser, files);
  await host.take('ready');
  const document = documentOf(text);
  const session = complete(sessionOf(document));
  host.answerBy((message) => {
    if (message.type === 'needPages') void host.post({ type: 'pages', pages: session.pages(message.from, message.to) });
  });
  await host.post({ type: 'setup', setup });
  await host.post({ type: 'open', opened: session.opened() });
  const devTools = await host.page.context().newCDPSession(host.page);
  await devTools.send('Performance.enable');

  // Typing at the end of a paragraph in the middle of the report, which is in view.
  const line = lineInMiddle(document);
  const spot = session.locate({ line, character: 0 });
  if (!spot) throw new Error('nothing is printed in the middle');
  await host.post({ type: 'cursor', uri, spot, scroll: true });
  await host.page.locator(`[data-page="${spot.page}"] .p`).first().waitFor();
  let version = 1;
  const edit = (): unknown => {
    const { length } = document.line(line).text;
    // A word grows and goes again, so the paragraph gets longer and shorter by lines, and pages move.
    const grows = version % 120 < 60;
    const change = grows
      ? { range: { start: { line, character: length }, end: { line, character: length } }, text: '增' }
      : { range: { start: { line, character: length - 1 }, end: { line, character: length } }, text: '' };
    version++;
    const patch = session.update(document, document.update([change], version));
    return patch && { type: 'patch', patch };
  };
  const onServer: number[] = [];
  const onScreen: number[] = [];
  for (let run = 0; run < measuredEdits; run++) {
    const start = performance.now();
    const message = edit();
    const layout = performance.now() - start;
    if (!message) continue;
    const paint = await untilPainted(host, message);
    onServer.push(layout);
    onScreen.push(layout + paint);
  }
  console.log(`keystroke → patch: ${figures(onServer)}`);
  console.log(`keystroke → changed paragraph on the screen: ${figures(onScreen)}`);
  const empty: number[] = [];
  for (let run = 0; run < 50; run++) empty.push(await untilPainted(host, { type: 'nothing' }));
  console.log(`  of it a frame without any change: ${figures(empty)}`);

  const before = await metrics(devTools);
  for (let run = 0; run < 100; run++) {
    const message = edit();
    if (message) await untilPainted(host, message);
  }
  const after = await metrics(devTools);
  const each = (name: string) => ((after[name] ?? 0) - (before[name] ?? 0)) / 100;
  console.log(
    `one edit: ${each('LayoutCount').toFixed(1)} layouts of ${(each('LayoutDuration') * 1000).toFixed(1)} ms, styles ${(each('RecalcStyleDuration') * 1000).toFixed(1)} ms, script ${(each('ScriptDuration') * 1000).toFixed(1)} ms`,
  );

  // Memory: after each round of edits, with all that can go gone.
  const heaps: number[] = [];
  const nodes: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    if (round > 0) {
      for (let run = 0; run < manyEdits / rounds; run++) {
        const message = edit();
        if (message) await host.post(message as never);
      }
    }
    await devTools.send('HeapProfiler.collectGarbage');
    const now = await metrics(devTools);
    heaps.push((now.JSHeapUsedSize ?? 0) / 2 ** 20);
    nodes.push(now.Nodes ?? 0);
  }
  const ratio = (values: readonly number[]) => ((values.at(-1) ?? 0) / (values[1] ?? 1)).toFixed(3);
  console.log(`${manyEdits} edits: JS heap ${heaps.map((heap) => heap.toFixed(2)).join(' ')} MB, last ÷ first round ${ratio(heaps)}`);
  console.log(`${manyEdits} edits: DOM nodes ${nodes.join(' ')}, last ÷ first round ${ratio(nodes)}`);
  if (host.alarms.length > 0) throw new Error(host.alarms.join('\n'));
} finally {
  await browser.close();
}

function lineInMiddle(document: ReportDocument): number {
  const middle = document.lineCount >> 1;
  for (let line = middle; line < document.lineCount; line++) if (document.line(line).text.length > 80) return line;
  return middle;
}
