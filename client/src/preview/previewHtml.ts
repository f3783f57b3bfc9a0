import type { Uri, Webview } from 'vscode';

export interface PreviewHtmlOptions {
  readonly webview: Pick<Webview, 'cspSource' | 'asWebviewUri'>;
  readonly script: Uri;
  readonly style: Uri;
  readonly nonce: string;
  readonly language: string;
  readonly title: string;
}

/**
 * What the preview may load and run: our one script, our one style sheet, pictures of the workspace. Styles of the page layout come by message and are
 * set by the script, so no inline style is needed. The only place where this policy is written.
 */
export const contentSecurityPolicy = (cspSource: string, nonce: string): string =>
  [
    "default-src 'none'",
    `img-src ${cspSource} data:`,
    `style-src ${cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** For texts and attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);

/** The page that holds the preview; the report comes by message. */
export function previewHtml({ webview, script, style, nonce, language, title }: PreviewHtmlOptions): string {
  const uri = (resource: Uri): string => escapeHtml(webview.asWebviewUri(resource).toString());
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy(webview.cspSource, nonce))}">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${uri(style)}">
</head>
<body>
<script nonce="${nonce}" src="${uri(script)}"></script>
</body>
</html>`;
}

/** 128 bits that nobody can guess. */
export function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
