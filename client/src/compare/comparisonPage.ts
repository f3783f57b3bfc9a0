import { makeNonce } from '../preview/previewHtml.ts';

/** The policy that the server wrote into the page, which allows any style in it; no word of a report comes before it. */
const serverPolicy = /<meta http-equiv="Content-Security-Policy" content="[^"]*">/;

/** The server's page under a policy of our own: only its one style sheet, known by a nonce, and pictures that are in it. */
export function comparisonPage(html: string, nonce = makeNonce()): string {
  const policy = `default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; form-action 'none'; base-uri 'none'`;
  return html
    .replace(serverPolicy, `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace('<style>', `<style nonce="${nonce}">`);
}
