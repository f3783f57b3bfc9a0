import { unzipSync } from 'fflate';

/** What is held to before anything is unpacked; sizes in bytes. */
export interface ZipLimits {
  readonly bytes: number;
  readonly entries: number;
  /** How many times its packed size a part may have. */
  readonly ratio: number;
  /** Small parts compress well without harm: the ratio is looked at from this size on. */
  readonly harmless: number;
  readonly unpacked: number;
}

/** For workbooks; a sheet of 100,000 rows stays far below. */
export const zipLimits: ZipLimits = { bytes: 20_000_000, entries: 2000, ratio: 100, harmless: 1_000_000, unpacked: 100_000_000 };

export type ZipFailure = 'too-large' | 'bomb' | 'password' | 'old-format' | 'damaged';

/** An archive whose entries are within the limits. */
export interface Zip {
  readonly names: ReadonlySet<string>;
  /** The part's bytes; `undefined` if there is none, or if it is damaged. */
  read(name: string): Uint8Array | undefined;
}

/** Checks the bytes of an Office file and opens them; unpacks nothing yet. Never throws. */
export function openZip(bytes: Uint8Array, limits = zipLimits): Zip | ZipFailure {
  const { harmless } = limits;
  if (bytes.length > limits.bytes) return 'too-large';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return hasUtf16(bytes, 'EncryptedPackage') ? 'password' : 'old-format';
  if (!startsWith(bytes, [0x50, 0x4b])) return 'damaged';
  const names = new Set<string>();
  let unpacked = 0;
  let bomb = false;
  try {
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        unpacked += originalSize;
        bomb ||= names.size >= limits.entries || unpacked > limits.unpacked;
        bomb ||= originalSize > harmless && originalSize > size * limits.ratio;
        if (!bomb) names.add(name);
        return false;
      },
    });
  } catch {
    return 'damaged';
  }
  if (bomb || (unpacked > harmless && unpacked > bytes.length * limits.ratio)) return 'bomb';
  return names.size === 0 ? 'damaged' : { names, read: (name) => readPart(bytes, names, name) };
}

function readPart(bytes: Uint8Array, names: ReadonlySet<string>, name: string): Uint8Array | undefined {
  if (!names.has(name)) return undefined;
  try {
    // The buffer is as large as the directory says, and fflate does not let it grow: a part that lies about its size is damaged.
    return unzipSync(bytes, { filter: (entry) => entry.name === name })[name];
  } catch {
    return undefined;
  }
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte);

/** Names in an OLE file are UTF-16. A workbook with a password has a stream of this name; an old .xls has none. */
function hasUtf16(bytes: Uint8Array, word: string): boolean {
  const last = bytes.length - word.length * 2;
  for (let at = 0; at <= last; at++) {
    let i = 0;
    while (i < word.length && bytes[at + 2 * i] === word.charCodeAt(i) && bytes[at + 2 * i + 1] === 0) i++;
    if (i === word.length) return true;
  }
  return false;
}
