import type { Line } from './line.ts';
import { sameState } from './lineState.ts';

/** Nothing that a rule looks at differs. Guards decline rather than guess: lines of the structure must be equal to the letter. */
export function sameFindings(a: Line, b: Line): boolean {
  const quiet = (line: Line): boolean =>
    !line.structural &&
    line.missing.length === 0 &&
    line.fields.length === 0 &&
    line.findings.length === 0 &&
    line.mentions.length === 0 &&
    !line.damaged &&
    line.syntax.kind !== 'frontMatter' &&
    line.syntax.kind !== 'comment' &&
    line.syntax.kind !== 'code' &&
    line.syntax.kind !== 'addressee' &&
    line.syntax.kind !== 'documentNumber';
  return (quiet(a) && quiet(b)) || (a.text === b.text && sameState(a.stateIn, b.stateIn));
}
