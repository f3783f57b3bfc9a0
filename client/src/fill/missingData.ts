import { type TextDocument, WorkspaceEdit, workspace } from 'vscode';
import {
  type CheckValueParams,
  type CheckValueResult,
  checkValueRequest,
  type FillMissingParams,
  type FillMissingResult,
  fillMissingRequest,
  type MissingDataParams,
  type MissingDataResult,
  type MissingEntry,
  missingDataRequest,
} from '../../../server/src/protocol/missingData.ts';
import type { ReportClient } from '../languageClient.ts';
import type { Place } from './walk.ts';

/** What the server knows of the missing data of one report. */
export class MissingData {
  readonly #client: ReportClient['client'];
  readonly document: TextDocument;

  constructor({ client }: ReportClient, document: TextDocument) {
    this.#client = client;
    this.document = document;
  }

  list(options: Omit<MissingDataParams, 'textDocument'> = {}): Promise<MissingDataResult> {
    const params: MissingDataParams = { ...this.#of(), ...options };
    return this.#client.sendRequest<MissingDataResult>(missingDataRequest, params);
  }

  /** All that the status bar counts, or with the hints. */
  async entries({ hints }: { readonly hints: boolean }): Promise<readonly MissingEntry[]> {
    const { entries = [] } = await this.list();
    return hints ? entries : entries.filter(({ certainty }) => certainty !== 'maybe');
  }

  async check(position: Place, value: string): Promise<string | undefined> {
    const params: CheckValueParams = { ...this.#of(), position, value };
    return (await this.#client.sendRequest<CheckValueResult>(checkValueRequest, params)).warning;
  }

  /** Fills as one step of undo. Gives what was put where; nothing where no datum begins at the position any more. */
  async fill(position: Place, value: string, scope: FillMissingParams['scope']): Promise<FillMissingResult['edits']> {
    const params: FillMissingParams = { ...this.#of(), position, value, scope };
    const { version, edits } = await this.#client.sendRequest<FillMissingResult>(fillMissingRequest, params);
    if (edits.length === 0 || version !== this.document.version) return [];
    const change = new WorkspaceEdit();
    for (const { range, newText } of edits) {
      change.replace(this.document.uri, this.#client.protocol2CodeConverter.asRange(range), newText);
    }
    return (await workspace.applyEdit(change)) ? edits : [];
  }

  #of(): Pick<MissingDataParams, 'textDocument'> {
    return { textDocument: this.#client.code2ProtocolConverter.asTextDocumentIdentifier(this.document) };
  }
}
