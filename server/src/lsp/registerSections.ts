import { type CancellationToken, type CompletionItem, type CompletionList, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { addMissingSections, missingSectionChoices } from '../features/addMissingSections.ts';
import { completion, resolveCompletion } from '../features/completion.ts';
import { fieldCompletion, fieldTriggers } from '../features/fieldCompletion.ts';
import { frontMatterCompletion } from '../features/frontMatterCompletion.ts';
import { insertionOf, sectionsFor, withNumbers } from '../features/insertSection.ts';
import { newReportSnippet, reportDetails, reportTypeChoices, suggestedName, UnknownTypeError } from '../features/newReport.ts';
import type { TextDocumentParams } from '../protocol/requests.ts';
import {
  type AddMissingSectionsParams,
  type AddMissingSectionsResult,
  addMissingSectionsRequest,
  type InsertSectionParams,
  type InsertSectionResult,
  insertSectionRequest,
  type MissingSectionsResult,
  missingSectionsRequest,
  type NewReportParams,
  type NewReportResult,
  newReportRequest,
  type ReportDetailsParams,
  type ReportDetailsResult,
  type ReportTypesResult,
  reportDetailsRequest,
  reportTypesRequest,
  type SectionsParams,
  type SectionsResult,
  sectionsRequest,
} from '../protocol/sections.ts';
import type { Catalogue } from '../sections/catalogue.ts';
import type { CatalogueService } from './catalogueService.ts';
import type { DataService } from './dataService.ts';
import { onDocument, onPosition, type Session } from './session.ts';

/** Completion of sections and of named data, Insert Section, New Report. */
export function registerSections(session: Session, data: DataService, catalogues: CatalogueService): void {
  const { connection, handle } = session;
  const options = () => ({ catalogue: session.catalogue(), t: session.t, locale: session.locale ?? 'en' });
  const documentOf = (uri: string) => (session.settings.known(uri).sections.renumberAfterInsert ? session.documents.get(uri) : undefined);
  const none: CompletionList = { isIncomplete: false, items: [] };

  connection.onCompletion(
    onPosition(session, 'completion', none, async (document, position, { context }, token) => {
      const keys = frontMatterCompletion(document, position, { locale: session.locale ?? 'en', types: () => typeNames(session) });
      if (keys !== undefined) return keys;
      const { pinyin } = (await session.settings.of(document.uri)).completion;
      const known = data.of(document.uri);
      const names = known && fieldCompletion(document, position, { ...options(), data: known, pinyin });
      if (names !== undefined) return names;
      if (context?.triggerCharacter !== undefined && fieldTriggers.includes(context.triggerCharacter)) return none;
      return completion(document, position, { ...options(), pinyin, triggerCharacter: context?.triggerCharacter }, token);
    }),
  );
  connection.onCompletionResolve((item, token) =>
    handle<CompletionItem, CompletionItem>('completionResolve', item, (wanted) =>
      // Named data come with all that is said about them.
      wanted.documentation === undefined ? resolveCompletion(wanted, { ...options(), documentOf }) : wanted,
    )(item, token),
  );
  connection.onRequest<SectionsResult, never>(
    sectionsRequest,
    onPosition<SectionsParams, SectionsResult>(session, sectionsRequest, [], async (document, position) => {
      await catalogues.ready();
      const { pinyin } = (await session.settings.of(document.uri)).completion;
      return sectionsFor(document, position, { ...options(), pinyin });
    }),
  );
  connection.onRequest<InsertSectionResult, never>(
    insertSectionRequest,
    onPosition<InsertSectionParams, InsertSectionResult>(
      session,
      insertSectionRequest,
      null,
      (document, position, { section, renumber }) => {
        const insertion = insertionOf(document, position, section, options());
        return insertion === undefined ? null : renumber === true ? withNumbers(document, insertion) : insertion;
      },
    ),
  );
  registerSkeletons(session, catalogues);
  const types = handle<unknown, ReportTypesResult>(reportTypesRequest, [], async () =>
    reportTypeChoices(await catalogues.ready(), options().locale),
  );

  connection.onRequest(reportTypesRequest, (params: unknown, token?: CancellationToken) => types(params, token));
  connection.onRequest(
    newReportRequest,
    handle<NewReportParams, NewReportResult | null>(newReportRequest, null, async ({ type, details }) =>
      newReport(type, details, await catalogues.ready(), session),
    ),
  );
}

/** What is asked about a new report, and the sections that one has not. */
function registerSkeletons(session: Session, catalogues: CatalogueService): void {
  const { connection, handle, documents } = session;
  connection.onRequest<ReportDetailsResult, never>(
    reportDetailsRequest,
    handle<ReportDetailsParams, ReportDetailsResult>(reportDetailsRequest, [], async ({ type, like, today }) => {
      const catalogue = await catalogues.ready();
      return reportDetails(type, { catalogue, t: session.t, like: like && documents.get(like.uri), today });
    }),
  );
  connection.onRequest<MissingSectionsResult, never>(
    missingSectionsRequest,
    onDocument<TextDocumentParams, MissingSectionsResult>(session, missingSectionsRequest, { choices: [] }, async (document) => {
      const catalogue = await catalogues.ready();
      return missingSectionChoices(document, { catalogue }) ?? { choices: [] };
    }),
  );
  connection.onRequest<AddMissingSectionsResult, never>(
    addMissingSectionsRequest,
    onDocument<AddMissingSectionsParams, AddMissingSectionsResult>(
      session,
      addMissingSectionsRequest,
      { version: -1, edits: [] },
      (document, { sections, renumber }) => {
        const { edits } = addMissingSections(document, sections, { catalogue: session.catalogue(), renumbers: renumber });
        return { version: document.version, edits };
      },
    ),
  );
}

const typeNames = ({ catalogue, locale = 'en' }: Session): readonly string[] => [
  ...new Set(reportTypeChoices(catalogue(), locale).map(({ label }) => label)),
];

/** Clients may send anything. */
const textsOf = (details: object): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(details).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

function newReport(type: string, details: NewReportParams['details'], catalogue: Catalogue, { t }: Session): NewReportResult {
  try {
    return {
      snippet: newReportSnippet(type, { catalogue, details: details && textsOf(details) }),
      suggestedName: suggestedName(type, { catalogue }),
    };
  } catch (error) {
    if (!(error instanceof UnknownTypeError)) throw error;
    throw new ResponseError(LSPErrorCodes.RequestFailed, t('There is no type of report “{0}”.', type));
  }
}
