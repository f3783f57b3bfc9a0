import { editStructure } from '../features/editStructure.ts';
import { structureView } from '../features/structureView.ts';
import {
  type EditStructureParams,
  type EditStructureResult,
  editStructureRequest,
  type StructureParams,
  type StructureResult,
  structureActions,
  structureRequest,
} from '../protocol/structure.ts';
import type { CatalogueService } from './catalogueService.ts';
import { nearest, onDocument, type Session } from './session.ts';

const nothing: StructureResult = { resultId: '', entries: [] };
const notThere: EditStructureResult = { version: -1, edits: [], changed: 0, doubts: [], samples: [], left: [] };

/** The view Report Structure, Renumber, and the commands that move sections. */
export function registerStructure(session: Session, catalogues: CatalogueService): void {
  const { connection } = session;
  connection.onRequest<StructureResult, never>(
    structureRequest,
    onDocument<StructureParams, StructureResult>(session, structureRequest, nothing, async (document, { known }) => {
      await catalogues.ready();
      return structureView(document, { catalogue: session.catalogue(), known, catalogueVersion: versionOf(session.catalogue()) });
    }),
  );
  connection.onRequest<EditStructureResult, never>(
    editStructureRequest,
    onDocument<EditStructureParams, EditStructureResult>(session, editStructureRequest, notThere, (document, params) => {
      const { action, first, last, target, doubtful } = params;
      if (!structureActions.includes(action)) return notThere;
      return editStructure(document, {
        action,
        first: nearest(document, first),
        last: nearest(document, last),
        target: target === undefined ? undefined : nearest(document, { line: target, character: 0 }).line,
        doubtful: doubtful === 'keep' ? 'keep' : 'renumber',
        t: session.t,
      });
    }),
  );
}

/** Catalogues never change: another one is a later version. */
const versions = new WeakMap<object, number>();
let latest = 0;

function versionOf(catalogue: object): number {
  const known = versions.get(catalogue);
  if (known !== undefined) return known;
  latest += 1;
  versions.set(catalogue, latest);
  return latest;
}
