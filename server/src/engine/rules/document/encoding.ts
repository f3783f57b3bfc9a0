import type { DocumentRule } from '../rule.ts';

/** A file read in the wrong encoding, or no text at all. One finding, at the first place; the rest would only repeat it. */
export const encoding: DocumentRule = {
  code: 'encoding',
  scope: 'document',
  check(document) {
    for (const [number, line] of document.flaggedLines()) {
      if (!line.damaged) {
        continue;
      }
      const binary = line.text.indexOf('\u0000');
      const start = binary >= 0 ? binary : line.text.indexOf('\ufffd');
      return [
        {
          severity: 'warning',
          message:
            binary >= 0
              ? 'This file has NUL characters: it is no plain text. Open the text itself, not a Word or other binary file.'
              : 'These characters were lost in reading: the file is probably in GB 18030, not UTF-8. Use “Reopen with Encoding” and choose GB 18030.',
          args: [],
          range: { start: { line: number, character: start }, end: { line: number, character: start + 1 } },
        },
      ];
    }
    return [];
  },
};
