import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import type { Block, Inline } from '../../engine/model/report.ts';
import { printedText } from './paragraphs.ts';

const han = /\p{Script=Han}/u;
const namedLanguages: readonly (readonly [name: RegExp, tag: string])[] = [
  [/^(?:zh|zh-hans|中文|汉语|简体中文|chinese)$/i, 'zh-CN'],
  [/^(?:en|英文|英语|english)$/i, 'en-US'],
];
/** Blocks whose words tell the language. */
export const tellingBlocks = 20;

/** The language (BCP 47) that a report says it is in; otherwise Chinese as soon as its title, or any early words, are. */
export function reportLanguage({ language }: FrontMatter, blocks: readonly Block[]): string {
  const said = language?.trim() ?? '';
  const named = namedLanguages.find(([name]) => name.test(said))?.[1];
  if (named !== undefined) return named;
  // Word refuses a language that is no BCP 47 tag; then the words decide.
  if (/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(said)) return said;
  let isEmpty = true;
  for (const block of blocks.slice(0, tellingBlocks)) {
    const words = wordsOf(block);
    if (han.test(words)) return 'zh-CN';
    isEmpty &&= words === '';
  }
  return isEmpty ? 'zh-CN' : 'en-US';
}

const textOf = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'footnoteReference' ? '' : printedText(inline))).join('');

function wordsOf(block: Block): string {
  if (block.kind === 'title') return block.lines.map(({ inlines }) => textOf(inlines)).join('');
  if (block.kind === 'heading') return textOf(block.heading) + textOf(block.body);
  return 'inlines' in block ? textOf(block.inlines) : '';
}
