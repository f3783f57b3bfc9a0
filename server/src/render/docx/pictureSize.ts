/** What the head of a picture file says. Sizes in pixels; `dpi` 96 where the file says none. */
export interface PictureHead {
  readonly type: 'png' | 'jpg' | 'gif';
  readonly width: number;
  readonly height: number;
}

export type PictureHeadResult = PictureHead | { readonly refused: 'unknown' | 'svg' | 'webp' | 'corrupt' | 'huge' };

/** Word refuses, or chokes on, more: 50,000 × 50,000 pixels would be 10 GB in memory. */
const maxPixels = 100_000_000;
const maxSide = 30_000;

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);

/** Kind and size of a PNG, JPEG or GIF by its head; anything else, a damaged head or a monster is refused. Never throws. */
export function pictureHead(bytes: Uint8Array): PictureHeadResult {
  const head = readHead(bytes);
  if ('refused' in head) return head;
  if (head.width < 1 || head.height < 1) return { refused: 'corrupt' };
  if (head.width > maxSide || head.height > maxSide || head.width * head.height > maxPixels) return { refused: 'huge' };
  return head;
}

function readHead(bytes: Uint8Array): PictureHeadResult {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    // The IHDR chunk comes first, always; a file without IEND at its end was cut off.
    if (bytes.length < 45 || view.getUint32(12) !== 0x49484452) return { refused: 'corrupt' };
    return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) {
    if (bytes.length < 14) return { refused: 'corrupt' };
    return { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return jpegHead(view);
  if (isWebp(view)) return { refused: 'webp' };
  if (isSvg(bytes)) return { refused: 'svg' };
  return { refused: 'unknown' };
}

/** `RIFF….WEBP`. */
const isWebp = (view: DataView): boolean => view.byteLength >= 12 && view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250;

/** Whether the first of a file's words is an SVG's, behind a declaration, comments or a byte order mark. Encodings of two bytes are not looked into. */
function isSvg(bytes: Uint8Array): boolean {
  let text = '';
  for (const byte of bytes.subarray(0, 2000)) text += String.fromCharCode(byte);
  return /^(?:\u00ef\u00bb\u00bf)?\s{0,100}</.test(text) && /<svg[\s>/]/i.test(text);
}

/** Start-of-frame markers; C4, C8 and CC are others. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegHead(view: DataView): PictureHeadResult {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return { refused: 'corrupt' };
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (isFrame(marker)) return { type: 'jpg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    const length = view.getUint16(at + 2);
    if (length < 2) return { refused: 'corrupt' };
    at += 2 + length;
  }
  return { refused: 'corrupt' };
}
