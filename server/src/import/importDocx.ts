import { ReportDocument } from '../engine/document.ts';
import { reportOf } from '../engine/model/blocks.ts';
import type { Block, Report } from '../engine/model/report.ts';
import { layoutOf } from '../render/layout/layoutOf.ts';
import type { PageLayout } from '../render/layout/pageLayout.ts';
import { presets } from '../render/layout/presets.ts';
import { reportLanguage } from '../render/layout/reportLanguage.ts';
import type { Localize } from '../wording/localize.ts';
import { pageTwips } from './pageTwips.ts';
import { resolveCharts } from './resolveCharts.ts';
import { attached } from './roles/attach.ts';
import { Conversion, type ImportedPicture, textOf } from './roles/conversion.ts';
import { foreignReport } from './roles/foreign.ts';
import { titleJoiner } from './roles/joinTitle.ts';
import { OurHead } from './roles/ourHead.ts';
import { sealOf } from './roles/ourSeal.ts';
import { isOurs, ourItems } from './roles/ours.ts';
import type { Remark, WordBlock, WordDocument } from './word/model.ts';
import { openWord, refusalMessages, wordLimits } from './word/package.ts';
import { type AbortSignalLike, readWord } from './word/readWord.ts';
import type { ImportedFrontMatter } from './write/frontMatterText.ts';
import type { Item } from './write/item.ts';
import { type WrittenReport, writeReport } from './write/writeReport.ts';

export interface ImportOptions {
  /** The folder of the pictures as the report names it, beside the report: `name.assets`. Safe: no brackets, no slashes. */
  readonly pictureFolder: string;
  readonly t: Localize;
  readonly signal?: AbortSignalLike;
  /** Told how far it is, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Awaited now and then, so that a host can take a cancel in. */
  readonly breathe?: () => Promise<void>;
}

/** Something that was not carried over as it was. `line` is a line of the report, from 0. */
export interface ImportRemark {
  readonly message: string;
  readonly line?: number;
}

export type DocxImport =
  | {
      readonly kind: 'report';
      readonly text: string;
      readonly pictures: readonly ImportedPicture[];
      readonly remarks: readonly ImportRemark[];
    }
  /** `message` says why, and the way out, in the writer's language. */
  | { readonly kind: 'refused'; readonly message: string };

/** Authors of the comments in our drafts. */
const ownAuthors: ReadonlySet<string> = new Set(['Report Writer', '执笔']);

/**
 * Makes a report of a Word document: its title, head and imprint, headings by style or number, lists, tables, pictures, notes. Every word is in the
 * report or in a remark. Documents of our own export come back as the report that they were made of; see docs/import.md for what may differ.
 * Throws only what `signal` throws.
 */
export async function importDocx(bytes: Uint8Array, options: ImportOptions): Promise<DocxImport> {
  const { t, signal, onProgress } = options;
  const file = openWord(bytes);
  if (typeof file === 'string') return { kind: 'refused', message: t(refusalMessages[file], wordLimits.bytes / 1_000_000) };
  const { document, remarks } = await readWord(file, {
    t,
    breathe: options.breathe,
    signal,
    onProgress: (share) => onProgress?.(share * 0.6),
  });
  signal?.throwIfAborted();
  const ours = isOurs(document.styleNames);
  const exact = ours && !document.properties.edited;
  const missing = exact && isDraft(document);
  const conversion = new Conversion(document, {
    t,
    pictureFolder: options.pictureFolder,
    ownAuthors: ours ? ownAuthors : new Set(),
    missing,
  });
  const { frontMatter, items, mayTitle } = ours ? ourReport(document, conversion, exact) : foreignReport(document, conversion);
  await options.breathe?.();
  signal?.throwIfAborted();
  onProgress?.(0.75);
  const together = attached(items, !exact);
  const notes = conversion.notes();
  const chinese = !/^en\b/i.test(document.properties.language ?? 'zh') || /[\u3400-\u9fff]/.test(JSON.stringify(frontMatter));
  const looks = { chinese, missing, mayTitle };
  const charts = resolveCharts(together, chinese, t, (some) => writeReport(frontMatter, some, notes, { ...looks, hashes: false }).text);
  const write = (hashes: boolean): WrittenReport => writeReport(frontMatter, charts.items, notes, { ...looks, hashes });
  let written = write(false);
  // A number that is none of a heading is one under `##`: then all headings are written so.
  const hashes = exact ? hasForcedNumbers(written) : written.misread && together.some(({ kind }) => kind === 'heading');
  if (hashes) written = write(true);
  if (ours) {
    const more = ownFrontMatter(document, written.text);
    if (Object.keys(more).length > 0) {
      Object.assign(frontMatter, more);
      written = write(hashes);
    }
  }
  onProgress?.(1);
  const pictures = [...conversion.pictures];
  return {
    kind: 'report',
    text: written.text,
    pictures,
    remarks: placed(
      [...remarks, ...conversion.remarks, ...charts.remarks, ...lostLooks(written, t), ...general(document, ours, t)],
      written,
    ),
  };
}

