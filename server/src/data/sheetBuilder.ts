import type { Range } from '../engine/text/position.ts';
import { decimalText } from './decimal.ts';
import {
  type Attribute,
  type DataSheet,
  isTextPlace,
  type SheetPlace,
  type SheetProblem,
  type SheetProblemCode,
  type SheetRow,
} from './sheet.ts';
import { parseValue } from './value.ts';

/** More rows than a report has data by far; what follows is left out and said so. */
const mostRows = 100_000;
/** After so many problems the sheet is of another sort, and a longer list helps nobody. */
const mostProblems = 200;
/** Whether a name can stand in `{{…}}`: for a sheet's keys, and for the new name in a rename. */
export const canBeKey = (name: string): boolean => name !== '' && name === name.trim() && name.length <= longestKey && !notInKey.test(name);

/** Characters that cannot stand in `{{key}}`. */
const notInKey = /[{}|;()=<>\\`]|^[/#>!]/;
const longestKey = 50;
const cellErrors = /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA)$/i;
const textAttributes = ['unit', 'period', 'source', 'owner', 'due', 'checked', 'lastYear', 'kind', 'section', 'context', 'note'] as const;

export interface RawRow {
  readonly attributes: Readonly<Partial<Record<Attribute, string>>>;
  readonly place: SheetPlace;
  readonly keyRange?: Range | undefined;
  readonly exact?: string | undefined;
}

/** What all readers share: rows become data, and what is wrong with them is said once, at its row. */
export class SheetBuilder {
  private readonly rows: SheetRow[] = [];
  private readonly problems: SheetProblem[] = [];
  private readonly seen = new Map<string, SheetPlace>();
  private full = false;
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  error(code: SheetProblemCode, place: SheetPlace | undefined, message: string, ...args: readonly (string | number)[]): void {
    this.problem(code, 'error', place, message, args);
  }

  warning(code: SheetProblemCode, place: SheetPlace | undefined, message: string, ...args: readonly (string | number)[]): void {
    this.problem(code, 'warning', place, message, args);
  }

  information(code: SheetProblemCode, place: SheetPlace | undefined, message: string, ...args: readonly (string | number)[]): void {
    this.problem(code, 'information', place, message, args);
  }

  unknownColumn(name: string, place: SheetPlace): void {
    const message =
      'The column “{0}” is not known and is left out. Known are key, value, unit, period, source, owner, due, checked and more.';
    this.information('unknown-column', place, message, name.slice(0, 40));
  }

  doubledColumn(name: string, place: SheetPlace): void {
    this.information('unknown-column', place, 'The column “{0}” says the same as one before it and is left out.', name.slice(0, 40));
  }

  /** Takes a row in, or says why not. Rows with nothing in them are passed over. */
  add({ attributes, place, keyRange, exact }: RawRow): void {
    if (this.full || !Object.values(attributes).some((text) => text.trim() !== '')) return;
    if (this.rows.length >= mostRows) {
      this.full = true;
      this.error('too-large', place, 'Only the first {0} rows are read: split the sheet.', mostRows);
      return;
    }
    const key = oneLine(attributes.key ?? '');
    if (!this.isGoodKey(key, place)) return;
    this.seen.set(key, place);
    const texts: Partial<Record<(typeof textAttributes)[number], string>> = {};
    for (const name of textAttributes) {
      const text = oneLine(attributes[name] ?? '');
      if (text !== '') texts[name] = text;
    }
    const { value, formula } = this.readValue(key, attributes, place);
    const parsed = value === undefined ? undefined : parseValue(value);
    const aliases = (attributes.aliases ?? '')
      .split(/[、,，;；\n]/)
      .map(oneLine)
      .filter((one) => one !== '');
    this.rows.push({
      key,
      ...(value === undefined ? {} : { value }),
      ...(parsed === undefined ? {} : { number: Number(decimalText(parsed.number)) }),
      ...(exact === undefined ? {} : { exact }),
      ...texts,
      ...(formula === undefined ? {} : { formula }),
      ...(aliases.length === 0 ? {} : { aliases }),
      place,
      ...(keyRange === undefined ? {} : { keyRange }),
    });
  }

  done(): DataSheet {
    return { path: this.path, rows: this.rows, problems: this.problems };
  }

  private isGoodKey(key: string, place: SheetPlace): boolean {
    if (key === '') {
      this.warning('empty-key', place, 'This row has no name: fill in its name, or delete the row.');
      return false;
    }
    if (!canBeKey(key)) {
      this.error(
        'bad-key',
        place,
        '“{0}” cannot be a name: use at most {1} characters, without brackets, bars and formula signs.',
        key.slice(0, 60),
        longestKey,
      );
      return false;
    }
    const first = this.seen.get(key);
    if (first === undefined) return true;
    this.error('duplicate-key', place, '“{0}” is there twice, first in {1}; that one counts. Rename or delete one.', key, placeName(first));
    return false;
  }

  private readValue(
    key: string,
    { value: typed, formula: given }: RawRow['attributes'],
    place: SheetPlace,
  ): { readonly value?: string; readonly formula?: string } {
    const value = oneLine(typed ?? '');
    if (value !== (typed ?? '').trim()) {
      this.information('line-break', place, 'The value of “{0}” has several lines: they are joined by blanks.', key);
    }
    if (cellErrors.test(value)) {
      this.error(
        'error-value',
        place,
        'The value of “{0}” is the error {1}: mend its formula in the sheet, or type the value.',
        key,
        value,
      );
      return {};
    }
    if (value !== '' && !/^[=＝]/.test(value)) return { value };
    const formula = oneLine(value === '' ? (given ?? '') : value)
      .replace(/^[=＝]/, '')
      .trim();
    return formula === '' ? {} : { formula };
  }

  private problem(
    code: SheetProblemCode,
    severity: SheetProblem['severity'],
    place: SheetPlace | undefined,
    message: string,
    args: readonly (string | number)[],
  ): void {
    if (this.problems.length < mostProblems) {
      this.problems.push({ code, severity, message, args, ...(place === undefined ? {} : { place }) });
    }
  }
}

/** As a person would name it: `5` (a line or a row), `Sheet1!A5`. Language-free, so that it can be an argument of a message. */
export function placeName(place: SheetPlace): string {
  if (isTextPlace(place)) return `#${place.line + 1}`;
  return place.sheet === '' ? `#${place.row}` : `${place.sheet}!${place.column ?? 'A'}${place.row}`;
}

function oneLine(text: string): string {
  const trimmed = text.trim();
  return /[\r\n\u2028\u2029\v\f\0]/.test(trimmed) ? trimmed.replace(/[\s\0]*[\r\n\u2028\u2029\v\f\0][\s\0]*/g, ' ').trim() : trimmed;
}
