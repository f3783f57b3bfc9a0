// Tools that tests need beside Node. A test never skips for want of one: it installs it (as root, by apt-get) or fails and says what to install.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const packages = {
  chromium: ['chromium'],
  soffice: ['libreoffice-writer-nogui', 'fonts-noto-cjk', 'fonts-liberation'],
  pdftotext: ['poppler-utils'],
  pdftoppm: ['poppler-utils'],
  pdftohtml: ['poppler-utils'],
  'python3-docx': ['python3-docx'],
} as const;

const cache = join(process.cwd(), '.cache');

export type Tool = keyof typeof packages;

/** Debian's own Python, which sees the packages of apt. */
const python = '/usr/bin/python3';
const found = new Map<Tool, string>();

function pathOf(tool: Tool): string | undefined {
  if (tool === 'python3-docx') {
    const { status } = spawnSync(python, ['-c', 'import docx']);
    return status === 0 ? python : undefined;
  }
  for (const folder of (process.env.PATH ?? '').split(':')) {
    const path = join(folder, tool);
    if (folder !== '' && existsSync(path)) return path;
  }
  return undefined;
}

/** The path of a tool's program, for `python3-docx` that of the Python that has it. Throws, with the command to run, if it cannot be had. */
export function requireTool(tool: Tool): string {
  const known = found.get(tool) ?? pathOf(tool);
  if (known !== undefined) {
    found.set(tool, known);
    return known;
  }
  aptGet(['install', '-y', '--no-install-recommends', ...packages[tool]], `${tool} is needed by this test`);
  const path = pathOf(tool);
  if (path === undefined) throw new Error(`${tool} is still not there after installing ${packages[tool].join(' ')}.`);
  found.set(tool, path);
  return path;
}

function aptGet(args: readonly string[], why: string, cwd?: string): void {
  const command = `apt-get ${args.join(' ')}`;
  if (process.getuid?.() !== 0) throw new Error(`${why}. Run as root: ${command}`);
  console.log(`${why}: ${command}`);
  // Test files run side by side, and apt-get refuses a second of itself.
  mkdirSync(cache, { recursive: true });
  const run = (...given: readonly string[]) =>
    spawnSync('flock', [join(cache, 'apt.lock'), 'apt-get', ...given], { encoding: 'utf8', cwd });
  let result = run(...args);
  if (result.status !== 0) {
    // Package lists may be missing or old.
    run('update');
    result = run(...args);
  }
  if (result.status !== 0) throw new Error(`${why}, but ${command} failed:\n${result.stderr ?? result.error?.message ?? ''}`);
}

/** Which free Chinese font stands in for which of Word's. */
const standIns: readonly (readonly [family: string, standIn: string])[] = [
  ['仿宋_GB2312', 'FandolFang'],
  ['仿宋', 'FandolFang'],
  ['楷体_GB2312', 'FandolKai'],
  ['楷体', 'FandolKai'],
  ['黑体', 'FandolHei'],
  ['宋体', 'FandolSong'],
  ['方正小标宋简体', 'Noto Serif CJK SC'],
  ['方正小标宋_GBK', 'Noto Serif CJK SC'],
];

/**
 * A fontconfig file that maps the fonts of official documents to Debian's Fandol fonts, kept under `.cache/`. Without
 * them LibreOffice would draw everything in one font and no test could see a wrong one.
 */
export function chineseFonts(): string {
  const folder = join(cache, 'fandol');
  const file = join(cache, 'fonts.conf');
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const work = mkdtempSync(join(cache, 'fandol-'));
    aptGet(['download', 'texlive-lang-chinese'], 'Chinese fonts are needed by this test', work);
    const deb = readdirSync(work).find((name) => name.endsWith('.deb'));
    if (deb === undefined) throw new Error('apt-get download texlive-lang-chinese gave no package.');
    const { status, stderr } = spawnSync('sh', ['-c', `dpkg-deb --fsys-tarfile "${deb}" | tar -x --wildcards '*/Fandol*.otf'`], {
      cwd: work,
      encoding: 'utf8',
    });
    const fonts = join(work, 'usr/share/texlive/texmf-dist/fonts/opentype/public/fandol');
    if (status !== 0 || !existsSync(fonts)) throw new Error(`The Fandol fonts could not be unpacked: ${stderr}`);
    try {
      renameSync(fonts, folder);
    } catch (error) {
      // Another test file was quicker.
      if (!existsSync(folder)) throw error;
    }
    rmSync(work, { recursive: true, force: true });
  }
  const matches = standIns.map(
    ([family, standIn]) =>
      `<match target="pattern"><test name="family"><string>${family}</string></test><edit name="family" mode="assign" binding="strong"><string>${standIn}</string></edit></match>`,
  );
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n<include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n<dir>${folder}</dir>\n${matches.join('\n')}\n</fontconfig>\n`;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return file;
  // In one step: a LibreOffice of another test file may be reading it.
  mkdirSync(cache, { recursive: true });
  const written = `${file}.${process.pid}`;
  writeFileSync(written, text);
  renameSync(written, file);
  return file;
}
