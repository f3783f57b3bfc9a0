import type { DocumentLink } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import { parseFrontMatter } from '../engine/model/parseFrontMatter.ts';
import type { Range } from '../engine/text/position.ts';
import type { Localize } from '../wording/localize.ts';
import { declarationOf, mentionsIn } from './labels.ts';

export interface DocumentLinkOptions {
  /** Gives the URI of the file that a report calls by this path; `undefined` for one outside its folder. */
  readonly fileOf: (path: string) => string | undefined;
  readonly t: Localize;
}

/** More than anybody clicks on. */
const mostLinks = 3000;

/** Pictures, style and data files to their files; 见图1, 附件2, 第三部分 to the place in the report that they mean. */
export function documentLinks(document: ReportDocument, { fileOf, t }: DocumentLinkOptions): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const [range, path] of filePaths(document)) {
    const target = fileOf(path);
    if (target !== undefined) links.push({ range, target, tooltip: t('Open {0}', path) });
  }
  for (const mention of mentionsIn(document).mentions) {
    if (links.length >= mostLinks) break;
    const place = declarationOf(document, mention);
    if (place === undefined) continue;
    const { line } = mention;
    const { start, end } = mention.reference;
    const range = { start: { line, character: start }, end: { line, character: end } };
    const words = document.line(place.start.line).text.trim().slice(0, 60);
    links.push({
      range,
      target: `${document.uri}#L${place.start.line + 1},${place.start.character + 1}`,
      tooltip: t('Go to “{0}”', words),
    });
  }
  return links;
}

function* filePaths(document: ReportDocument): Generator<readonly [range: Range, path: string], void, undefined> {
  const { frontMatter, lineCount } = parseFrontMatter(document);
  const named = [
    ...(frontMatter.data ?? []),
    ...(typeof frontMatter.style === 'string' && /\.ya?ml$/i.test(frontMatter.style) ? [frontMatter.style] : []),
  ];
  for (let line = 1; line < lineCount && named.length > 0; line++) {
    const { text } = document.line(line);
    for (const path of named) {
      const start = path === '' ? -1 : text.indexOf(path);
      if (start >= 0) yield [{ start: { line, character: start }, end: { line, character: start + path.length } }, path];
    }
  }
  for (const [line, { text, syntax }] of document.structuralLines()) {
    if (syntax.kind !== 'picture' || syntax.chart !== undefined) continue;
    const { start, end } = syntax.path;
    const path = text.slice(start, end).trim();
    // A link to the web is one for the editor itself.
    if (path !== '' && !/^[a-z][a-z0-9+.-]+:/i.test(path))
      yield [{ start: { line, character: start }, end: { line, character: end } }, path];
  }
}
