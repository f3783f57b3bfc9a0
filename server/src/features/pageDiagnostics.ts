import type { Diagnostic } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import { isDisabled } from '../engine/syntax/lineState.ts';
import type { RuleSetting } from '../protocol/settings.ts';
import { type PageFinding, pageFindings } from '../render/layout/pageFindings.ts';
import type { ReportLayout } from '../render/layout/reportLayout.ts';
import type { Localize } from '../wording/localize.ts';

/** The code of what pages show: found where pages are laid out, in a preview and by `report-writer check`. */
export const pageRuleCode = 'page-layout';

const severities = { error: 1, warning: 2, information: 3, hint: 4 } as const;

const messages: Readonly<Record<PageFinding['kind'], (finding: PageFinding, t: Localize) => string>> = {
  'heading-last': ({ page }, t) => t('This heading is the last line of page {0}. Write a sentence under it, or take it out.', page + 1),
  'signature-alone': ({ page, numbers: [lines = 0, cut = 1] }, t) =>
    lines === 0
      ? t('The signature stands alone on page {0}. Cut {1} lines before it, or take out the page break.', page + 1, cut)
      : t('Page {0} has one line of text above the signature. Cut {1} lines before it, and all stands on page {2}.', page + 1, cut, page),
  'first-page': ({ numbers: [lines = 1] }, t) =>
    t(
      'The first page shows no body text (GB/T 9704—2012 7.3.3). Shorten title or addressees by {0} lines, or move addressees to the imprint.',
      lines,
    ),
  'title-lines': ({ words }, t) =>
    words === ''
      ? t('The title breaks badly: a line of one or two characters, or a word in two. Break it by hand.')
      : t('The title breaks badly. Break it so: {0}', words),
  'short-last-page': ({ numbers: [lines = 1, characters = 0] }, t) =>
    characters === 0
      ? t('The last page has only {0} lines. As many lines less before it save the page.', lines)
      : t('The last page has only {0} lines. Cut {1} characters of this paragraph, and the page is saved.', lines, characters),
};

export interface PageDiagnosticOptions {
  readonly setting?: RuleSetting | undefined;
  /** The first source line of an entry of the layout. */
  readonly firstLineOf: (entry: number) => number;
  readonly t: Localize;
}

/** What the pages of a report show that could be better, but for what a comment silences. Information, unless the setting says more. */
export function pageDiagnostics(
  document: ReportDocument,
  layout: ReportLayout,
  { setting, firstLineOf, t }: PageDiagnosticOptions,
): readonly Diagnostic[] {
  if (setting === 'off') return [];
  const found: Diagnostic[] = [];
  for (const finding of pageFindings(layout)) {
    const line = Math.min(firstLineOf(finding.entry) + finding.sourceLine, document.lineCount - 1);
    const { text, stateIn } = document.line(line);
    if (isDisabled(stateIn, pageRuleCode)) continue;
    const range = { start: { line, character: 0 }, end: { line, character: text.length } };
    const severity = severities[setting ?? 'information'];
    found.push({ range, severity, source: 'report-writer', code: pageRuleCode, message: messages[finding.kind](finding, t) });
  }
  return found;
}
