import { LineCounter, parseDocument } from 'yaml';
import type { ReportDocument } from '../document.ts';
import type { Fix } from '../rules/rule.ts';
import type { Range } from '../text/position.ts';
import { flagOf } from './flag.ts';
import type { FrontMatter, Seal } from './frontMatter.ts';
import { presetNames } from './houseStyle.ts';
import { isPreset, isStyleFile, readHouseStyle, type TellProblem } from './readHouseStyle.ts';
import { nestsTooDeeply } from './yamlDepth.ts';

/** What is wrong with the front matter, at its place. `message` is English, `{0}` stands for the first of `args`. */
export interface FrontMatterProblem {
  readonly code: 'front-matter';
  readonly message: string;
  readonly args: readonly (string | number)[];
  readonly range: Range;
  readonly severity: 'error' | 'warning' | 'information';
  /** Where it is not closed: a line `---` after its keys. */
  readonly fix?: Fix;
}

export interface ParsedFrontMatter {
  readonly frontMatter: FrontMatter;
  readonly problems: readonly FrontMatterProblem[];
  /** Lines of the front matter, its fences included; 0 without one. */
  readonly lineCount: number;
}

type Shape = 'text' | 'list' | 'flag' | 'style' | 'seal';
/** A mapping under `style` is read together with it. */
type Key = Exclude<keyof FrontMatter, 'houseStyle'>;

/** Every key with its shape and the names it goes by. docs/language.md lists the same; a test compares them. */
export const frontMatterKeys: readonly { readonly key: Key; readonly shape: Shape; readonly names: readonly string[] }[] = [
  { key: 'documentType', shape: 'text', names: ['documentType', 'type', '文种', '文稿类型'] },
  { key: 'title', shape: 'text', names: ['title', '标题'] },
  { key: 'issuingOrgan', shape: 'list', names: ['issuingOrgan', 'organ', '发文机关'] },
  { key: 'documentNumber', shape: 'text', names: ['documentNumber', '发文字号', '文号'] },
  { key: 'copyNumber', shape: 'text', names: ['copyNumber', '份号'] },
  { key: 'secrecy', shape: 'text', names: ['secrecy', '密级'] },
  { key: 'urgency', shape: 'text', names: ['urgency', '紧急程度'] },
  { key: 'signers', shape: 'list', names: ['signers', 'signer', '签发人'] },
  { key: 'copiesTo', shape: 'list', names: ['copiesTo', '抄送', '抄送机关'] },
  { key: 'printingOrgan', shape: 'text', names: ['printingOrgan', '印发机关'] },
  { key: 'printingDate', shape: 'text', names: ['printingDate', '印发日期'] },
  { key: 'keywords', shape: 'list', names: ['keywords', '关键词'] },
  { key: 'data', shape: 'list', names: ['data', '数据'] },
  { key: 'style', shape: 'style', names: ['style', '样式', '版式'] },
  { key: 'seal', shape: 'seal', names: ['seal', '用印'] },
  { key: 'cover', shape: 'flag', names: ['cover', '封面'] },
  { key: 'language', shape: 'text', names: ['language', 'lang', '语言'] },
  { key: 'masking', shape: 'flag', names: ['masking', '脱敏'] },
];

/** What `seal` may say. */
export const sealNames: readonly { readonly key: Seal; readonly names: readonly string[] }[] = [
  { key: 'seal', names: ['seal', '盖章'] },
  { key: 'none', names: ['none', '不盖章'] },
  { key: 'stamp', names: ['stamp', '签名章'] },
];

const byName = new Map(frontMatterKeys.flatMap((one) => one.names.map((name) => [name.toLowerCase(), one] as const)));
const none: ParsedFrontMatter = { frontMatter: {}, problems: [], lineCount: 0 };
const mostLines = 500;

/**
 * What was read last, by document: every keystroke asks, and YAML takes a hundred times as long as looking whether it is the same. Owner: this
 * module; an entry counts as long as the text is the same.
 */
const known = new WeakMap<ReportDocument, { readonly text: string; readonly closed: boolean; readonly parsed: ParsedFrontMatter }>();

/**
 * Reads the front matter. A YAML error is a problem at its place and what could be read still counts; aliases are not
 * followed, so no small text grows large.
 */
export function parseFrontMatter(document: ReportDocument): ParsedFrontMatter {
  const first = document.line(0).syntax;
  if (first.kind !== 'frontMatter') {
    return none;
  }
  const content: string[] = [];
  let lineCount = 1;
  let closed = false;
  for (const line of document.lines(1, mostLines)) {
    if (line.syntax.kind !== 'frontMatter') {
      break;
    }
    lineCount++;
    if (line.syntax.part === 'close') {
      closed = true;
      break;
    }
    content.push(line.text);
  }
  const text = content.join('\n');
  const last = known.get(document);
  if (last?.text === text && last.closed === closed) {
    return last.parsed;
  }
  const problems: FrontMatterProblem[] = [];
  const wholeFirst = { start: { line: 0, character: 0 }, end: { line: 0, character: document.line(0).text.length } };
  if (!closed) {
    problems.push({
      code: 'front-matter',
      message: 'The front matter is not closed: put a line --- after its last key.',
      args: [],
      range: wholeFirst,
      severity: 'error',
      fix: closing(document, lineCount),
    });
  }
  const parsed = { frontMatter: readYaml(text, problems), problems, lineCount };
  known.set(document, { text, closed, parsed });
  return parsed;
}

