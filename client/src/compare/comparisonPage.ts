import { escapeHtml, makeNonce } from '../preview/previewHtml.ts';

/** The policy that the server wrote into the page, which allows any style in it; no word of a report comes before it. */
const serverPolicy = /<meta http-equiv="Content-Security-Policy" content="[^"]*">/;
/** Of a page that stands upright, as the server's style sheet says it first. */
const paperSize = /@page\{size:([\d.]+)mm ([\d.]+)mm/;

export interface ComparisonOptions {
  /** The label of the box that makes pages as wide as the view, in the writer's language. */
  readonly fitWidth: string;
  readonly nonce?: string;
}

/**
 * The server's page under a policy of our own: only its one style sheet, known by a nonce, and pictures that are in it. Its pages are as wide as the view
 * until the writer unticks a box.
 */
export function comparisonPage(html: string, { fitWidth, nonce = makeNonce() }: ComparisonOptions): string {
  const policy = `default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; form-action 'none'; base-uri 'none'`;
  const [, width = '210', height = '297'] = paperSize.exec(html) ?? [];
  const box = `<label class="fit"><input type="checkbox" checked> ${escapeHtml(fitWidth)}</label>`;
  return html
    .replace(serverPolicy, `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace('<style>', () => `<style nonce="${nonce}">${fitStyle(Number(width), Number(height))}`)
    .replace('</nav>', () => `${box}</nav>`);
}

/**
 * Without a script: the tangent of the angle between two lengths is their quotient, which `calc()` gives only in browsers of today. As in the preview, pages
 * have margins of 24 px, are never smaller than a fifth nor larger than twice their size, and those that lie across become as wide as the others.
 */
const fitStyle = (width: number, height: number): string => `
@property --view{syntax:"<length>";inherits:true;initial-value:0px}
@property --sheet{syntax:"<length>";inherits:true;initial-value:1px}
:root{--view:100vw;--sheet:calc(${width}mm + 48px)}
.fit{display:block;margin-top:.5em}
.fit input:focus-visible{outline:1px solid var(--vscode-focusBorder,#0b57d0)}
@media screen{
:root:has(.fit :checked) .page{zoom:clamp(.2,tan(atan2(var(--view),var(--sheet))),2)}
:root:has(.fit :checked) .page.landscape{zoom:calc(clamp(.2,tan(atan2(var(--view),var(--sheet))),2)*${Math.min(1, width / height)})}
}
`;
