import { type CancellationToken, type CompletionItem, type CompletionList, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { completion, resolveCompletion } from '../features/completion.ts';
import { fieldCompletion, fieldTriggers } from '../features/fieldCompletion.ts';
import { frontMatterCompletion } from '../features/frontMatterCompletion.ts';
import { insertionOf, sectionsFor } from '../features/insertSection.ts';
import { newReportSnippet, reportTypeChoices, suggestedName, UnknownTypeError } from '../features/newReport.ts';
import {
  type InsertSectionParams,
  type InsertSectionResult,
  insertSectionRequest,
  type NewReportParams,
  type NewReportResult,
  newReportRequest,
  type ReportTypesResult,
  reportTypesRequest,
  type SectionsParams,
  type SectionsResult,
  sectionsRequest,
} from '../protocol/requests.ts';
import type { Catalogue } from '../sections/catalogue.ts';
import type { CatalogueService } from './catalogueService.ts';
import type { DataService } from './dataService.ts';
import { onPosition, type Session } from './session.ts';

/** Completion of sections and of named data, Insert Section, New Report. */
export function registerSections(session: Session, data: DataService, catalogues: CatalogueService): void {
  const { connection, handle } = session;
  const options = () => ({ catalogue: session.catalogue(), t: session.t, locale: session.locale ?? 'en' });
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
      wanted.documentation === undefined ? resolveCompletion(wanted, options()) : wanted,
    )(item, token),
  );
  connection.onRequest<SectionsResult, never>(
    sectionsRequest,
    onPosition<SectionsParams, SectionsResult>(session, sectionsRequest, [], async (document, position) => {
      await catalogues.ready();
      return sectionsFor(document, position, options());
    }),
  );
  connection.onRequest<InsertSectionResult, never>(
    insertSectionRequest,
    onPosition<InsertSectionParams, InsertSectionResult>(
      session,
      insertSectionRequest,
      null,
      (document, position, { section }) => insertionOf(document, position, section, options()) ?? null,
    ),
  );
  const types = handle<unknown, ReportTypesResult>(reportTypesRequest, [], async () =>
    reportTypeChoices(await catalogues.ready(), options().locale),
  );

  connection.onRequest(reportTypesRequest, (params: unknown, token?: CancellationToken) => types(params, token));
  connection.onRequest(
    newReportRequest,
    handle<NewReportParams, NewReportResult | null>(newReportRequest, null, async ({ type }) =>
      newReport(type, await catalogues.ready(), session),
    ),
  );
}

const typeNames = ({ catalogue, locale = 'en' }: Session): readonly string[] => [
  ...new Set(reportTypeChoices(catalogue(), locale).map(({ label }) => label)),
];

function newReport(type: string, catalogue: Catalogue, { t }: Session): NewReportResult {
  try {
    return { snippet: newReportSnippet(type, { catalogue }), suggestedName: suggestedName(type, { catalogue }) };
  } catch (error) {
    if (!(error instanceof UnknownTypeError)) throw error;
    throw new ResponseError(LSPErrorCodes.RequestFailed, t('There is no type of report “{0}”.', type));
  }
}