/** A closing line where the keys most probably end: before the first blank line, or at the end of what reads as YAML. */
function closing(document: ReportDocument, lineCount: number): Fix {
  let last = 0;
  for (const { text } of document.lines(1, lineCount)) {
    if (text.trim() === '') break;
    last++;
  }
  const end = { line: last, character: document.line(last).text.length };
  return {
    title: 'Close the front matter after its last key',
    args: [],
    sure: false,
    edits: [{ range: { start: end, end }, newText: '\n---' }],
  };
}

function readYaml(text: string, problems: FrontMatterProblem[]): FrontMatter {
  if (nestsTooDeeply(text)) {
    const start = { line: 1, character: 0 };
    problems.push({
      code: 'front-matter',
      message: 'The front matter nests too deeply to be read.',
      args: [],
      range: { start, end: { line: 1, character: text.split('\n', 1)[0]?.length ?? 0 } },
      severity: 'error',
    });
    return {};
  }
  const counter = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const rangeOf = (from: number, to: number): Range => {
    const start = counter.linePos(from);
    const end = counter.linePos(Math.max(from, to));
    return {
      start: { line: Math.max(1, start.line), character: Math.max(0, start.col - 1) },
      end: { line: Math.max(1, end.line), character: Math.max(0, end.col - 1) },
    };
  };
  for (const error of yaml.errors) {
    problems.push({
      code: 'front-matter',
      message: 'Front matter: {0}',
      args: [error.message],
      range: rangeOf(...error.pos),
      severity: 'error',
    });
  }
  const values: Partial<Record<keyof FrontMatter, unknown>> = {};
  const tell: TellProblem = (message, args, node) => {
    const [from = 0, to = from] = isNode(node) && Array.isArray(node.range) ? (node.range as readonly number[]) : [];
    problems.push({ code: 'front-matter', message, args, range: rangeOf(from, to), severity: 'warning' });
  };
  const { contents } = yaml;
  if (contents === null || contents === undefined || !('items' in contents)) {
    return {};
  }
  for (const item of contents.items as readonly { key?: unknown; value?: unknown }[]) {
    const name = scalar(item?.key);
    const known = name === undefined ? undefined : byName.get(name.toLowerCase());
    if (known === undefined) {
      continue;
    }
    if (known.shape === 'style') {
      Object.assign(values, readStyle(item.value, tell));
      continue;
    }
    const value = known.shape === 'seal' ? readSeal(item.value, tell) : readValue(item.value, known.shape);
    if (value !== undefined) {
      values[known.key] = value;
    } else if (known.shape === 'flag' && scalar(item.value) !== undefined) {
      tell('{0} must be yes (true, 是) or no (false, 否).', [name ?? ''], item.value);
    }
  }
  return values as FrontMatter;
}

/** A preset's name, a style file, or a mapping that stands on either. */
function readStyle(node: unknown, tell: TellProblem): Pick<FrontMatter, 'style' | 'houseStyle'> {
  const named = (name: string, at: unknown): Pick<FrontMatter, 'style'> => {
    if (isPreset(name) || isStyleFile(name)) return { style: name };
    tell('There is no layout called “{0}”. There are {1}, or a style file: a path that ends in .yaml', [name, presetNames.join('、')], at);
    return {};
  };
  const text = scalar(node);
  if (text !== undefined) return named(text, node);
  if (!isNode(node) || !Array.isArray(node.items)) return {};
  const { preset, ...houseStyle } = readHouseStyle(node, tell);
  return { ...(preset === undefined ? {} : named(preset, node)), houseStyle };
}

function readSeal(node: unknown, tell: TellProblem): Seal | undefined {
  const text = scalar(node);
  if (text === undefined) return undefined;
  const known = sealNames.find(({ names }) => names.includes(text.trim().toLowerCase()));
  if (known === undefined) tell('用印 (seal) must be one of: {0}', [sealNames.map(({ names }) => names.join(' ')).join('、')], node);
  return known?.key;
}

function readValue(node: unknown, shape: 'text' | 'list' | 'flag'): string | readonly string[] | boolean | undefined {
  const entries: readonly unknown[] | undefined = isNode(node) && Array.isArray(node.items) ? node.items : undefined;
  if (entries?.some((entry) => isNode(entry) && 'key' in entry)) {
    // A map where a list or a text is wanted: data written into the front matter are read elsewhere.
    return undefined;
  }
  const items = entries?.map(scalar).filter((one) => one !== undefined);
  const text = scalar(node);
  switch (shape) {
    case 'text':
      return text ?? items?.join('、');
    case 'list':
      return items ?? text?.split(/[、,，;；]\s*/).filter((one) => one !== '');
    case 'flag':
      return flagOf(text);
  }
}

const isNode = (node: unknown): node is Record<string, unknown> => typeof node === 'object' && node !== null;

/** A scalar as the writer typed it: dates and leading zeros stay as they are. */
function scalar(node: unknown): string | undefined {
  if (!isNode(node) || !('value' in node)) {
    return undefined;
  }
  const { value, source } = node;
  if (value === null || value === undefined) {
    return undefined;
  }
  return typeof source === 'string' ? source : String(value);
}
