import type { HeadingLevel } from '../engine/syntax/lineSyntax.ts';
import type { Body } from './documentType.ts';
import type { HeadingNumberer } from './fit.ts';
import { parseSnippet, plainText, printSnippet, renumber, type SnippetNode } from './snippet.ts';

export interface AssemblyOptions {
  readonly numberer: HeadingNumberer;
  /** Added to the level of each heading; levels stay within 1 to 4. */
  readonly shift?: number;
  /** The number of the last table before the place; 0 if there is none. */
  readonly lastTable?: number;
  /** A blank line between paragraphs, as in Markdown. */
  readonly blankLines: boolean;
}

/** Puts bodies together into one text: headings numbered, tab stops counted on from body to body. */
export class Assembly {
  private readonly parts: SnippetNode[] = [];
  private stops = 0;
  private previous = '';
  private table: number;

  constructor(private readonly options: AssemblyOptions) {
    this.table = options.lastTable ?? 0;
  }

  get isEmpty(): boolean {
    return this.parts.length === 0;
  }

  /** Equal numbers in one body are one tab stop; `${table}` is the number of the body's one table. */
  add(body: Body): this {
    const numbers = new Map<number, number>();
    const numberOf = (number: number): number => {
      if (number === 0) {
        return 0;
      }
      const known = numbers.get(number) ?? ++this.stops;
      numbers.set(number, known);
      return known;
    };
    const parsedLines = parsedBody(body);
    if (parsedLines.some((nodes) => nodes.some(isTable))) {
      this.table++;
    }
    for (const [i, nodes] of parsedLines.entries()) {
      this.paragraph(renumber(this.numbered(nodes), numberOf), body[i] ?? '');
    }
    return this;
  }

  private paragraph(nodes: readonly SnippetNode[], line: string): void {
    if (!this.isEmpty) {
      const joined = !this.options.blankLines || staysTogether(this.previous, line);
      this.parts.push({ kind: 'text', text: joined ? '\n' : '\n\n' });
    }
    for (const node of nodes) {
      this.parts.push(node);
    }
    this.previous = line;
  }

  private numbered(nodes: readonly SnippetNode[]): readonly SnippetNode[] {
    return nodes.map((node, i) => {
      if (isTable(node)) {
        return { kind: 'text', text: String(this.table) };
      }
      return i === 0 && node.kind === 'variable' && node.name === 'heading' ? this.headingNumber(node) : node;
    });
  }

  private headingNumber({ defaults }: Extract<SnippetNode, { kind: 'variable' }>): SnippetNode {
    const level = Number(plainText(defaults)) + (this.options.shift ?? 0);
    return { kind: 'text', text: this.options.numberer.next(Math.min(4, Math.max(1, level)) as HeadingLevel) };
  }

  snippet(): string {
    return printSnippet(this.parts);
  }

  text(): string {
    return plainText(this.parts);
  }

  /** The values that are open, as stretches of `text()` in UTF-16 offsets, choices left out. */
  gaps(): readonly { readonly start: number; readonly end: number }[] {
    const gaps: { start: number; end: number }[] = [];
    let at = 0;
    for (const node of this.parts) {
      const length = plainText([node]).length;
      if (node.kind === 'placeholder') {
        gaps.push({ start: at, end: at + length });
      }
      at += length;
    }
    return gaps;
  }
}

const isTable = (node: SnippetNode): boolean => node.kind === 'variable' && node.name === 'table';

/** Bodies of a catalogue never change, so each is read once and lives as long as its type. */
const parsed = new WeakMap<Body, readonly (readonly SnippetNode[])[]>();

function parsedBody(body: Body): readonly (readonly SnippetNode[])[] {
  let nodes = parsed.get(body);
  if (nodes === undefined) {
    nodes = body.map((line) => parseSnippet(line).nodes);
    parsed.set(body, nodes);
  }
  return nodes;
}

/** Rows of a table with each other and with their caption, items of a list, and the two lines of a signature stay together. */
function staysTogether(previous: string, line: string): boolean {
  const row = /^\|/;
  const item = /^\s*[-*+] /;
  return (row.test(line) && (row.test(previous) || /^(?:表|Table )/.test(previous))) || (item.test(line) && item.test(previous));
}
