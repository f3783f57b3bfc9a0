/** Space around pages, in CSS pixels at 100 %. */
export const margin = 24;
const pixelsPerMillimetre = 96 / 25.4;

export interface Sheets {
  readonly count: number;
  /** Of a page that stands upright, in millimetres. */
  readonly paper: { readonly width: number; readonly height: number };
  /** Pages that lie across, ascending. */
  readonly landscape: readonly number[];
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How much smaller than its own size it is shown. */
  readonly shrink: number;
}

export interface Arrangement {
  /** Pages beside each other. */
  readonly columns: 1 | 2;
  /** Pages that lie across are made as wide as the others, so that they fit the view too. */
  readonly fits: boolean;
}

/** Where each page stands at 100 %, in CSS pixels. */
export class PageGeometry {
  readonly #sheets: Sheets;
  readonly #columns: number;
  readonly #isLandscape: ReadonlySet<number>;
  readonly #width: number;
  readonly #height: number;
  readonly #shrink: number;
  /** Top of each row of pages; the last is where one more would begin. */
  readonly #tops: Float64Array;
  /** Of a row with its margins. */
  readonly width: number;

  constructor(sheets: Sheets, { columns, fits }: Arrangement) {
    this.#sheets = sheets;
    this.#columns = columns;
    this.#isLandscape = new Set(sheets.landscape);
    this.#width = sheets.paper.width * pixelsPerMillimetre;
    this.#height = sheets.paper.height * pixelsPerMillimetre;
    this.#shrink = fits ? Math.min(1, this.#width / this.#height) : 1;
    const rows = Math.ceil(sheets.count / columns);
    this.#tops = new Float64Array(rows + 1);
    this.#tops[0] = margin;
    for (let row = 0; row < rows; row++) this.#tops[row + 1] = (this.#tops[row] ?? 0) + this.#rowHeight(row) + margin;
    const widest = sheets.landscape.length > 0 && !fits ? Math.max(this.#width, this.#height) : this.#width;
    this.width = columns * widest + (columns + 1) * margin;
  }

  get count(): number {
    return this.#sheets.count;
  }

  get height(): number {
    return this.#tops.at(-1) ?? margin;
  }

  /** Height of an upright page with its margins. */
  get pageHeight(): number {
    return this.#height + 2 * margin;
  }

  /** Width of so many upright pages beside each other, with their margins. */
  widthOf(columns: number): number {
    return columns * this.#width + (columns + 1) * margin;
  }

  boxOf(page: number): Box {
    const { width, height, shrink } = this.#sizeOf(page);
    const column = page % this.#columns;
    const room = (this.width - margin) / this.#columns;
    return {
      left: margin + column * room + (room - margin - width * shrink) / 2,
      top: this.#tops[Math.floor(page / this.#columns)] ?? margin,
      width,
      height,
      shrink,
    };
  }

  /** The pages of the rows that lie between two heights, half-open; `spare` rows more on both sides. */
  pagesBetween(top: number, bottom: number, spare: number): { readonly from: number; readonly to: number } {
    const first = Math.max(0, this.#rowAt(top) - spare);
    const last = this.#rowAt(bottom) + spare;
    return { from: first * this.#columns, to: Math.min(this.count, (last + 1) * this.#columns) };
  }

  /** The first page of the row at a height. */
  pageAt(y: number): number {
    return Math.min(Math.max(0, this.count - 1), this.#rowAt(y) * this.#columns);
  }

  /** The last row that begins at or above a height, by halving. */
  #rowAt(y: number): number {
    let low = 0;
    let high = Math.max(0, this.#tops.length - 2);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#tops[middle] ?? 0) - margin <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #rowHeight(row: number): number {
    let height = 0;
    for (let page = row * this.#columns; page < Math.min(this.count, (row + 1) * this.#columns); page++) {
      const size = this.#sizeOf(page);
      height = Math.max(height, size.height * size.shrink);
    }
    return height;
  }

  #sizeOf(page: number): { readonly width: number; readonly height: number; readonly shrink: number } {
    return this.#isLandscape.has(page)
      ? { width: this.#height, height: this.#width, shrink: this.#shrink }
      : { width: this.#width, height: this.#height, shrink: 1 };
  }
}
