import type { ReportDocument } from '../engine/document.ts';
import { type StatusParams, statusNotification } from '../protocol/missingData.ts';
import type { Session } from './session.ts';

/** Tells the client how many data are missing: once after opening, then whenever the number changed. */
export class StatusSender {
  readonly #session: Session;
  readonly #sent = new Map<string, number>();

  constructor(session: Session) {
    this.#session = session;
  }

  opened({ uri }: ReportDocument): void {
    this.#sent.delete(uri);
  }

  changed({ uri, version, missingCount }: ReportDocument): void {
    if (this.#sent.get(uri) === missingCount) return;
    this.#sent.set(uri, missingCount);
    const params: StatusParams = { uri, version, missing: missingCount };
    void this.#session.connection.sendNotification(statusNotification, params);
  }

  closed({ uri }: ReportDocument): void {
    this.#sent.delete(uri);
  }
}
