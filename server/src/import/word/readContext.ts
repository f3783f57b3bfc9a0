import type { Localize } from '../../wording/localize.ts';
import type { Remark } from './model.ts';
import type { Numbering } from './numbering.ts';
import type { WordPackage } from './package.ts';
import type { Styles } from './styles.ts';

/** Once for each sort of thing that is told of once, with how often it was met. */
interface Counted {
  readonly message: string;
  readonly source: number;
  count: number;
}

/** What reading one document shares and gathers. */
export class ReadContext {
  readonly file: WordPackage;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly t: Localize;
  readonly #remarks: Remark[] = [];
  readonly #counted = new Map<string, Counted>();
  /** The place in the body that is being read. */
  source = 0;
  inserted = 0;
  deleted = 0;
  firstChange: number | undefined;

  constructor(file: WordPackage, styles: Styles, numbering: Numbering, t: Localize) {
    this.file = file;
    this.styles = styles;
    this.numbering = numbering;
    this.t = t;
  }

  remark(message: string): void {
    this.#remarks.push({ message, source: this.source });
  }

  /** A remark that is made once, at its first place; `{0}` of the message is how often. */
  count(message: string): void {
    const known = this.#counted.get(message);
    if (known === undefined) this.#counted.set(message, { message, source: this.source, count: 1 });
    else known.count++;
  }

  changed(kind: 'inserted' | 'deleted'): void {
    this[kind]++;
    this.firstChange ??= this.source;
  }

  remarks(): readonly Remark[] {
    const counted = [...this.#counted.values()].map(({ message, source, count }): Remark => ({ message: this.t(message, count), source }));
    const changes =
      this.firstChange === undefined
        ? []
        : [
            {
              message: this.t(
                'Tracked changes were taken as accepted: {0} insertions kept, {1} deletions left out.',
                this.inserted,
                this.deleted,
              ),
              source: this.firstChange,
            },
          ];
    return [...this.#remarks, ...counted, ...changes];
  }
}
