import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Range } from '../text/position.ts';
import { flagOf } from './flag.ts';
import { type HouseStyle, presetNames, typeSizes } from './houseStyle.ts';
import { houseStyleKeys, type Named, type StyleValue, typeSizeNames } from './houseStyleKeys.ts';
import { nestsTooDeeply } from './yamlDepth.ts';

/** Tells of something wrong at a YAML node. `message` is English, `{0}` stands for the first of `args`. */
export type TellProblem = (message: string, args: readonly (string | number)[], node: unknown) => void;

/** A house style from a mapping. What cannot be taken is told and left out, so the rest still counts. */
export function readHouseStyle(map: unknown, tell: TellProblem): HouseStyle {
  if (!isMap(map)) return {};
  return readMap(map, houseStyleKeys, (name) => houseStyleKeys.find(({ key }) => key === name)?.value, tell);
}

function readMap(
  map: { readonly items: readonly { readonly key?: unknown; readonly value?: unknown }[] },
  keys: readonly Named[],
  valueFor: (key: string) => StyleValue | undefined,
  tell: TellProblem,
): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const item of map.items) {
    const name = textOf(item.key) ?? '';
    const known = byName(keys, name);
    const wanted = known && valueFor(known.key);
    if (known === undefined || wanted === undefined) {
      tell('There is no style key “{0}”. There are: {1}', [name, keys.map(displayName).join('、')], item.key);
      continue;
    }
    const value = readValue(name, item.value, wanted, tell);
    if (value !== undefined) found[known.key] = value;
  }
  return found;
}

function readValue(name: string, node: unknown, wanted: StyleValue, tell: TellProblem): unknown {
  const text = textOf(node)?.trim();
  const refuse = (message: string, ...args: readonly (string | number)[]): undefined => {
    tell(message, [name, ...args], node);
    return undefined;
  };
  switch (wanted.kind) {
    case 'map':
      return isMap(node)
        ? readMap(node, wanted.keys, () => wanted.value, tell)
        : refuse('{0} must have one or more of these keys under it: {1}', wanted.keys.map(displayName).join('、'));
    case 'text':
      return text || refuse('{0} must be a name.');
    case 'font':
      // Letters and digits of any script: a font's name goes into a style sheet and into XML.
      return text !== undefined && fontName.test(text) ? text : refuse('{0} must be the name of a font, such as {1}', '仿宋_GB2312');
    case 'flag':
      return flagOf(text) ?? refuse('{0} must be yes (true, 是) or no (false, 否).');
    case 'choice':
      return byName(wanted.choices, text ?? '')?.key ?? refuse('{0} must be one of: {1}', wanted.choices.map(displayName).join('、'));
    case 'size': {
      const size = typeSizes[text ?? ''] ?? measure(text, 'pt');
      return size !== undefined && size >= wanted.least && size <= wanted.most
        ? Math.round(size * 2) / 2
        : refuse('{0} must be a size from {1} to {2} pt, or one of: {3}', wanted.least, wanted.most, typeSizeNames.join('、'));
    }
    case 'number': {
      const { unit, least, most, whole } = wanted;
      const number = measure(text, unit);
      if (number !== undefined && number >= least && number <= most && !(whole && !Number.isInteger(number))) return number;
      return refuse(numberMessages[unit], least, most);
    }
  }
}

const numberMessages = {
  mm: '{0} must be a number from {1} to {2}, in millimetres.',
  pt: '{0} must be a number from {1} to {2}, in points.',
  none: '{0} must be a number from {1} to {2}.',
} as const;

const fontName = /^[\p{L}\p{N}][\p{L}\p{N} _.()&+·-]{0,59}$/u;
const number = /^(\d{1,4}(?:\.\d{1,4})?) ?(mm|毫米|cm|厘米|pt|磅|行|字|字符|lines?|chars?)?$/;

/** How much one of a unit is, in the units asked for. */
const unitFactors: Readonly<Record<'mm' | 'pt' | 'none', Readonly<Record<string, number>>>> = {
  mm: { mm: 1, 毫米: 1, cm: 10, 厘米: 10 },
  pt: { pt: 1, 磅: 1 },
  none: { 行: 1, 字: 1, 字符: 1, line: 1, lines: 1, char: 1, chars: 1 },
};

function measure(text: string | undefined, unit: 'mm' | 'pt' | 'none'): number | undefined {
  const [, digits, written] = number.exec(text ?? '') ?? [];
  if (digits === undefined) return undefined;
  const factor = written === undefined ? 1 : unitFactors[unit][written];
  return factor === undefined ? undefined : Number(digits) * factor;
}

const byName = <T extends Named>(all: readonly T[], name: string): T | undefined =>
  all.find(({ names }) => names.some((one) => one.toLowerCase() === name.toLowerCase()));

/** The Chinese name and the English one: a writer of either finds his. */
const displayName = ({ names }: Named): string => (names.length > 1 ? `${names[0]}（${names.at(-1)}）` : (names[0] ?? ''));

const textOf = (node: unknown): string | undefined =>
  isScalar(node) && node.value !== null && node.value !== undefined ? (node.source ?? String(node.value)) : undefined;

/** Whether what `style:` names is a preset; anything else must be a style file. */
export const isPreset = (name: string): boolean => presetNames.some((preset) => preset === name);
export const isStyleFile = (name: string): boolean => /\.ya?ml$/i.test(name);

/** What is wrong with a style file, at its place in it. */
export interface StyleProblem {
  readonly message: string;
  readonly args: readonly (string | number)[];
  readonly range: Range;
}

export interface StyleFile {
  readonly style: HouseStyle;
  readonly problems: readonly StyleProblem[];
}

/** A style file in YAML. Never throws; aliases are not followed. */
export function parseStyleFile(text: string): StyleFile {
  const problems: StyleProblem[] = [];
  const none: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  if (nestsTooDeeply(text))
    return { style: {}, problems: [{ message: 'The style file nests too deeply to be read.', args: [], range: none }] };
  const counter = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(0, line - 1), character: Math.max(0, col - 1) };
  };
  for (const { message, pos } of yaml.errors)
    problems.push({ message: '{0}', args: [message], range: { start: at(pos[0]), end: at(pos[1]) } });
  const { contents } = yaml;
  if (!isMap(contents)) {
    if (contents !== null) problems.push({ message: 'A style file holds keys such as “pitch: 28”.', args: [], range: none });
    return { style: {}, problems };
  }
  const style = readHouseStyle(contents, (message, args, node) => {
    const span = isScalar(node) || isMap(node) ? node.range : undefined;
    problems.push({ message, args, range: span ? { start: at(span[0]), end: at(span[1]) } : none });
  });
  if (style.preset !== undefined && !isPreset(style.preset))
    problems.push({ message: 'A style file stands on one of these: {0}', args: [presetNames.join('、')], range: none });
  return { style, problems };
}
