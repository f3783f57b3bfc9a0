import type { Body, DocumentType, TypeVariant } from './documentType.ts';
import type { SkeletonParts } from './skeleton.ts';
import { parseSnippet, plainText, printSnippet, type SnippetNode } from './snippet.ts';

/**
 * What a writer says of a new report: `organ`, `addressee`, `year`, and `title/n` for the n-th gap of the title. What is absent or empty
 * stays a gap.
 */
export type ReportDetails = Readonly<Record<string, string>>;

/** A gap of the title that may be asked for. */
export interface TitleGap {
  /** `title/2`. */
  readonly id: string;
  /** The title with `▢` in the place of the gap. */
  readonly prompt: string;
}

/** The gaps of a type's parts, by the marks that the catalogue uses for them. */
export interface KnownGaps {
  readonly organ: boolean;
  readonly year: boolean;
  readonly addressee: boolean;
  readonly title: readonly TitleGap[];
}

const year = /^20××年$/;
const organMark = /^×{2,4}$/;
const organWord = '局';

/** Which details a type's head has room for. */
export function knownGaps(type: DocumentType, parts: SkeletonParts): KnownGaps {
  const title = parseSnippet(parts.title).nodes;
  const asked: TitleGap[] = [];
  for (const [i, node] of title.entries()) {
    if (node.kind === 'placeholder' && !isOrgan(title, i) && !year.test(plainText([node]))) {
      const prompt = title.map((one, at) => (at === i ? '▢' : plainText([one]))).join('');
      asked.push({ id: `title/${node.number}`, prompt });
    }
  }
  const bodies = [[parts.title], parts.opening, parts.signature];
  const some = (test: (nodes: readonly SnippetNode[], i: number) => boolean) =>
    bodies.some((body) => body.some((line) => parseSnippet(line).nodes.some((_, i, nodes) => test(nodes, i))));
  return {
    organ: type.frontMatter.includes('issuingOrgan') || some(isOrgan),
    year: title.some((node) => node.kind === 'placeholder' && year.test(plainText([node]))),
    addressee: parseSnippet(parts.addressee).nodes.some(({ kind }) => kind === 'placeholder'),
    title: asked,
  };
}

/** `××` before 局: the writer's own organ. */
function isOrgan(nodes: readonly SnippetNode[], i: number): boolean {
  const [node, next] = [nodes[i], nodes[i + 1]];
  return node?.kind === 'placeholder' && organMark.test(plainText([node])) && next?.kind === 'text' && next.text.startsWith(organWord);
}

/** The parts with what is known in the place of their gaps: title, addressee, opening and signature; what stands in sections may be another organ's. */
export function fillParts(parts: SkeletonParts, details: ReportDetails): SkeletonParts {
  const line = (snippet: string, isTitle: boolean) => fillLine(snippet, details, isTitle);
  const body = (lines: Body) => lines.map((one) => line(one, false));
  const addressee = details.addressee?.trim().replace(/[：:]$/, '');
  return {
    ...parts,
    title: line(parts.title, true),
    addressee: addressee ? fillFirst(parts.addressee, addressee) : parts.addressee,
    opening: body(parts.opening),
    signature: body(parts.signature),
  };
}

function fillLine(snippet: string, details: ReportDetails, isTitle: boolean): string {
  const { nodes } = parseSnippet(snippet);
  const organ = details.organ?.trim() ?? '';
  const filled: SnippetNode[] = [];
  let skip = 0;
  for (const [i, node] of nodes.entries()) {
    const value =
      node.kind !== 'placeholder'
        ? ''
        : isOrgan(nodes, i)
          ? organ
          : year.test(plainText([node])) && isTitle
            ? (details.year?.trim() ?? '')
            : isTitle
              ? (details[`title/${node.number}`]?.trim() ?? '')
              : '';
    if (value === '') {
      filled.push(node.kind === 'text' ? { kind: 'text', text: node.text.slice(skip) } : node);
      skip = 0;
    } else {
      filled.push({ kind: 'text', text: value });
      // The organ is called as the writer calls it: 市政府办公室, not 市政府办公室局.
      skip = isOrgan(nodes, i) ? organWord.length : 0;
    }
  }
  return printSnippet(filled);
}

function fillFirst(snippet: string, value: string): string {
  let done = false;
  const nodes = parseSnippet(snippet).nodes.map((node): SnippetNode => {
    if (done || node.kind !== 'placeholder') return node;
    done = true;
    return { kind: 'text', text: value };
  });
  return printSnippet(nodes);
}

/** Keys as Chinese reports have them; the others nobody asks for in a draft. */
const chineseKeys: Readonly<Record<string, string>> = {
  issuingOrgan: '发文机关',
  documentNumber: '发文字号',
  urgency: '紧急程度',
  signers: '签发人',
};

/** The lines of the front matter that reports of this type have, in snippet syntax; the type itself only where the title does not tell it. */
export function frontMatterLines(type: DocumentType, namesType: boolean, details: ReportDetails | undefined): readonly string[] {
  const isEnglish = type.language === 'en';
  const typeKey = isEnglish ? 'documentType' : type.kind === 'legal' ? '文种' : '文稿类型';
  const lines: string[] = namesType ? [`${typeKey}: ${printSnippet([{ kind: 'text', text: scalar(type.name) }])}`] : [];
  if (details === undefined) return lines;
  const organ = details.organ?.trim() ?? '';
  if (isEnglish) return organ === '' || !type.frontMatter.includes('issuingOrgan') ? lines : [...lines, `issuingOrgan: ${scalar(organ)}`];
  let stop = 0;
  for (const name of type.frontMatter) {
    const key = chineseKeys[name];
    if (key !== undefined) {
      // What is not known is left empty: a mark would be printed as if it were the organ's name.
      const value = name === 'issuingOrgan' && organ !== '' ? printSnippet([{ kind: 'text', text: scalar(organ) }]) : `\${${++stop}}`;
      lines.push(`${key}: ${value}`);
    }
  }
  return lines;
}

/** As YAML takes it: plain where it can be, else in quotes. */
function scalar(text: string): string {
  return /^[\p{L}][\p{L}\p{N} 、（）()·-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|[ynYN])$/i.test(text)
    ? text
    : JSON.stringify(text);
}

/** Whether the variant is a plan for a year to come. */
export const isPlan = (type: DocumentType, variant: TypeVariant | undefined): boolean =>
  /计划|要点/.test(type.name + (variant?.name ?? ''));
