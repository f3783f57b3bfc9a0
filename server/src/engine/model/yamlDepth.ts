const deepest = 100;
const widestIndent = 400;

/**
 * Whether a YAML or JSON text nests deeper than any sheet does. To be asked before the text is parsed: the parser recurses, and where the
 * stack ends inside V8's regular expressions, V8 ends the whole process. Counts brackets in strings as well; a guard may decline too much.
 */
export function nestsTooDeeply(text: string): boolean {
  let depth = 0;
  let indent = 0;
  let atStart = true;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n' || character === '\r') {
      atStart = true;
      indent = 0;
      continue;
    }
    // `- - - x` and `? ? x` nest as indents do.
    if (atStart && (character === ' ' || character === '-' || character === '?' || character === ':' || character === '\t')) {
      indent++;
      if (indent > widestIndent) return true;
      continue;
    }
    atStart = false;
    if (character === '[' || character === '{') depth++;
    else if ((character === ']' || character === '}') && depth > 0) depth--;
    if (depth > deepest) return true;
  }
  return false;
}
