import type { CancellationToken, CompletionItem, CompletionList, MarkupContent } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import type { HeadingLevel, LineKind } from '../engine/syntax/lineSyntax.ts';
import { leadingNumber } from '../engine/syntax/numberMarker.ts';
import type { Position, Range } from '../engine/text/position.ts';
import { type Catalogue, findType } from '../sections/catalogue.ts';
import { filterText, matches, searchWords } from '../sections/match.ts';
import { type Offer, offersAt } from '../sections/offers.ts';
import { parseSnippet, plainText } from '../sections/snippet.ts';
import { usesBlankLines } from '../sections/typeOf.ts';
import type { Localize } from '../wording/localize.ts';
import { numbersBeside } from './completionNumbers.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';

/** Characters that ask for completion when typed: `/` and what Chinese keyboards give for it. */
export const completionTriggers: readonly string[] = ['/', '／', '、'];

export interface CompletionOptions {
  readonly catalogue: Catalogue;
  readonly t: Localize;
  readonly locale: string;
  /** The character that asked, if one did. */
  readonly triggerCharacter?: string | undefined;
  /** Find names by pinyin and by initials. Default true. */
  readonly pinyin?: boolean;
}

/** What `resolveCompletion` finds the guidance by. */
interface CompletionData {
  readonly type: string;
  readonly section: string;
  /** The report, and the line where the text goes. */
  readonly uri: string;
  readonly line: number;
}

/** Values of LSP's enumerations; the module that has them is no pure one. */
const snippetKind = 15;
const snippetFormat = 2;
const asIs = 1;

const nothing: CompletionList = { isIncomplete: false, items: [] };

/** Sections that fit where the cursor is, at the start of a line: after `/`, `／` or `、`, after a number, on letters, or on demand. */
export function completion(
  document: ReportDocument,
  position: Position,
  options: CompletionOptions,
  token: CancellationToken,
): CompletionList {
  const typed = typedAt(document, position);
  if (typed === undefined || token.isCancellationRequested) {
    return nothing;
  }
  if (typed.lead === '' && options.triggerCharacter !== undefined && completionTriggers.includes(options.triggerCharacter)) {
    return nothing;
  }
  const { offers } = offersAt(document, position.line, { ...options, level: typed.level });
  const place = { uri: document.uri, ...blankLinesAround(document, position.line) };
  const items: CompletionItem[] = [];
  for (const [order, offer] of offers.entries()) {
    const words = searchWords(options.catalogue, offer.name, offer.aliases, options.pinyin ?? true);
    if (token.isCancellationRequested) {
      return nothing;
    }
    // After a mark the whole list goes out and VS Code filters as the writer types on; without one, only what is meant.
    if (typed.lead !== '' || matches(typed.query, words)) {
      items.push(itemOf(offer, order, words, typed, place, options.t));
    }
  }
  return { isIncomplete: false, items };
}

interface Typed {
  /** From the mark to the cursor. */
  readonly range: Range;
  /** The mark: `/`, `、`, or a heading's number. */
  readonly lead: string;
  readonly query: string;
  /** The level of the number that was typed. */
  readonly level?: HeadingLevel;
}

