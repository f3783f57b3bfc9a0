import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from '../data/readSheet.ts';
import type { DataSheet } from '../data/sheet.ts';
import { decodeSheet } from './decodeText.ts';

/** A sheet to be read, as it is handed to a thread. */
export interface SheetJob {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The worker's one message. */
export interface SheetMessage {
  readonly sheet: DataSheet;
}

/** The sheet this thread was started for; `undefined` on the server's own thread. */
export function sheetJobOfThisThread(): SheetJob | undefined {
  return (workerData as { reportWriterSheet?: SheetJob } | null)?.reportWriterSheet;
}

/** The worker's whole life: one sheet. */
export function runSheetWorker({ path, bytes }: SheetJob): void {
  const message: SheetMessage = { sheet: readSheet(path, bytes, decodeSheet) };
  parentPort?.postMessage(message);
}
