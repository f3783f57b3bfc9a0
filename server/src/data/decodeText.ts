/** Node, browsers and workers all have it; the types of the pure folders know neither of them. */
declare const TextDecoder: new (encoding: string, options?: { readonly fatal?: boolean }) => { decode(bytes: Uint8Array): string };

/** UTF-16 by its mark, UTF-8 where it is whole, otherwise GB 18030 (GBK and GB 2312 included); `undefined` for what is no text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 4096).includes(0)) return undefined;
  return strictly('utf-8', bytes) ?? strictly('gb18030', bytes);
}

/** UTF-8, damaged bytes replaced. */
export const decodeUtf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not this encoding.
    return undefined;
  }
}
