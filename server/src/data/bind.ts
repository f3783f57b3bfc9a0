import { type Derived, type DeriveError, deriveValues, keysOf } from './derive.ts';
import { isError, KeyIndex, parseFormula } from './formula.ts';
import type { DataSheet, SheetProblem, SheetRow } from './sheet.ts';
import { placeName } from './sheetBuilder.ts';

/** A datum that reports may name, with the sheet it comes from. */
export interface FieldValue {
  readonly key: string;
  readonly row: SheetRow;
  readonly sheet: DataSheet;
  /** As typed, or as computed; absent where there is none yet. */
  readonly value?: string;
  readonly exact?: string;
  readonly unit?: string;
  /** Computed by a formula. */
  readonly derived: boolean;
  /** Why its formula gave nothing. */
  readonly failure?: DeriveError;
}

/** A problem with the sheet it belongs to. */
export interface BoundProblem extends SheetProblem {
  readonly path: string;
}

/** All data of a report, from all its sheets. */
export interface FieldValues {
  /** By key or alias. */
  get(name: string): FieldValue | undefined;
  /** By key, in the order of the sheets. */
  readonly values: ReadonlyMap<string, FieldValue>;
  /** Of the sheets themselves, and of what only shows between rows and sheets: doubled keys, formulas. */
  readonly problems: readonly BoundProblem[];
  /** Keys that formulas name. */
  readonly usedByFormulas: ReadonlySet<string>;
}

/** Brings the sheets of a report together. Where two have the same key the first one counts, and a problem says so. */
export function bindSheets(sheets: readonly DataSheet[]): FieldValues {
  const problems: BoundProblem[] = [];
  const owners = new Map<SheetRow, DataSheet>();
  const byName = new Map<string, SheetRow>();
  for (const sheet of sheets) {
    for (const one of sheet.problems) problems.push({ ...one, path: sheet.path });
    for (const row of sheet.rows) {
      const first = byName.get(row.key);
      if (first === undefined) {
        byName.set(row.key, row);
        owners.set(row, sheet);
        continue;
      }
      const message = '“{0}” is in {1} ({2}) as well; that one counts. Rename or delete one.';
      const args = [row.key, owners.get(first)?.path ?? '', placeName(first.place)];
      problems.push({ path: sheet.path, code: 'duplicate-key', severity: 'error', message, args, place: row.place });
    }
  }
  const rows = [...owners.keys()];
  for (const row of rows) for (const alias of row.aliases ?? []) if (!byName.has(alias)) byName.set(alias, row);

  const derived = deriveValues(byName);
  const values = new Map<string, FieldValue>();
  for (const [row, sheet] of owners) {
    const result = derived.get(row.key);
    if (result !== undefined && 'code' in result) {
      // That a value is still to come is the report's finding at its field, not a mistake in the sheet.
      const severity = result.code === 'no-value' ? 'information' : 'error';
      const { message, args } = result;
      problems.push({ path: sheet.path, code: 'derive', severity, message, args, subject: row.key, place: row.place });
    }
    values.set(row.key, fieldValue(row, sheet, result));
  }
  return {
    get: (name) => values.get(byName.get(name)?.key ?? ''),
    values,
    problems,
    usedByFormulas: usedKeys(rows, byName),
  };
}

function fieldValue(row: SheetRow, sheet: DataSheet, result: Derived | undefined): FieldValue {
  const failed = result !== undefined && 'code' in result;
  const from: Pick<FieldValue, 'value' | 'exact' | 'unit'> = result === undefined || failed ? row : result;
  return {
    key: row.key,
    row,
    sheet,
    derived: row.formula !== undefined,
    ...(from.value === undefined ? {} : { value: from.value }),
    ...(from.exact === undefined ? {} : { exact: from.exact }),
    ...(from.unit === undefined ? {} : { unit: from.unit }),
    ...(failed ? { failure: result } : {}),
  };
}

function usedKeys(rows: readonly SheetRow[], byName: ReadonlyMap<string, SheetRow>): ReadonlySet<string> {
  const used = new Set<string>();
  const formulas = rows.filter(({ formula }) => formula !== undefined);
  if (formulas.length === 0) return used;
  const keys = new KeyIndex(byName.keys());
  for (const { formula = '' } of formulas) {
    const expression = parseFormula(formula, keys);
    if (isError(expression)) continue;
    for (const name of keysOf(expression)) used.add(byName.get(name)?.key ?? name);
  }
  return used;
}