/** A number that the engine would take for a heading's, and that an empty comment keeps from it. */
const hasForcedNumbers = ({ text }: WrittenReport): boolean => /^(?:<!-- -->[0-9]|[0-9]{1,3}[.．、][^\n]*<!-- -->$)/m.test(text);

function isDraft({ headers, comments }: WordDocument): boolean {
  const words = headers.others.map((block) => (block.kind === 'paragraph' ? textOf(block).trim() : ''));
  return words.some((text) => /^(?:Draft|草稿)$/.test(text)) || [...comments.values()].some(({ author }) => ownAuthors.has(author));
}

function ourReport(
  document: WordDocument,
  conversion: Conversion,
  exact: boolean,
): { frontMatter: ImportedFrontMatter; items: readonly Item[]; mayTitle: boolean } {
  const head = new OurHead(document);
  const layout = presetOf(document) ?? presets[0];
  const items =
    layout === undefined
      ? []
      : ourItems(withoutCover(document.blocks, head.frontMatter), head, conversion, {
          exact,
          char: pageTwips(layout).char,
          joinTitle: titleJoiner(layout),
        });
  return { frontMatter: head.frontMatter, items, mayTitle: false };
}

/** Blocks after the cover, which the front matter asks for. */
function withoutCover(blocks: readonly WordBlock[], frontMatter: ImportedFrontMatter): readonly WordBlock[] {
  const end = blocks.findIndex((block) => block.kind === 'paragraph' && block.sectionBreak !== undefined);
  const isCover = end >= 0 && blocks.slice(0, end + 1).some((block) => block.kind === 'paragraph' && block.style === 'cover title');
  if (!isCover) return blocks;
  frontMatter.cover = true;
  return blocks.slice(end + 1);
}

/** The preset that a document of ours was laid out in, by its margins and pitch. */
function presetOf({ page }: WordDocument): PageLayout | undefined {
  return presets.find((layout) => {
    const { top, left, line } = pageTwips(layout);
    return page !== undefined && page.top === top && page.left === left && page.linePitch === line;
  });
}

const telling = [
  ['body text', 'body'],
  ['title', 'title'],
  ['heading 1', 'heading1'],
  ['heading 2', 'heading2'],
  ['table text', 'table'],
] as const;

/** Whether page and fonts are those of a preset, and no house style's. */
function hasPresetLook(document: WordDocument): boolean {
  const fonts = presetOf(document)?.fonts;
  return (
    fonts !== undefined &&
    telling.every(([style, role]) => {
      const own = document.fontOf(style);
      return own === undefined || (own.font === fonts[role].eastAsian[0] && own.size === fonts[role].size * 2);
    })
  );
}

