import { readSheet } from '../../data/readSheet.ts';
import type { DataSheet } from '../../data/sheet.ts';
import { decodeSheet } from '../decodeText.ts';

/** A data sheet to be read. */
export interface SheetJob {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Never throws: what cannot be read is a problem of the sheet. */
export function runSheetJob({ path, bytes }: SheetJob): DataSheet {
  return readSheet(path, bytes, decodeSheet);
}
