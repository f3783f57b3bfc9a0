import type { ReportDocument } from '../../engine/document.ts';
import { findType } from '../catalogue.ts';
import type { DocumentType } from '../documentType.ts';
import { headOf, typeFromTitle, typeOf } from '../typeOf.ts';

/** What is known of a report's type, and by what. */
export interface KnownType {
  /** Absent for a 文种 that the catalogue has no skeleton of (公告, 决定 …). */
  readonly type: DocumentType | undefined;
  /** `headings`: only the headings look so. */
  readonly by: 'frontMatter' | 'title' | 'headings';
  /** The 文种 (条例 第八条) that the report is, or goes out as; empty where there is none. */
  readonly legal: string;
  readonly title: string;
  /** What the front matter gives as 文种; empty without it. */
  readonly declared: string;
}

/** The 15 文种 of 《党政机关公文处理工作条例》 第八条. */
const legalEnding =
  /(?:关于.*|的|[\u3400-\u9fff])(决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)(?:[（(][^（()）]{0,20}[）)])?$/;

export function knownTypeOf(document: ReportDocument, types: readonly DocumentType[]): KnownType | undefined {
  const { declared, title } = headOf(document);
  const byFrontMatter = declared === '' ? undefined : findType(types, declared);
  if (byFrontMatter !== undefined) {
    return { type: byFrontMatter, by: 'frontMatter', legal: byFrontMatter.sentAs, title, declared };
  }
  const ending = legalEnding.exec(title)?.[1];
  const byTitle = typeFromTitle(types, title);
  if (byTitle !== undefined || ending !== undefined) {
    return { type: byTitle, by: 'title', legal: ending ?? byTitle?.sentAs ?? '', title, declared };
  }
  const byHeadings = title === '' ? typeOf(document, types) : undefined;
  return byHeadings && { type: byHeadings, by: 'headings', legal: byHeadings.sentAs, title, declared };
}
