import { Range } from 'vscode';

interface Place {
  readonly line: number;
  readonly character: number;
}

/** A range as the server's own messages have it, which vscode-languageclient does not turn. */
export const asRange = ({ start, end }: { readonly start: Place; readonly end: Place }): Range =>
  new Range(start.line, start.character, end.line, end.character);
