import type { Line } from './line.ts';
import type { HeadingSyntax } from './lineSyntax.ts';

/** Nothing that a section rule looks at differs: level, number and its place, and what comments silence. */
export function sameNumbering(a: Line, b: Line): boolean {
  if (!a.structural && !b.structural) {
    return true;
  }
  const one = numberingOf(a);
  const other = numberingOf(b);
  return (
    a.syntax.kind === b.syntax.kind &&
    a.stateIn.disabled === b.stateIn.disabled &&
    a.stateIn.disabledNext === b.stateIn.disabledNext &&
    one?.level === other?.level &&
    one?.marker?.style === other?.marker?.style &&
    one?.marker?.value === other?.marker?.value &&
    one?.marker?.start === other?.marker?.start &&
    one?.marker?.end === other?.marker?.end
  );
}

function numberingOf({ syntax }: Line): Pick<HeadingSyntax, 'level' | 'marker'> | undefined {
  return syntax.kind === 'heading' || syntax.kind === 'numbered' ? syntax : undefined;
}
