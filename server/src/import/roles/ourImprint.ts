import type { WordTable } from '../word/model.ts';
import type { ImportedFrontMatter } from '../write/frontMatterText.ts';
import { textOf } from './conversion.ts';

const copies = /^(?:抄送：|Copies to: )/;

/** Takes an imprint (版记) of our export into the front matter; false for any other table. */
export function imprintOf(table: WordTable, frontMatter: ImportedFrontMatter): boolean {
  const paragraphs = table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks)).filter((block) => block.kind === 'paragraph');
  if (paragraphs.length === 0 || !paragraphs.every(({ style }) => style === 'imprint')) return false;
  for (const paragraph of paragraphs) {
    const words = textOf(paragraph);
    if (copies.test(words)) {
      const list = words.replace(copies, '').replace(/[。.]$/, '');
      frontMatter.copiesTo = list
        .split(/，|, /)
        .map((one) => one.trim())
        .filter((one) => one !== '');
      continue;
    }
    const [printer = '', date = ''] = textWithTabs(words);
    if (printer !== '') frontMatter.printingOrgan = printer;
    if (date !== '') frontMatter.printingDate = date.replace(/印发$/, '');
  }
  return true;
}

const textWithTabs = (words: string): readonly string[] => words.split('\t').map((part) => part.trim());