/** What our export wrote into the properties and the page, and the text alone does not tell. */
function ownFrontMatter(document: WordDocument, text: string): ImportedFrontMatter {
  const { properties } = document;
  const more: ImportedFrontMatter = {};
  const read = ReportDocument.create('file:///import.report', 'report', 0, text);
  const report = reportOf(read);
  if (properties.title !== undefined && properties.title !== titleOf(report)) more.title = properties.title;
  const organ = report.frontMatter.issuingOrgan?.join('、') ?? signatureOf(report);
  if (properties.creator !== undefined && properties.creator !== organ) more.issuingOrgan = properties.creator.split('、');
  if (properties.subject !== undefined && properties.subject !== report.frontMatter.documentNumber)
    more.documentNumber = properties.subject;
  if (properties.language !== undefined && properties.language !== reportLanguage(report.frontMatter, report.blocks)) {
    more.language = /^en/i.test(properties.language) ? 'en' : properties.language;
  }
  const preset = presetOf(document);
  if (preset !== undefined && layoutOf(read).name !== preset.name && more.language === undefined) more.style = preset.name;
  const seal = sealOf(document.blocks, report, preset);
  if (seal !== undefined) more.seal = seal;
  return more;
}

const wordsOf = (block: Block): string =>
  block.kind === 'title'
    ? block.lines.flatMap(({ inlines }) => inlines.map((inline) => ('text' in inline ? inline.text : ''))).join('')
    : '';

function titleOf({ frontMatter, blocks }: Report): string | undefined {
  const title = blocks.find(({ kind }) => kind === 'title');
  return frontMatter.title ?? (title === undefined ? undefined : wordsOf(title));
}

function signatureOf({ blocks }: Report): string | undefined {
  const signature = blocks.findLast((block) => block.kind === 'signature');
  if (signature?.kind !== 'signature') return undefined;
  return signature.organs.map(({ inlines }) => inlines.map((inline) => ('text' in inline ? inline.text : '')).join('')).join('、');
}

/** What was written in another way than it stood. */
function lostLooks({ changed }: WrittenReport, t: Localize): readonly Remark[] {
  return changed.map(({ source, written, words }) => ({
    source,
    message:
      written === 'without-bold'
        ? t('Bold type is left out, since its stars would be read as missing data: {0}', words.slice(0, 60))
        : t('These words are no longer what they were in Word, since the language would read them otherwise: {0}', words.slice(0, 60)),
  }));
}

/** What concerns the whole document. */
function general(document: WordDocument, ours: boolean, t: Localize): readonly Remark[] {
  const remarks: Remark[] = [];
  if (document.hasMacros) remarks.push({ message: t('The document has macros: only its text was read, nothing was run.') });
  if (ours) {
    if (!hasPresetLook(document))
      remarks.push({ message: t('The layout is none of the presets: name its style file in the front matter again (style:).') });
    return remarks;
  }
  const lines = (blocks: WordDocument['footers']): readonly string[] => [
    ...new Set(blocks.map((block) => (block.kind === 'paragraph' ? textOf(block).trim() : ''))),
  ];
  const isNumber = /^[-—–\s第页共of/Page|.\d]*$/i;
  const heads = lines([...document.headers.first, ...document.headers.others]).filter((words) => words !== '');
  const feet = lines(document.footers).filter((words) => !isNumber.test(words));
  if (heads.length > 0) remarks.push({ message: t('The page header is left out: {0}', heads.join(' / ').slice(0, 300)) });
  if (feet.length > 0) remarks.push({ message: t('The page footer is left out: {0}', feet.join(' / ').slice(0, 300)) });
  return remarks;
}

/** Remarks with the lines that they are about, in order; those about the whole come first. */
function placed(remarks: readonly Remark[], { places }: WrittenReport): readonly ImportRemark[] {
  const lineOf = (source: number): number | undefined => {
    let line: number | undefined;
    for (const place of places) {
      if (place.source > source) break;
      line = place.line;
    }
    return line ?? places[0]?.line;
  };
  const out = remarks.map(({ message, source }): ImportRemark => {
    const line = source === undefined ? undefined : lineOf(source);
    return line === undefined ? { message } : { message, line };
  });
  return out.sort((a, b) => (a.line ?? -1) - (b.line ?? -1));
}
