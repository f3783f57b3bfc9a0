import { l10n } from 'vscode';
import type { PreviewTexts } from '../../../server/src/protocol/preview.ts';

/** The texts of the webview in the writer's language; `{0}` and `{1}` are left for it to fill in. */
export const previewTexts = (): PreviewTexts => ({
  pageOf: l10n.t('Page {0} of {1}', '{0}', '{1}'),
  zoomIn: l10n.t('Zoom In'),
  zoomOut: l10n.t('Zoom Out'),
  fitWidth: l10n.t('Fit Width'),
  fitPage: l10n.t('Fit Page'),
  twoPages: l10n.t('Two Pages'),
  actualSize: l10n.t('Actual Size'),
  nextMissing: l10n.t('Next Missing Datum'),
  missingOnPage: l10n.t('{0} missing on page {1}', '{0}', '{1}'),
  goThere: l10n.t('Go There (Enter)'),
  fillIn: l10n.t('Fill In… (F2)'),
  pages: l10n.t('Pages of the report'),
  tools: l10n.t('Tools of the preview'),
  loading: l10n.t('Loading…'),
  unavailable: l10n.t('The report cannot be laid out now. These pages may be old; they are renewed when it is opened again.'),
  pictureMissing: l10n.t('Picture not found: {0}', '{0}'),
  find: l10n.t('Find'),
  findNext: l10n.t('Next Match (Enter)'),
  findPrevious: l10n.t('Previous Match (Shift+Enter)'),
  findOf: l10n.t('{0} of {1}', '{0}', '{1}'),
  findNothing: l10n.t('No results'),
  close: l10n.t('Close'),
  fontSeparator: l10n.t(', '),
  fontStandIn: l10n.t('{0}: {1} stands in', '{0}', '{1}'),
  fontsMissing: l10n.t('Fonts not on this machine: {0}', '{0}'),
  fontsBreaks: l10n.t('Lines break as with the fonts that are named.'),
  hideForGood: l10n.t("Don't Show Again"),
});
