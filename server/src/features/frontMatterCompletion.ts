import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import { presetNames } from '../engine/model/houseStyle.ts';
import { houseStyleKeys, type Named, type StyleValue, typeSizeNames } from '../engine/model/houseStyleKeys.ts';
import { frontMatterKeys, sealNames } from '../engine/model/parseFrontMatter.ts';
import type { Position } from '../engine/text/position.ts';

/** Values of LSP's enumerations; the module that has them is no pure one. */
const propertyKind = 10;
const valueKind = 12;
const asIs = 1;
const mostLines = 500;

/**
 * Keys of the front matter and of a style in it, and the values of those that take one of a few; `undefined` outside the front matter.
 * Names are Chinese for a Chinese `locale`; keys that stand there already are left out.
 */
export function frontMatterCompletion(
  document: ReportDocument,
  { line, character }: Position,
  options: { readonly locale: string /** Names of document types. */; readonly types?: () => readonly string[] },
): CompletionList | undefined {
  if (!isInside(document, line)) return undefined;
  const { text } = document.line(line);
  const typed = text.slice(0, character);
  const chinese = options.locale.startsWith('zh');
  const parents = parentsOf(document, line);
  const value = /^ *([^:：]{1,20}): *([^:]*)$/.exec(typed);
  const [, key, word = ''] = value ?? [];
  if (key !== undefined) {
    const choices = valuesOf(valueAt(parents, key.trim()), chinese, options.types ?? (() => []));
    return list(choices, character - word.length, character, line, valueKind, (name) => name);
  }
  if (!/^ *[\p{L}\p{N}]*$/u.test(typed)) return list([], 0, 0, line, propertyKind, (name) => name);
  const start = typed.length - typed.trimStart().length;
  const there = siblingsOf(document, line, start);
  const keys = keysAt(parents).filter(({ names }) => !names.some((name) => there.has(name.toLowerCase())));
  return list(
    keys.map((one) => nameOf(one, chinese)),
    start,
    character,
    line,
    propertyKind,
    (name) => `${name}: `,
  );
}

/** A key that is half typed is no YAML yet and ends the front matter; it still belongs there if a closing line follows. */
function isInside(document: ReportDocument, line: number): boolean {
  if (line === 0 || document.line(0).syntax.kind !== 'frontMatter') return false;
  const { syntax, text } = document.line(line);
  if (syntax.kind === 'frontMatter') return syntax.part === 'content';
  const { syntax: before } = document.line(line - 1);
  if (before.kind !== 'frontMatter' || before.part === 'close' || !/^ *[\p{L}\p{N}]*$/u.test(text)) return false;
  for (const next of document.lines(line + 1, line + mostLines)) if (next.text === '---') return true;
  return false;
}

function list(
  names: readonly string[],
  start: number,
  end: number,
  line: number,
  kind: typeof propertyKind | typeof valueKind,
  textOf: (name: string) => string,
): CompletionList {
  const range = { start: { line, character: start }, end: { line, character: end } };
  const items = names.map(
    (name, index): CompletionItem => ({
      label: name,
      kind,
      sortText: String(index).padStart(3, '0'),
      insertTextMode: asIs,
      textEdit: { range, newText: textOf(name) },
    }),
  );
  return { isIncomplete: false, items };
}

/** In English the first name, in Chinese the first that is Chinese. */
const nameOf = ({ names }: Named, chinese: boolean): string =>
  (chinese ? names.find((name) => /\p{Script=Han}/u.test(name)) : undefined) ?? names[0] ?? '';

const called = (one: Named | undefined, name: string): boolean =>
  one?.names.some((candidate) => candidate.toLowerCase() === name.toLowerCase()) ?? false;
const styleKey = frontMatterKeys.find(({ key }) => key === 'style');

/** Names of the keys that a line stands under, outermost first, by indentation. */
function parentsOf(document: ReportDocument, line: number): readonly string[] {
  const parents: string[] = [];
  let indent = indentOf(document.line(line).text);
  for (let at = line - 1; at > 0 && line - at < mostLines && indent > 0; at -= 1) {
    const { text } = document.line(at);
    const key = /^ *([^:\s][^:]*):/.exec(text)?.[1];
    if (key === undefined || indentOf(text) >= indent) continue;
    indent = indentOf(text);
    parents.unshift(key.trim());
  }
  return parents;
}

const indentOf = (text: string): number => text.length - text.trimStart().length;

/** Keys that stand beside a line, in lower case. */
function siblingsOf(document: ReportDocument, line: number, indent: number): ReadonlySet<string> {
  const keys = new Set<string>();
  const look = (at: number): boolean => {
    const { text } = document.line(at);
    if (text === '---') return false;
    if (text.trim() !== '' && indentOf(text) < indent) return false;
    const key = indentOf(text) === indent ? /^ *([^:\s][^:]*):/.exec(text)?.[1] : undefined;
    if (key !== undefined && at !== line) keys.add(key.trim().toLowerCase());
    return true;
  };
  for (let at = line - 1; at > 0 && line - at < mostLines && look(at); at -= 1);
  for (let at = line + 1; at < document.lineCount && at - line < mostLines && look(at); at += 1);
  return keys;
}

function keysAt(parents: readonly string[]): readonly Named[] {
  const [first, second] = parents;
  if (first === undefined) return frontMatterKeys;
  if (!called(styleKey, first)) return [];
  if (second === undefined) return houseStyleKeys;
  const value = houseStyleKeys.find((one) => called(one, second))?.value;
  return value?.kind === 'map' && parents.length === 2 ? value.keys : [];
}

type FrontMatterValue = StyleValue | (typeof frontMatterKeys)[number]['shape'] | 'base' | 'types';

function valueAt(parents: readonly string[], key: string): FrontMatterValue | undefined {
  const [first, second] = parents;
  if (first === undefined) {
    const known = frontMatterKeys.find((one) => called(one, key));
    return known?.key === 'documentType' ? 'types' : known?.shape;
  }
  if (!called(styleKey, first)) return undefined;
  const one = houseStyleKeys.find((candidate) => called(candidate, second ?? key));
  if (second !== undefined) return one?.value.kind === 'map' ? one.value.value : undefined;
  return one?.key === 'preset' ? 'base' : one?.value;
}

function valuesOf(value: FrontMatterValue | undefined, chinese: boolean, types: () => readonly string[]): readonly string[] {
  const flags = chinese ? ['是', '否'] : ['true', 'false'];
  if (value === 'types') return types();
  if (value === 'flag') return flags;
  if (value === 'seal') return sealNames.map((one) => nameOf(one, chinese));
  if (value === 'style' || value === 'base') return presetNames;
  if (value === undefined || typeof value === 'string') return [];
  if (value.kind === 'flag') return flags;
  if (value.kind === 'size') return typeSizeNames;
  return value.kind === 'choice' ? value.choices.map((one) => nameOf(one, chinese)) : [];
}
