import { URI, Utils } from 'vscode-uri';
import { sectionFile, sectionProposal } from '../features/saveSection.ts';
import {
  cataloguesChangedNotification,
  type SectionFileParams,
  type SectionFileResult,
  type SectionProposalParams,
  type SectionProposalResult,
  sectionFileRequest,
  sectionProposalRequest,
  workspaceCatalogues,
} from '../protocol/sections.ts';
import type { CatalogueService } from './catalogueService.ts';
import { rootOf } from './paths.ts';
import { nearest, onDocument, type Session } from './session.ts';

/** Save Selection as Section. */
export function registerSaveSection(session: Session, catalogues: CatalogueService): void {
  const { connection } = session;
  const options = async () => ({ catalogue: await catalogues.ready(), t: session.t, locale: session.locale ?? 'en' });

  connection.onRequest<SectionProposalResult, never>(
    sectionProposalRequest,
    onDocument<SectionProposalParams, SectionProposalResult>(session, sectionProposalRequest, null, async (document, { range }) => {
      const selection = { start: nearest(document, range.start), end: nearest(document, range.end) };
      const proposal = sectionProposal(document, selection, await options());
      if (proposal === undefined) return null;
      const root = rootOf(document.uri, session.folders);
      const own = session.folders.find((folder) => folder === root) ?? session.folders[0];
      const user = (await catalogues.userFolders())[0];
      return {
        ...proposal,
        folders: [
          ...(own === undefined
            ? []
            : [{ uri: Utils.joinPath(URI.parse(own), workspaceCatalogues).toString(), kind: 'workspace' as const }]),
          ...(user === undefined ? [] : [{ uri: user, kind: 'user' as const }]),
        ],
      };
    }),
  );
  connection.onRequest<SectionFileResult | null, never>(
    sectionFileRequest,
    onDocument<SectionFileParams, SectionFileResult | null>(session, sectionFileRequest, null, async (document, { range, name, type }) => {
      const selection = { start: nearest(document, range.start), end: nearest(document, range.end) };
      return sectionFile(document, selection, { name, type }, await options()) ?? null;
    }),
  );
  connection.onNotification(cataloguesChangedNotification, () => catalogues.read());
}
