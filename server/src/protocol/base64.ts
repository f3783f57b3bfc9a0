// Bytes as they travel in messages between client and server.
// `Buffer` is Node's only and `Uint8Array.fromBase64` too new, so both hosts use btoa and atob.
// In pieces, since `String.fromCharCode(...bytes)` overflows the stack; a multiple of 3, so that the pieces join without padding.
const piece = 3 * 8192;

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += piece) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(from, from + piece))));
  }
  return parts.join('');
}

/** Throws a DOMException for what is not base64. */
export function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
