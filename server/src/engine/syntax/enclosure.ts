import type { Line } from './line.ts';

type Part = Pick<Line, 'text' | 'syntax' | 'stateIn' | 'stateOut'>;

/**
 * What a line does to a comment or a code block: `opens` one that goes on below; `interrupts`: a comment of its own ends the one that it
 * stands in; `trails`: it ends a comment and has words after it, which are not printed.
 */
export function enclosing({ text, syntax, stateIn, stateOut }: Part): 'opens' | 'interrupts' | 'trails' | undefined {
  if (syntax.kind === 'code') return syntax.part === 'open' ? 'opens' : undefined;
  if (syntax.kind !== 'comment') return undefined;
  const wasIn = stateIn.enclosure === 'comment';
  const isIn = stateOut.enclosure === 'comment';
  if (wasIn === isIn) return undefined;
  if (isIn) return 'opens';
  if (text.trimStart().startsWith('<!--')) return 'interrupts';
  return text.slice(text.indexOf('-->') + 3).trim() === '' ? undefined : 'trails';
}
