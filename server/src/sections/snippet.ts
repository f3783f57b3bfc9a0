// VS Code's snippet syntax: tab stops, placeholders, choices and variables. No transforms: no section needs one.

export type SnippetNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'stop'; readonly number: number }
  | { readonly kind: 'placeholder'; readonly number: number; readonly children: readonly SnippetNode[] }
  | { readonly kind: 'choice'; readonly number: number; readonly options: readonly string[] }
  /** `defaults` is what stands after the colon: `${heading:1}`. */
  | { readonly kind: 'variable'; readonly name: string; readonly defaults: readonly SnippetNode[] };

export interface SnippetProblem {
  /** UTF-16 offset in the snippet. */
  readonly offset: number;
  readonly message: 'unclosed' | 'empty choice' | 'unknown form' | 'too deep';
}

export interface ParsedSnippet {
  readonly nodes: readonly SnippetNode[];
  readonly problems: readonly SnippetProblem[];
}

const deepest = 8;

/** Reads a snippet. Never throws: what cannot be read stays text, as in VS Code, and is listed in `problems`. */
export function parseSnippet(snippet: string): ParsedSnippet {
  const problems: SnippetProblem[] = [];
  const { nodes } = parseUntil(snippet, 0, 0, problems);
  return { nodes, problems };
}

interface Parsed {
  readonly nodes: readonly SnippetNode[];
  readonly end: number;
  readonly closed: boolean;
}

/** `depth` 0 reads to the end, deeper ones to the closing brace. */
function parseUntil(snippet: string, start: number, depth: number, problems: SnippetProblem[]): Parsed {
  const nodes: SnippetNode[] = [];
  let text = '';
  let i = start;
  const flush = (): void => {
    if (text !== '') {
      nodes.push({ kind: 'text', text });
      text = '';
    }
  };
  while (i < snippet.length) {
    const char = snippet[i] as string;
    if (char === '\\' && '\\$}'.includes(snippet[i + 1] ?? ' ')) {
      text += snippet[i + 1];
      i += 2;
    } else if (char === '}' && depth > 0) {
      flush();
      return { nodes, end: i + 1, closed: true };
    } else if (char === '$') {
      const found = parseDollar(snippet, i, depth, problems);
      if (found === undefined) {
        text += char;
        i++;
      } else {
        flush();
        nodes.push(found.node);
        i = found.end;
      }
    } else {
      text += char;
      i++;
    }
  }
  flush();
  return { nodes, end: i, closed: depth === 0 };
}

const simple = /\$(?:(\d{1,6})|([A-Za-z_]\w{0,60}))/y;
const braced = /\$\{(?:(\d{1,6})|([A-Za-z_]\w{0,60}))([:|}])/y;

function parseDollar(
  snippet: string,
  at: number,
  depth: number,
  problems: SnippetProblem[],
): { readonly node: SnippetNode; readonly end: number } | undefined {
  simple.lastIndex = at;
  const short = simple.exec(snippet);
  if (short !== null) {
    return { node: nodeOf(short[1], short[2], []), end: simple.lastIndex };
  }
  if (snippet[at + 1] !== '{') {
    return undefined;
  }
  braced.lastIndex = at;
  const long = braced.exec(snippet);
  if (long === null) {
    problems.push({ offset: at, message: 'unknown form' });
    return undefined;
  }
  const inside = braced.lastIndex;
  if (long[3] === '}') {
    return { node: nodeOf(long[1], long[2], []), end: inside };
  }
  if (long[3] === '|') {
    const choice = long[1] === undefined ? undefined : parseChoice(snippet, inside);
    if (choice === undefined) {
      problems.push({ offset: at, message: long[1] === undefined ? 'unknown form' : 'unclosed' });
      return undefined;
    }
    if (choice.options.some((option) => option === '')) {
      problems.push({ offset: at, message: 'empty choice' });
    }
    return { node: { kind: 'choice', number: Number(long[1]), options: choice.options }, end: choice.end };
  }
  if (depth >= deepest) {
    problems.push({ offset: at, message: 'too deep' });
    return undefined;
  }
  const inner = parseUntil(snippet, inside, depth + 1, problems);
  if (!inner.closed) {
    problems.push({ offset: at, message: 'unclosed' });
    return undefined;
  }
  return { node: nodeOf(long[1], long[2], inner.nodes), end: inner.end };
}

function nodeOf(number: string | undefined, name: string | undefined, children: readonly SnippetNode[]): SnippetNode {
  if (number === undefined) {
    return { kind: 'variable', name: name ?? '', defaults: children };
  }
  return children.length > 0 ? { kind: 'placeholder', number: Number(number), children } : { kind: 'stop', number: Number(number) };
}

/** Options up to `|}`; backslash escapes comma, bar and itself. */
function parseChoice(snippet: string, start: number): { readonly options: readonly string[]; readonly end: number } | undefined {
  const options: string[] = [];
  let option = '';
  for (let i = start; i < snippet.length; i++) {
    const char = snippet[i] as string;
    if (char === '\\' && '\\,|'.includes(snippet[i + 1] ?? ' ')) {
      option += snippet[++i];
    } else if (char === ',') {
      options.push(option);
      option = '';
    } else if (char === '|') {
      return snippet[i + 1] === '}' ? { options: [...options, option], end: i + 2 } : undefined;
    } else {
      option += char;
    }
  }
  return undefined;
}

/** Makes text stand for itself in a snippet. */
export const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

const escapeOption = (text: string): string => text.replace(/[\\,|]/g, '\\$&');

/** The snippet that reads back as `nodes`. */
export function printSnippet(nodes: readonly SnippetNode[]): string {
  let out = '';
  for (const node of nodes) {
    switch (node.kind) {
      case 'text':
        out += escapeSnippet(node.text);
        break;
      case 'stop':
        out += `\${${node.number}}`;
        break;
      case 'placeholder':
        out += `\${${node.number}:${printSnippet(node.children)}}`;
        break;
      case 'choice':
        out += `\${${node.number}|${node.options.map(escapeOption).join(',')}|}`;
        break;
      case 'variable':
        out += node.defaults.length > 0 ? `\${${node.name}:${printSnippet(node.defaults)}}` : `\${${node.name}}`;
    }
  }
  return out;
}

/** What stands in the document once the snippet is inserted: placeholders as they are, of choices the first. */
export function plainText(nodes: readonly SnippetNode[]): string {
  let out = '';
  for (const node of nodes) {
    switch (node.kind) {
      case 'text':
        out += node.text;
        break;
      case 'stop':
        break;
      case 'placeholder':
        out += plainText(node.children);
        break;
      case 'choice':
        out += node.options[0] ?? '';
        break;
      case 'variable':
        out += plainText(node.defaults);
    }
  }
  return out;
}

/** The same snippet with other numbers for its tab stops. */
export function renumber(nodes: readonly SnippetNode[], numberOf: (number: number) => number): readonly SnippetNode[] {
  return nodes.map((node) => {
    switch (node.kind) {
      case 'text':
        return node;
      case 'placeholder':
        return { kind: 'placeholder', number: numberOf(node.number), children: renumber(node.children, numberOf) };
      case 'variable':
        return { kind: 'variable', name: node.name, defaults: renumber(node.defaults, numberOf) };
      default:
        return { ...node, number: numberOf(node.number) };
    }
  });
}
