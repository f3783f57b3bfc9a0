// Rules on a page, found in its picture: what no text extraction shows.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { requireTool } from '../tools.ts';

const run = promisify(execFile);
const dotsPerInch = 254;
const dotsPerMm = dotsPerInch / 25.4;

/** A horizontal rule; places in millimetres from the paper's upper left corner. */
export interface Rule {
  readonly color: 'red' | 'black';
  readonly top: number;
  readonly thickness: number;
  readonly left: number;
  readonly right: number;
}

/** Rules of 100 mm and longer on a page (from 1), from top to bottom. */
export async function rulesOf(pdf: string, page: number): Promise<readonly Rule[]> {
  const { stdout } = await run(requireTool('pdftoppm'), ['-r', String(dotsPerInch), '-f', String(page), '-l', String(page), pdf], {
    encoding: 'buffer',
    maxBuffer: 1e9,
  });
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.subarray(0, 40).toString('latin1'));
  if (head === null) throw new Error('pdftoppm gave no PPM.');
  const [whole, width, height] = [head[0], Number(head[1]), Number(head[2])];
  const rules: Rule[] = [];
  let open: Rule | undefined;
  for (let y = 0; y < height; y++) {
    const row = longestRun(stdout, whole.length + y * width * 3, width);
    const long = row !== undefined && (row.to - row.from) / dotsPerMm >= 100;
    if (long && open?.color === row.color) open = { ...open, thickness: open.thickness + 1 / dotsPerMm };
    else {
      if (open !== undefined) rules.push(open);
      open = long
        ? { color: row.color, top: y / dotsPerMm, thickness: 1 / dotsPerMm, left: row.from / dotsPerMm, right: row.to / dotsPerMm }
        : undefined;
    }
  }
  return rules;
}

function longestRun(
  pixels: Buffer,
  start: number,
  width: number,
): { readonly color: Rule['color']; readonly from: number; readonly to: number } | undefined {
  let best: { readonly color: Rule['color']; readonly from: number; readonly to: number } | undefined;
  let color: Rule['color'] | undefined;
  let from = 0;
  for (let x = 0; x <= width; x++) {
    const at = start + x * 3;
    const next = x < width ? colorOf(pixels[at] ?? 255, pixels[at + 1] ?? 255, pixels[at + 2] ?? 255) : undefined;
    if (next === color) continue;
    if (color !== undefined && (best === undefined || x - from > best.to - best.from)) best = { color, from, to: x };
    color = next;
    from = x;
  }
  return best;
}

function colorOf(red: number, green: number, blue: number): Rule['color'] | undefined {
  if (green > 140 || blue > 140) return undefined;
  if (red > 200) return 'red';
  return red < 140 ? 'black' : undefined;
}
