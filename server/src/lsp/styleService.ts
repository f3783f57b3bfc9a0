import type { ReportDocument } from '../engine/document.ts';
import { readStyle, type StyleRead, stylePathOf } from './readStyle.ts';
import { ReportReadings } from './reportReadings.ts';
import type { Session } from './session.ts';

/** The style files of open reports. Owner: one a server. */
export class StyleService {
  /** Read anew where the report names another file. */
  readonly readings: ReportReadings<StyleRead>;
  /** Grows whenever a style was read anew: answers that depend on styles are old then. */
  generation = 0;

  constructor(session: Session, changed: (document: ReportDocument) => void) {
    this.readings = new ReportReadings({
      keyOf: stylePathOf,
      waits: false,
      read: (document) => readStyle(session.host, document, session.folders),
      filesOf: ({ file }) => (file === undefined ? [] : [file]),
      changed: (document, now, before) => {
        if (JSON.stringify(now) === JSON.stringify(before)) return;
        this.generation += 1;
        changed(document);
      },
      failed: (error) => session.report('readStyle', error),
    });
  }

  /** What is known by now. */
  of(uri: string): StyleRead | undefined {
    return this.readings.of(uri);
  }

  /** The style as the file is now: waits for a reading that is under way or planned. */
  ready(uri: string): Promise<StyleRead | undefined> {
    return this.readings.ready(uri);
  }
}
