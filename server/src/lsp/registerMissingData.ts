import { parseField } from '../data/fields.ts';
import type { ReportData } from '../data/reportData.ts';
import { checkValue } from '../features/checkValue.ts';
import { fillMissing } from '../features/fillMissing.ts';
import { missingList } from '../features/missingList.ts';
import {
  type CheckValueParams,
  type CheckValueResult,
  checkValueRequest,
  type FillMissingParams,
  type FillMissingResult,
  fillMissingRequest,
  type MissingDataParams,
  type MissingDataResult,
  missingDataRequest,
} from '../protocol/missingData.ts';
import type { DataService } from './dataService.ts';
import { nearest, onDocument, onPosition, type Session } from './session.ts';

const nothing: MissingDataResult = { resultId: '', total: 0, entries: [] };
const notThere: FillMissingResult = { version: -1, edits: [] };

/** The list of missing data, the check of a typed value, and the edits that fill it in. */
export function registerMissingData(session: Session, data: DataService): void {
  const { connection } = session;
  connection.onRequest<MissingDataResult, never>(
    missingDataRequest,
    onDocument<MissingDataParams, MissingDataResult>(session, missingDataRequest, nothing, (document, { known, limit }) =>
      missingList(document, { known, limit, ownerOf: ownersIn(data.of(document.uri)), t: session.t }),
    ),
  );
  connection.onRequest<CheckValueResult, never>(
    checkValueRequest,
    onPosition<CheckValueParams, CheckValueResult>(session, checkValueRequest, {}, (document, position, { value }) => {
      const warning = checkValue(document, position, value, session.t);
      return warning === undefined ? {} : { warning };
    }),
  );
  connection.onRequest<FillMissingResult, never>(
    fillMissingRequest,
    onDocument<FillMissingParams, FillMissingResult>(session, fillMissingRequest, notThere, (document, { position, value, scope }) => ({
      version: document.version,
      edits: fillMissing(document, nearest(document, position), { value, scope: scope === 'all' ? 'all' : 'here' }),
    })),
  );
}

function ownersIn(data: ReportData | undefined): ((expression: string) => string | undefined) | undefined {
  return data && ((expression) => data.values.get(parseField(expression).key)?.row.owner);
}
