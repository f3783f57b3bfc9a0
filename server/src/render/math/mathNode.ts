/** A formula taken apart, independent of what prints it. */
export type MathNode =
  | { readonly kind: 'row'; readonly children: readonly MathNode[] }
  /** A name of one letter (x) is slanted, of several (sin) or where `upright` says so is not. */
  | { readonly kind: 'name'; readonly text: string; readonly upright?: true }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'operator'; readonly text: string; readonly large?: true; readonly stretchy?: true }
  | { readonly kind: 'words'; readonly text: string }
  /** Blank room in em, which may be negative. */
  | { readonly kind: 'space'; readonly width: number }
  | { readonly kind: 'fraction'; readonly above: MathNode; readonly below: MathNode; readonly bar: boolean }
  | { readonly kind: 'root'; readonly body: MathNode; readonly index?: MathNode }
  /** `limits`: the scripts stand above and below the base, as at a sum. */
  | { readonly kind: 'scripts'; readonly base: MathNode; readonly sub?: MathNode; readonly sup?: MathNode; readonly limits: boolean }
  /** A mark above or below: an accent, a line, a brace. */
  | { readonly kind: 'mark'; readonly body: MathNode; readonly mark: string; readonly place: 'over' | 'under'; readonly stretchy: boolean }
  /** Between brackets that grow; an empty bracket is none. */
  | { readonly kind: 'fenced'; readonly left: string; readonly right: string; readonly body: MathNode }
  /** `tight`: no room between columns, as of equations one below the other. */
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly MathNode[])[];
      readonly align: readonly ('left' | 'center' | 'right')[];
      readonly tight?: true;
    };
