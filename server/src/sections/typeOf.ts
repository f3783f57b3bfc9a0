import type { ReportDocument } from '../engine/document.ts';
import { parseFrontMatter } from '../engine/model/parseFrontMatter.ts';
import { findType } from './catalogue.ts';
import type { DocumentType } from './documentType.ts';
import { landmarksFrom, nameOf } from './headings.ts';
import { SectionIndex } from './sectionIndex.ts';

/** Lines at the top in which front matter and title are looked for. */
const headLines = 80;
/** Headings that are enough to know a type by. */
const headingsToSee = 60;
/** Headings of any level among which those are looked for. */
const headingsToPass = 600;

/** What the head of a document says of its type. */
export interface DocumentHead {
  /** The value of 文种 in the front matter; empty if there is none. */
  readonly declared: string;
  /** The lines of the title, joined. */
  readonly title: string;
}

export function headOf(document: ReportDocument): DocumentHead {
  const { frontMatter, lineCount } = parseFrontMatter(document);
  let title = '';
  for (const { text, syntax } of document.lines(lineCount, lineCount + headLines)) {
    if (syntax.kind === 'title') {
      title += text.slice(syntax.contentStart).trim();
    } else if (title !== '' || syntax.kind === 'heading' || syntax.kind === 'closing' || syntax.kind === 'attachmentStart') {
      // What comes later is the title of an attachment.
      break;
    }
  }
  return { declared: frontMatter.documentType ?? '', title: title || (frontMatter.title ?? '') };
}

/** The type whose name, or another word for it, the title ends in, or begins with before a colon; of several the longest. */
export function typeFromTitle(types: readonly DocumentType[], title: string): DocumentType | undefined {
  const words = title
    .replace(/[（(][^（()）]{0,30}[）)]$/, '')
    .trim()
    .toLowerCase();
  let best: DocumentType | undefined;
  let longest = 0;
  for (const type of types) {
    for (const name of [type.name, ...type.aliases]) {
      const wanted = name.toLowerCase();
      // `Incident Report: power failure`, too.
      if (name.length > longest && (words.endsWith(wanted) || words.startsWith(`${wanted}:`) || words.startsWith(`${wanted}：`))) {
        best = type;
        longest = name.length;
      }
    }
  }
  return best;
}

/** The document's type: what the front matter says, else what the title ends in, else the type whose sections its headings are. */
export function typeOf(document: ReportDocument, types: readonly DocumentType[]): DocumentType | undefined {
  const { declared, title } = headOf(document);
  return (declared === '' ? undefined : findType(types, declared)) ?? typeFromTitle(types, title) ?? typeFromHeadings(document, types);
}

/** Two headings at least must be sections of the type; more count for it. */
function typeFromHeadings(document: ReportDocument, types: readonly DocumentType[]): DocumentType | undefined {
  const names: string[] = [];
  let passed = 0;
  for (const heading of landmarksFrom(document, 0)) {
    if (heading !== 'attachment' && heading.isHeading && heading.level === 1) {
      names.push(nameOf(heading));
    }
    if (names.length >= headingsToSee || ++passed >= headingsToPass) {
      break;
    }
  }
  let best: DocumentType | undefined;
  let most = 1;
  for (const type of names.length < 2 ? [] : types) {
    const index = SectionIndex.of(type);
    const found = new Set(names.flatMap((name) => index.findNamed(name).map(({ id }) => id)));
    if (found.size > most) {
      best = type;
      most = found.size;
    }
  }
  return best;
}

const hasChinese = /[\u3400-\u9fff]/;

/** The language of the text: what the front matter says; else Chinese if a Chinese character stands near the top, else English; of an empty text, that of the locale. */
export function languageOf(document: ReportDocument, locale: string): 'zh-CN' | 'en' {
  const { frontMatter, lineCount } = parseFrontMatter(document);
  if (frontMatter.language !== undefined) {
    return /^(?:zh|中文|汉语)/i.test(frontMatter.language) ? 'zh-CN' : 'en';
  }
  let hasWords = false;
  for (const { text, syntax } of document.lines(lineCount, lineCount + headLines)) {
    if (syntax.kind !== 'frontMatter') {
      const words = text.slice(0, 200).replace(/^\s*[/／、]/, '');
      if (hasChinese.test(words)) {
        return 'zh-CN';
      }
      hasWords ||= /[A-Za-z]{3,}.*\s/.test(words);
    }
  }
  return hasWords || !/^zh\b/i.test(locale) ? 'en' : 'zh-CN';
}

/** Whether the writer parts paragraphs by blank lines, judged by the lines before `line`; `undefined` where there is too little. */
export function usesBlankLines(document: ReportDocument, line: number): boolean | undefined {
  let parted = 0;
  let joined = 0;
  let previous = '';
  for (const { syntax } of document.lines(Math.max(0, line - 60), Math.min(document.lineCount, line + 20))) {
    const kind = syntax.kind;
    const isProse = kind === 'paragraph' || kind === 'heading' || kind === 'numbered' || kind === 'point';
    if (isProse && previous === 'blank') {
      parted++;
    } else if (isProse && (previous === 'paragraph' || previous === 'heading' || previous === 'numbered' || previous === 'point')) {
      joined++;
    }
    previous = kind;
  }
  return parted + joined === 0 ? undefined : parted > joined;
}
