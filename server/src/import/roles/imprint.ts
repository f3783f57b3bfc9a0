import type { WordBlock } from '../word/model.ts';
import type { ImportedFrontMatter } from '../write/frontMatterText.ts';
import { textOf } from './conversion.ts';

/** Blocks at the end of a document that may be its imprint. */
const lastBlocks = 8;
const copies = /^抄\s*[送报]\s*[：:]\s*/;
const printed = /^(.*?)[\s\u3000]*([0-9０-９]{4}年[0-9０-９]{1,2}月[0-9０-９]{1,2}日)\s*(?:印\s*[发制]|)$/;
const ending = /印\s*[发制]$/;

/** Takes an imprint (版记) at the end of a document into the front matter and gives the blocks without it. */
export function takeImprint(blocks: readonly WordBlock[], frontMatter: ImportedFrontMatter): readonly WordBlock[] {
  const from = Math.max(0, blocks.length - lastBlocks);
  for (let at = blocks.length - 1; at >= from; at--) {
    const block = blocks[at];
    if (block === undefined) break;
    const lines = linesOf(block);
    if (lines.length === 0) continue;
    // From the line with 抄送 on to the last one; a table has both.
    const start = firstOf(blocks, from, at);
    const all = blocks.slice(start, at + 1).flatMap(linesOf);
    const found = readImprint(all);
    if (found === undefined) break;
    Object.assign(frontMatter, found);
    return [...blocks.slice(0, start), ...blocks.slice(at + 1)];
  }
  return blocks;
}

function firstOf(blocks: readonly WordBlock[], from: number, last: number): number {
  for (let at = last; at >= from; at--) {
    const block = blocks[at];
    if (block !== undefined && linesOf(block).some((line) => copies.test(line))) return at;
  }
  return last;
}

function linesOf(block: WordBlock): readonly string[] {
  if (block.kind === 'table')
    return block.rows
      .map((row) => row.cells.flatMap((cell) => cell.blocks.flatMap(linesOf)).join('\t'))
      .filter((line) => line.trim() !== '');
  return textOf(block)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Nothing unless every line is part of an imprint. */
function readImprint(lines: readonly string[]): ImportedFrontMatter | undefined {
  const found: ImportedFrontMatter = {};
  let list = '';
  for (const line of lines) {
    if (copies.test(line)) {
      list += line.replace(copies, '');
    } else if (ending.test(line) && printed.test(line)) {
      const [, organ = '', date = ''] = printed.exec(line) ?? [];
      if (organ.trim() !== '') found.printingOrgan = organ.trim();
      found.printingDate = date;
    } else if (list !== '' && found.printingDate === undefined && line.length <= 200) {
      list += line;
    } else {
      return undefined;
    }
  }
  const organs = list
    .replace(/[。.]$/, '')
    .split(/[，；;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (organs.length > 0) found.copiesTo = organs;
  return organs.length > 0 || found.printingDate !== undefined ? found : undefined;
}
