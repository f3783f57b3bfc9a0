/** The text of a file and the encoding it was read in; or why there is none. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: 'UTF-8' | 'UTF-16' | 'GB 18030' }
  | { readonly kind: 'binary' }
  | { readonly kind: 'unknown' };

/**
 * Reads UTF-8, UTF-16 with its mark, and GB 18030 (which older Chinese software writes, GBK and GB 2312 included). The byte order
 * mark is dropped. UTF-8 with a few damaged bytes is read as such, U+FFFD in their place.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = utf16Mark(bytes);
  if (marked !== undefined) return { kind: 'text', text: new TextDecoder(marked).decode(bytes), encoding: 'UTF-16' };
  if (hasControls(bytes)) return { kind: 'binary' };
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const damaged = count(utf8, '\uFFFD');
  if (damaged === 0) return { kind: 'text', text: utf8, encoding: 'UTF-8' };
  // Chinese in GB 18030 read as UTF-8 is damage almost throughout; a UTF-8 file cut off or spliced is whole almost throughout.
  if (damaged * 10 < wide(utf8)) return { kind: 'text', text: utf8, encoding: 'UTF-8' };
  const gb = decodeStrictly('gb18030', bytes);
  return gb === undefined ? { kind: 'unknown' } : { kind: 'text', text: gb, encoding: 'GB 18030' };
}

/** As readers of data sheets want it. */
export function decodeSheet(bytes: Uint8Array): string | undefined {
  const decoded = decodeText(bytes);
  return decoded.kind === 'text' ? decoded.text : undefined;
}

function utf16Mark([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Bytes that no text file of these encodings has: NUL and its like, tab, line breaks, form feed, ^Z (old DOS files) and escape aside. */
function hasControls(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1a) || (byte > 0x1b && byte < 0x20));
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not this encoding, or an engine without its tables.
    return undefined;
  }
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}

/** Characters of three UTF-8 bytes that came through whole. */
function wide(text: string): number {
  let found = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x800 && code !== 0xfffd) found += 1;
  }
  return found;
}
