const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The one way from a writer's words into HTML, for text and for attribute values in quotes alike. Control characters that HTML forbids vanish. */
export const escapeHtml = (text: string): string =>
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** Links that may be followed: to the web, to a mail address, to a place in the report, to a file beside it. Anything else: `undefined`. */
export function safeHref(href: string): string | undefined {
  const bare = href.replace(/[\0-\x1f\x7f]/g, '').trim();
  // What browsers drop or readers do not see may hide a scheme.
  const visible = bare.replace(/[\s\x80-\xa0\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g, '');
  if (visible === '') return undefined;
  const scheme = /^([^/?#]*?):/.exec(visible)?.[1];
  if (scheme !== undefined) return /^(?:https?|mailto)$/i.test(scheme) ? bare : undefined;
  // `//host` and `\\host` lead away from the report as well.
  return /^[/\\]/.test(visible) || visible.includes('\\') ? undefined : bare;
}