const longestQuery = 24;
/** Where text is no text of the report. */
const closedKinds: ReadonlySet<LineKind> = new Set(['frontMatter', 'comment', 'code', 'tableRow', 'picture', 'footnote']);
const lead = /^[\s\u3000]*([/／、]?)/;
const queryText = /^[\p{L}\p{N}' ]*$/u;

function typedAt(document: ReportDocument, { line, character }: Position): Typed | undefined {
  if (line >= document.lineCount) {
    return undefined;
  }
  const { text, syntax, stateIn } = document.line(line);
  const before = text.slice(0, Math.min(character, 120));
  if (character > before.length || text.slice(character).trim() !== '' || closedKinds.has(syntax.kind) || stateIn.enclosure === 'code') {
    return undefined;
  }
  const mark = lead.exec(before);
  const start = (mark?.[0].length ?? 0) - (mark?.[1]?.length ?? 0);
  const number = mark?.[1] === '' ? leadingNumber(`${before}　`, start, stateIn.scheme === 'decimal') : undefined;
  const end = number === undefined ? start + (mark?.[1]?.length ?? 0) : Math.min(number.contentStart, before.length);
  const query = before.slice(end);
  if (query.length > longestQuery || !queryText.test(query)) {
    return undefined;
  }
  const range = { start: { line, character: start }, end: { line, character } };
  return { range, lead: before.slice(start, end), query, ...(number === undefined ? {} : { level: number.level }) };
}

/** A report, and the line breaks that part a section put in there from its neighbours, where the report has blank lines. */
interface Place {
  readonly uri: string;
  readonly above: string;
  readonly below: string;
}

function blankLinesAround(document: ReportDocument, line: number): Omit<Place, 'uri'> {
  const isText = (at: number) => at >= 0 && at < document.lineCount && document.line(at).syntax.kind !== 'blank';
  const [above, below] = [isText(line - 1), isText(line + 1)];
  const isParted = (above || below) && usesBlankLines(document, line) === true;
  return { above: isParted && above ? '\n' : '', below: isParted && below ? '\n' : '' };
}

function itemOf(
  offer: Offer,
  order: number,
  words: readonly string[],
  typed: Typed,
  { uri, above, below }: Place,
  t: Localize,
): CompletionItem {
  const assembly = offer.assemble();
  const data: CompletionData = { type: offer.type?.id ?? '', section: offer.section?.id ?? '', uri, line: typed.range.start.line };
  const notes = [offer.note, offer.isThere ? t('already there') : ''].filter((word) => word !== '');
  const description = notes.join(' · ') || (offer.type?.name ?? '');
  return {
    label: offer.kind === 'section' || offer.kind === 'heading' ? labelOf(assembly.text(), offer) : offer.name,
    ...(description === '' ? {} : { labelDetails: { description } }),
    kind: snippetKind,
    sortText: String(order).padStart(4, '0'),
    filterText: filterText(typed.lead, words),
    insertTextFormat: snippetFormat,
    insertTextMode: asIs,
    textEdit: { range: typed.range, newText: offer.kind === 'section' ? above + assembly.snippet() + below : assembly.snippet() },
    data,
  };
}

/** The heading as it will stand: `三、存在的主要问题`. */
function labelOf(text: string, offer: Offer): string {
  if (offer.kind === 'heading') {
    return `${text.slice(0, text.search(/【|TBD/)).trim()} ${offer.name}`;
  }
  const first = text.slice(0, 40);
  const number = first.slice(0, Math.max(0, first.indexOf(offer.name)));
  return number.length <= 12 ? number + offer.name : offer.name;
}

export interface ResolveOptions extends Pick<CompletionOptions, 'catalogue' | 't'> {
  /** The report with this address, where the numbers of what follows shall follow. */
  readonly documentOf?: ((uri: string) => ReportDocument | undefined) | undefined;
}

/** Adds the guidance, a preview of the text, and the numbers of what follows to the item that is looked at. */
export function resolveCompletion(item: CompletionItem, { catalogue, t, documentOf }: ResolveOptions): CompletionItem {
  const edit = item.textEdit;
  if (edit === undefined) {
    return item;
  }
  const data = dataOf(item.data);
  const type = data && findType(catalogue.types, data.type);
  const section = type?.sections.find(({ id }) => id === data?.section);
  const parts: string[] = [];
  if (section !== undefined) {
    parts.push(`*${section.presence === 'required' ? t('Required in {0}', type?.name ?? '') : t('Frequent in {0}', type?.name ?? '')}*`);
  }
  const guidance = section?.guidance ?? (type !== undefined && data?.section === '' ? type.summary : '');
  if (guidance !== '') {
    parts.push(escapeMarkdown(guidance));
  }
  parts.push(fenced(plainText(parseSnippet(edit.newText).nodes).trim()));
  if (section !== undefined && section.phrases.length > 0) {
    parts.push(
      `${t('Phrases that lead on:')}\n\n${section.phrases.map((phrase) => `- ${escapeMarkdown(plainText(parseSnippet(phrase).nodes))}`).join('\n')}`,
    );
  }
  const documentation: MarkupContent = { kind: 'markdown', value: parts.join('\n\n') };
  const document = data && documentOf?.(data.uri);
  const numbers = document === undefined ? [] : numbersBeside(document, data?.line ?? 0, edit.newText);
  return { ...item, documentation, ...(numbers.length === 0 ? {} : { additionalTextEdits: [...numbers] }) };
}

function dataOf(data: unknown): CompletionData | undefined {
  const { type, section, uri, line } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  const isData = typeof type === 'string' && typeof section === 'string' && typeof uri === 'string';
  return isData && typeof line === 'number' && line >= 0 ? { type, section, uri, line } : undefined;
}

/** A code block whose fence is longer than any run of backticks in it. */
function fenced(text: string): string {
  let longest = 2;
  for (const run of text.match(/`+/g) ?? []) {
    longest = Math.max(longest, run.length);
  }
  const fence = '`'.repeat(longest + 1);
  return `${fence}report\n${text}\n${fence}`;
}
