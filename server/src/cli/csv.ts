/**
 * Rows as a CSV file (RFC 4180) that a spreadsheet program opens: UTF-8 with its mark, lines end in CR LF. A cell that such a program would
 * take for a formula gets an apostrophe before it.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map((cell) => quoted(harmless(String(cell)))).join(',')}\r\n`).join('')}`;
}

/** Tabs and line breaks are skipped before a formula, so they count as one. */
function harmless(cell: string): string {
  return /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
