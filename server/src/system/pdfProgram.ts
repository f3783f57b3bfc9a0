import { access, constants } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';

/** A program that makes a PDF: an office suite from a Word file, a browser from HTML. */
export interface PdfProgram {
  readonly kind: 'office' | 'browser';
  readonly path: string;
}

/** Names on the search path, the likeliest first. */
const commands = {
  office: ['soffice', 'libreoffice'],
  browser: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'msedge'],
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Where installers put them, beside the search path. */
function usualPlaces(environment: Environment): Readonly<Record<PdfProgram['kind'], readonly string[]>> {
  if (process.platform === 'darwin') {
    return {
      office: ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
      browser: [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ],
    };
  }
  if (process.platform !== 'win32') return { office: [], browser: [] };
  const roots = [environment.ProgramFiles, environment['ProgramFiles(x86)'], environment.LOCALAPPDATA].filter((root) => root !== undefined);
  const below = (...ways: readonly string[]) => roots.flatMap((root) => ways.map((way) => join(root, way)));
  return {
    office: below('LibreOffice\\program\\soffice.exe'),
    browser: below('Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'),
  };
}

/**
 * The program at the path `named` (what it is follows from its name); otherwise the first that is there: LibreOffice, then Chromium, Chrome or Edge.
 * `undefined` if there is none.
 */
export async function findPdfProgram(named = '', environment: Environment = process.env): Promise<PdfProgram | undefined> {
  if (named !== '')
    return (await isProgram(named)) ? { kind: /office/i.test(basename(named)) ? 'office' : 'browser', path: named } : undefined;
  const folders = (environment.PATH ?? environment.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = usualPlaces(environment);
  const ending = process.platform === 'win32' ? '.exe' : '';
  for (const kind of ['office', 'browser'] as const) {
    const onPath = commands[kind].flatMap((command) => folders.map((folder) => join(folder, command + ending)));
    for (const path of [...onPath, ...places[kind]]) if (await isProgram(path)) return { kind, path };
  }
  return undefined;
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
