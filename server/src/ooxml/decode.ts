/** Node, browsers and workers all have it; the types of the pure folders know neither of them. */
declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string };

/** A part's text: UTF-16 by its mark, otherwise UTF-8, damaged bytes replaced. */
export function decodePart(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
