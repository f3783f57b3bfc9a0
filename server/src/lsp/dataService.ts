import { CancellationToken } from 'vscode-languageserver';
import { type ReportData, reportDataOf } from '../data/reportData.ts';
import type { ReportDocument } from '../engine/document.ts';
import type { DocumentChange } from '../engine/documentChange.ts';
import { readSheets, type SheetFiles } from './readSheets.ts';
import { ReportReadings } from './reportReadings.ts';
import type { Session } from './session.ts';

/** Told when a document has other data than before, with the lines that print something else. */
export type DataListener = (document: ReportDocument, change: DocumentChange) => void;

interface DataRead {
  readonly data: ReportData;
  readonly files: SheetFiles['files'];
}

const mostLines = 500;

/** The data of open reports. Owner: one a server. */
export class DataService {
  /** Read anew where the front matter is another one. */
  readonly readings: ReportReadings<DataRead>;

  constructor(session: Session, changed: DataListener) {
    this.readings = new ReportReadings({
      keyOf: frontMatterOf,
      waits: true,
      read: async (document) => {
        const read = await readSheets(session.host, document, session.folders, CancellationToken.None);
        return read && { data: reportDataOf(read.sheets), files: read.files };
      },
      filesOf: ({ files }) => files.values(),
      changed: (document, now, before) => {
        if (now !== undefined || before !== undefined) changed(document, document.setValues(now?.data.texts));
      },
      failed: (error) => session.report('readSheets', error),
    });
  }

  /** What is known by now. */
  of(uri: string): ReportData | undefined {
    return this.readings.of(uri)?.data;
  }

  /** The file (a URI) behind a path that a report names. */
  fileOf(uri: string, path: string): string | undefined {
    return this.readings.of(uri)?.files.get(path);
  }

  /** The data of a report as the files are now: waits for a reading that is under way or planned. */
  async ready(uri: string): Promise<ReportData | undefined> {
    return (await this.readings.ready(uri))?.data;
  }
}

function frontMatterOf(document: ReportDocument): string | undefined {
  if (document.line(0).syntax.kind !== 'frontMatter') return undefined;
  const lines: string[] = [];
  for (const { syntax, text } of document.lines(0, mostLines)) {
    if (syntax.kind !== 'frontMatter') break;
    lines.push(text);
  }
  return lines.join('\n');
}
