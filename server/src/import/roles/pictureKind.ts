import { decodePart } from '../../ooxml/decode.ts';

/** What a picture's bytes say it is; `refused` says in English why it cannot be used. */
export type PictureKind = { readonly extension: string } | { readonly refused: string };

const magic: readonly (readonly [bytes: readonly number[], at: number, kind: PictureKind])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 0, { extension: 'png' }],
  [[0xff, 0xd8, 0xff], 0, { extension: 'jpg' }],
  [[0x47, 0x49, 0x46, 0x38], 0, { extension: 'gif' }],
  [[0x57, 0x45, 0x42, 0x50], 8, { extension: 'webp' }],
  [[0x20, 0x45, 0x4d, 0x46], 40, { refused: 'it is an EMF drawing. Save it as PNG in Word.' }],
  [[0xd7, 0xcd, 0xc6, 0x9a], 0, { refused: 'it is a WMF drawing. Save it as PNG in Word.' }],
  [[0x01, 0x00, 0x09, 0x00, 0x00, 0x03], 0, { refused: 'it is a WMF drawing. Save it as PNG in Word.' }],
  [[0x49, 0x49, 0x2a, 0x00], 0, { refused: 'it is a TIFF picture. Save it as PNG in Word.' }],
  [[0x4d, 0x4d, 0x00, 0x2a], 0, { refused: 'it is a TIFF picture. Save it as PNG in Word.' }],
  [[0x42, 0x4d], 0, { refused: 'it is a BMP picture. Save it as PNG in Word.' }],
];
const largest = 20_000_000;

/** By the first bytes, whatever the part's name is; `undefined` for what is no picture. */
export function pictureKind(bytes: Uint8Array): PictureKind | undefined {
  if (bytes.length > largest) return { refused: 'it is larger than 20 MB.' };
  const found = magic.find(([wanted, at]) => wanted.every((byte, i) => bytes[at + i] === byte))?.[2];
  if (found !== undefined) return found;
  return /^(?:\ufeff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(
    decodePart(bytes.subarray(0, 2000)),
  )
    ? { extension: 'svg' }
    : undefined;
}
