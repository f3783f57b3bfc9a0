import type { ReportDocument } from '../document.ts';
import type { Position, Range } from '../text/position.ts';

/** Counts missing data in ranges of one state of a document, by bisection. Hints and masked names do not count. */
export class MissingIndex {
  private readonly lines: number[] = [];
  private readonly characters: number[] = [];

  constructor(document: ReportDocument) {
    for (const [number, line] of document.flaggedLines()) {
      for (const datum of line.missing) {
        if (datum.certainty !== 'maybe' && datum.masking !== true) {
          this.lines.push(number);
          this.characters.push(datum.start);
        }
      }
    }
  }

  count({ start, end }: Range): number {
    return this.before(end) - this.before(start);
  }

  /** How many begin before a place. */
  private before({ line, character }: Position): number {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const atLine = this.lines[middle] as number;
      if (atLine < line || (atLine === line && (this.characters[middle] as number) < character)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
