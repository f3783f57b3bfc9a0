// What is printed on a page, measured on its picture: edges of ink, which no text extraction shows.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { requireTool } from '../tools.ts';

const run = promisify(execFile);
const dotsPerMm = 10;
/** Of the shading, in each colour. */
export const shade = 0xdd;

/** Millimetres from the paper's upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** `grey`: the shading that shows how high a line is. */
export type Color = 'black' | 'red' | 'grey';

/** The picture of one page. */
export class PageInk {
  readonly #pixels: Buffer;
  readonly #start: number;
  /** In dots. */
  readonly #width: number;
  readonly #height: number;

  private constructor(pixels: Buffer) {
    const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(pixels.subarray(0, 40).toString('latin1'));
    if (head === null) throw new Error('pdftoppm gave no PPM.');
    this.#pixels = pixels;
    this.#start = head[0].length;
    this.#width = Number(head[1]);
    this.#height = Number(head[2]);
  }

  /** Draws a page (from 1) at ten dots a millimetre. */
  static async of(pdf: string, page: number): Promise<PageInk> {
    const { stdout } = await run(requireTool('pdftoppm'), ['-r', String(dotsPerMm * 25.4), '-f', String(page), '-l', String(page), pdf], {
      encoding: 'buffer',
      maxBuffer: 1e9,
    });
    return new PageInk(stdout);
  }

  /** The edges of all ink inside a box, of one colour if said; `undefined` where there is none. */
  edges(box: Box, color?: Color): Box | undefined {
    const from = (value: number) => Math.max(0, Math.round(value * dotsPerMm));
    const right = Math.min(this.#width, from(box.right));
    const bottom = Math.min(this.#height, from(box.bottom));
    let [minX, minY, maxX, maxY] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1];
    for (let y = from(box.top); y < bottom; y++) {
      for (let x = from(box.left); x < right; x++) {
        const found = this.#colorAt(x, y);
        if (found === undefined || (color === undefined ? found === 'grey' : found !== color)) continue;
        if (x < minX) minX = x;
        if (x > maxX) maxX = x;
        if (y < minY) minY = y;
        maxY = y;
      }
    }
    if (maxX < 0) return undefined;
    return { left: minX / dotsPerMm, top: minY / dotsPerMm, right: (maxX + 1) / dotsPerMm, bottom: (maxY + 1) / dotsPerMm };
  }

  /** Every colour of ink on the page. */
  colors(): ReadonlySet<Color> {
    const found = new Set<Color>();
    for (let y = 0; y < this.#height; y += 1)
      for (let x = 0; x < this.#width; x += 1) {
        const color = this.#colorAt(x, y);
        if (color !== undefined && color !== 'grey') found.add(color);
      }
    return found;
  }

  #colorAt(x: number, y: number): Color | undefined {
    const at = this.#start + (y * this.#width + x) * 3;
    const green = this.#pixels[at + 1] ?? 255;
    const blue = this.#pixels[at + 2] ?? 255;
    const red = this.#pixels[at] ?? 255;
    if (green > 150 || blue > 150) return red === shade && green === shade && blue === shade ? 'grey' : undefined;
    return red > 200 ? 'red' : 'black';
  }
}
