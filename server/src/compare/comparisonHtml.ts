import type { Block } from '../engine/model/report.ts';
import { escapeHtml } from '../render/html/escape.ts';
import type { ComparisonHtml } from '../render/html/renderHtml.ts';
import type { Localize } from '../wording/localize.ts';
import type { BlockChange, Comparison } from './compareReports.ts';
import { plainWords } from './mergeBlocks.ts';

/** In VS Code the list has the colours of the theme. On paper too: a rule beside what changed, words underlined or struck through, so that nothing hangs on colour alone. */
const style = `
.page ins{color:#0a6b2b;text-decoration:underline;text-underline-offset:.15em}
.page del{color:#b3261e;text-decoration:line-through}
.page ins,.page del{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.page [data-change]{position:relative;scroll-margin-top:40vh}
.page p[data-change]::before,.page .picture[data-change]::before{content:"";position:absolute;left:-5mm;top:0;bottom:0;border-left:1.5pt solid #b3261e}
.page tr[data-change]{box-shadow:-4mm 0 0 -3.5mm #b3261e}
.page [data-change]:target{background:#fff3bf}
.changes{position:sticky;top:0;z-index:1;box-sizing:border-box;max-width:210mm;margin:0 auto 8mm;padding:3mm 5mm;background:var(--vscode-editorWidget-background,#fff);color:var(--vscode-editorWidget-foreground,#1f1f1f);border:1px solid var(--vscode-contrastBorder,transparent);font:14px/1.6 system-ui,sans-serif;box-shadow:0 1px 4px rgb(0 0 0/.35)}
.changes summary{cursor:pointer;font-weight:600}
.changes ol,.changes ul{max-height:30vh;overflow:auto;margin:.5em 0 0;padding-left:3em}
.changes a{color:var(--vscode-textLink-foreground,#0b57d0)}
.changes a:focus-visible,.changes summary:focus-visible{outline:1px solid var(--vscode-focusBorder,#0b57d0)}
@media print{.changes{display:none}}
`;

/** Words of a change in the list. */
const longest = 40;

/** What the pages of a comparison have more than those of a report: marks, and a list of the changes that leads to them. */
export function comparisonHtml({ changes, frontMatter }: Comparison, against: string, t: Localize): ComparisonHtml {
  const numbers = new Map<Block, number>();
  for (const block of changes.keys()) numbers.set(block, numbers.size + 1);
  const names: Readonly<Record<BlockChange, string>> = { added: t('New'), removed: t('Removed'), changed: t('Changed') };
  const count = (wanted: BlockChange) => [...changes.values()].filter((change) => change === wanted).length;
  const counts = t('Compared with {0}: {1} changed, {2} new, {3} removed', against, count('changed'), count('added'), count('removed'));
  const keys = frontMatter.map(
    ({ key, before, after }) => `<li>${escapeHtml(key)}: <del>${escapeHtml(before)}</del> <ins>${escapeHtml(after)}</ins></li>`,
  );
  const items = [...changes].map(
    ([block, change]) =>
      `<li><a href="#change-${numbers.get(block)}">${escapeHtml(`${names[change]}: ${excerpt(block, change)}`)}</a></li>`,
  );
  const lists = `${keys.length > 0 ? `<ul>${keys.join('')}</ul>` : ''}${items.length > 0 ? `<ol>${items.join('')}</ol>` : ''}`;
  const summary = `<nav class="changes" aria-label="${escapeHtml(t('Changes'))}"><details><summary>${escapeHtml(counts)}</summary>${lists}</details></nav>\n`;
  return { changeOf: (block) => numbers.get(block), summary, style };
}

/** Of what changed the new words: old and new ones in a row would be neither. */
function excerpt(block: Block, change: BlockChange): string {
  const words = [...plainWords(block, change === 'changed' ? 'removed' : undefined)];
  return words.length > longest ? `${words.slice(0, longest).join('')}…` : words.join('') || block.kind;
}
