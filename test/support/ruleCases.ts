import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a case expects: findings at their places, and the text after fixes. */
export interface RuleCase {
  readonly name: string;
  readonly text: string;
  /** `line:column-column code`, in order. */
  readonly expected: readonly string[];
  /** The text after the first fix of a rule (`--- fix code`), or after Fix All (`--- all`). */
  readonly fixes: readonly { readonly code: string | undefined; readonly text: string }[];
}

/**
 * The cases of a folder, by file: `=== name`, then a text in which `⟦words|code⟧` marks what a rule must find, then perhaps texts after fixes.
 * What is not marked must not be found.
 */
export function ruleCases(folder: string): ReadonlyMap<string, readonly RuleCase[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return new Map(files.map((file) => [file.slice(0, -4), casesIn(readFileSync(join(folder, file), 'utf8'))]));
}

function casesIn(content: string): readonly RuleCase[] {
  return content
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.replace(/\n$/, '').split('\n');
      const [marked = '', ...rest] = lines.join('\n').split(/^(?=--- (?:fix |all$))/m);
      const fixes = rest.map((one) => {
        const [head = '', ...fixed] = one.split('\n');
        return { code: /^--- fix (\S+)/.exec(head)?.[1], text: fixed.join('\n').replace(/\n$/, '') };
      });
      return { name, ...read(marked.replace(/\n$/, '')), fixes };
    });
}

function read(marked: string): Pick<RuleCase, 'text' | 'expected'> {
  const expected: string[] = [];
  const texts = marked.split('\n').map((line, number) => {
    let text = '';
    let at = 0;
    for (const match of line.matchAll(/⟦([^⟦⟧]*)\|([a-z-]+)⟧/g)) {
      text += line.slice(at, match.index);
      const start = text.length;
      text += match[1];
      expected.push(`${number}:${start}-${text.length} ${match[2]}`);
      at = match.index + match[0].length;
    }
    return text + line.slice(at);
  });
  return { text: texts.join('\n'), expected: expected.sort() };
}
