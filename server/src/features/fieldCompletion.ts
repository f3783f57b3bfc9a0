import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import type { ReportData } from '../data/reportData.ts';
import type { ReportDocument } from '../engine/document.ts';
import type { LineKind } from '../engine/syntax/lineSyntax.ts';
import type { Position } from '../engine/text/position.ts';
import type { Catalogue } from '../sections/catalogue.ts';
import { searchWords } from '../sections/match.ts';
import type { Localize } from '../wording/localize.ts';
import { describeDatum, valueText } from './describeDatum.ts';

/** Characters that ask for the names of data when typed. */
export const fieldTriggers: readonly string[] = ['{', '｛'];

export interface FieldCompletionOptions {
  readonly data: ReportData;
  /** Its table of pinyin finds names as well. */
  readonly catalogue: Catalogue;
  readonly pinyin: boolean;
  readonly t: Localize;
}

/** More than a list can be read through; the rest comes when more letters are typed. */
const mostItems = 500;
const wordless: ReadonlySet<LineKind> = new Set(['frontMatter', 'comment', 'code']);
const before = /(\{\{|｛｛)[ \u3000]*([^{}｛｝|｜\n]{0,60})$/;
/** The rest of the name and its braces; letters behind the cursor belong to the name only where braces or a formatting follow. */
const behind = /^[^{}｛｝|｜\\\n，。；、：,;:]{0,60}(?:\}\}?|｝｝?|(?=(\||｜|\\\|)))/;
/** Values of LSP's enumerations; the module that has them is no pure one. */
const variableKind = 6;
const asIs = 1;

/** The names of data after `{{`; `undefined` where the cursor is in no field. */
export function fieldCompletion(
  document: ReportDocument,
  { line, character }: Position,
  options: FieldCompletionOptions,
): CompletionList | undefined {
  const { text, syntax } = document.line(line);
  if (wordless.has(syntax.kind)) return undefined;
  const typed = before.exec(text.slice(Math.max(0, character - 70), character));
  if (typed === null) return undefined;
  const [, open = '', word = ''] = typed;
  const start = character - word.length;
  const rest = text.slice(character, character + 70);
  const found = behind.exec(rest);
  // In a row of a table a bare bar ends the cell.
  const closing = syntax.kind === 'tableRow' && found?.[1] === '|' ? undefined : found;
  const tail = closing?.[0] ?? '';
  const goesOn = closing?.[1] !== undefined;
  const close = goesOn ? '' : open === '{{' ? '}}' : '｝｝';
  const range = { start: { line, character: start }, end: { line, character: character + tail.length } };
  const { data, catalogue, pinyin, t } = options;
  const query = word.trim().toLowerCase();
  const items: CompletionItem[] = [];
  let left = false;
  for (const datum of data.values.values.values()) {
    const words = searchWords(catalogue, datum.key, datum.row.aliases ?? [], pinyin);
    if (query !== '' && !words.some((one) => one.toLowerCase().includes(query))) continue;
    if (items.length >= mostItems) {
      left = true;
      break;
    }
    const detail = valueText(datum) || t('no value yet');
    items.push({
      label: datum.key,
      labelDetails: { description: detail },
      kind: variableKind,
      detail,
      documentation: { kind: 'markdown', value: describeDatum(datum, t) },
      filterText: words.join(' '),
      sortText: String(items.length).padStart(4, '0'),
      insertTextMode: asIs,
      textEdit: { range, newText: `${datum.key}${close}` },
    });
  }
  return { isIncomplete: left, items };
}
