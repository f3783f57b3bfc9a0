import { openZip, type Zip, type ZipFailure, type ZipLimits } from '../../ooxml/openZip.ts';
import { type Relationship, readPart, relationshipsOf } from '../../ooxml/relationships.ts';
import { readXml } from '../../ooxml/xml.ts';

/** For documents: pictures make them large, text repeats itself. Sizes in bytes. */
export const wordLimits: ZipLimits = { bytes: 100_000_000, entries: 5000, ratio: 100, harmless: 30_000_000, unpacked: 500_000_000 };

/** Why a file cannot be read as a Word document. */
export type Refusal = ZipFailure | 'rtf' | 'html' | 'pdf' | 'opendocument' | 'other-office' | 'empty';

/** English, with the way out; `{0}` is the limit in MB. */
export const refusalMessages: Readonly<Record<Refusal, string>> = {
  'too-large': 'The file is too large ({0} MB at most): take out pictures, or import it in parts.',
  bomb: 'The file unpacks to far more than a document holds, and is not opened: open it in Word or WPS and save it under a new name.',
  password: 'The document is protected by a password: open it in Word, remove the password (File, Info, Protect Document), and save it.',
  'old-format':
    'This is a document of the old format (.doc), or one protected by a password: open it in Word or WPS and save it as .docx first.',
  rtf: 'This is an RTF document: open it in Word or WPS and save it as .docx first.',
  html: 'This is a web page with the name of a Word document: open it in Word or WPS and save it as .docx first.',
  pdf: 'This is a PDF: open it in Word and save it as .docx first.',
  opendocument: 'This is an OpenDocument text: open it in Word, WPS or LibreOffice and save it as .docx first.',
  'other-office': 'This is an Office file of another kind, no Word document.',
  empty: 'The file is empty.',
  damaged: 'The file is no Word document, or is damaged: open it in Word or WPS and save it under a new name.',
};

/** A Word document whose container is sound. */
export interface WordPackage {
  readonly zip: Zip;
  /** The name of the part with the text. */
  readonly main: string;
  readonly text: (part: string) => string | undefined;
  readonly relations: (part: string) => ReadonlyMap<string, Relationship>;
  readonly hasMacros: boolean;
}

const magic: readonly (readonly [RegExp, Refusal])[] = [
  [/^\{\\rtf/, 'rtf'],
  [/^%PDF/, 'pdf'],
  [/^(?:\ufeff|ï»¿)?\s*<(?:!doctype html|html|head|body|meta|table|div|p\b)/i, 'html'],
];

export function openWord(bytes: Uint8Array): WordPackage | Refusal {
  if (bytes.length === 0) return 'empty';
  const zip = openZip(bytes, wordLimits);
  if (typeof zip === 'string') return zip === 'damaged' ? otherKind(bytes) : zip;
  if (zip.names.has('content.xml') && zip.names.has('mimetype')) return 'opendocument';
  const main = mainPart(zip);
  if (main === undefined) return zip.names.has('xl/workbook.xml') || zip.names.has('ppt/presentation.xml') ? 'other-office' : 'damaged';
  const relations = new Map<string, ReadonlyMap<string, Relationship>>();
  return {
    zip,
    main,
    text: (part) => readPart(zip, part),
    relations(part) {
      const known = relations.get(part);
      if (known !== undefined) return known;
      const read = new Map(relationshipsOf(zip, part).map((one) => [one.id, one] as const));
      relations.set(part, read);
      return read;
    },
    hasMacros: [...zip.names].some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name)),
  };
}

function otherKind(bytes: Uint8Array): Refusal {
  let start = '';
  for (const byte of bytes.subarray(0, 200)) start += String.fromCharCode(byte);
  return magic.find(([pattern]) => pattern.test(start))?.[1] ?? 'damaged';
}

/** The part that the package calls its document, if its root is Word's. */
function mainPart(zip: Zip): string | undefined {
  const named = relationshipsOf(zip, '').find(({ type, external }) => type === 'officeDocument' && !external)?.target;
  const candidates = [...(named === undefined ? [] : [named]), 'word/document.xml'];
  return candidates.find((name) => zip.names.has(name) && /(?:^|\/)word\/|document/i.test(name) && isWord(zip, name));
}

function isWord(zip: Zip, name: string): boolean {
  const xml = readPart(zip, name);
  if (xml === undefined) return false;
  for (const event of readXml(xml)) if (event.kind === 'open') return event.name === 'document' && !/<!DOCTYPE/i.test(xml.slice(0, 2000));
  return false;
}
