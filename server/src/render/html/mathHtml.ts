import type { MathNode } from '../math/mathNode.ts';
import { escapeHtml } from './escape.ts';

/** A formula as MathML. Every element and attribute is written here; only words come from the report, and they are escaped. */
export const mathHtml = (node: MathNode): string => `<math display="block">${element(node)}</math>`;

function element(node: MathNode): string {
  switch (node.kind) {
    case 'row':
      return `<mrow>${node.children.map(element).join('')}</mrow>`;
    case 'name':
      return `<mi${node.upright ? ' mathvariant="normal"' : ''}>${escapeHtml(node.text)}</mi>`;
    case 'number':
      return `<mn>${escapeHtml(node.text)}</mn>`;
    case 'operator':
      return node.large
        ? `<mo largeop="true" movablelimits="false">${escapeHtml(node.text)}</mo>`
        : `<mo stretchy="false">${escapeHtml(node.text)}</mo>`;
    case 'words':
      return `<mtext>${escapeHtml(node.text)}</mtext>`;
    case 'space':
      return `<mspace width="${node.width}em"></mspace>`;
    case 'fraction':
      return `<mfrac${node.bar ? '' : ' linethickness="0"'}>${element(node.above)}${element(node.below)}</mfrac>`;
    case 'root':
      return node.index ? `<mroot>${element(node.body)}${element(node.index)}</mroot>` : `<msqrt>${element(node.body)}</msqrt>`;
    case 'scripts':
      return scripts(node);
    case 'mark': {
      const mark = `<mo stretchy="${node.stretchy}">${escapeHtml(node.mark)}</mo>`;
      const tag = node.place === 'over' ? 'mover' : 'munder';
      return `<${tag} accent="true">${element(node.body)}${mark}</${tag}>`;
    }
    case 'fenced':
      return `<mrow>${fence(node.left, 'prefix')}${element(node.body)}${fence(node.right, 'postfix')}</mrow>`;
    case 'table': {
      const rows = node.rows.map((row) => {
        const cells = node.align.map((align, column) => {
          const cell = row[column];
          return `<mtd class="math-${align}${node.tight ? ' math-tight' : ''}">${cell ? element(cell) : ''}</mtd>`;
        });
        return `<mtr>${cells.join('')}</mtr>`;
      });
      return `<mtable displaystyle="true">${rows.join('')}</mtable>`;
    }
  }
}

const fence = (text: string, form: 'prefix' | 'postfix'): string =>
  text === '' ? '' : `<mo fence="true" stretchy="true" form="${form}">${escapeHtml(text)}</mo>`;

function scripts({ base, sub, sup, limits }: Extract<MathNode, { readonly kind: 'scripts' }>): string {
  const tags = limits ? (['munderover', 'munder', 'mover'] as const) : (['msubsup', 'msub', 'msup'] as const);
  const [both, below, above] = tags;
  if (sub && sup) return `<${both}>${element(base)}${element(sub)}${element(sup)}</${both}>`;
  if (sub) return `<${below}>${element(base)}${element(sub)}</${below}>`;
  return sup ? `<${above}>${element(base)}${element(sup)}</${above}>` : element(base);
}
