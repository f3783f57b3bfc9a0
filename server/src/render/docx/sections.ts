import { type FileChild, type Footer, type Header, type ISectionOptions, Paragraph, SectionType, Table } from 'docx';
import type { Report } from '../../engine/model/report.ts';
import { runningHead, runningHeadTop } from '../layout/cover.ts';
import { formOf } from '../layout/forms.ts';
import { landscapeLayout } from '../layout/orientation.ts';
import { coverParagraphs } from './cover.ts';
import type { DocumentState } from './documentState.ts';
import { FormulaParagraph } from './formulas.ts';
import { landscapeFooters } from './landscapeFooters.ts';
import { twipsOfMm } from './measures.ts';
import { footerDistance, pageFooters, pageHeaders } from './pageFooters.ts';
import { styleIds } from './styles.ts';
import { canTurn, TurnedParagraph } from './turnedParagraph.ts';

/** What stands on pages of one kind. */
interface Flow {
  landscape: boolean;
  readonly children: FileChild[];
}

/** An empty paragraph that takes hardly any room. */
const separator = (): Paragraph => new Paragraph({ style: styleIds.flush, spacing: { line: 20, lineRule: 'exact' }, run: { size: 2 } });

/** Gathers what is printed, in order, in sections: pages of one kind each. */
export class SectionFlow {
  readonly #flows: Flow[] = [{ landscape: false, children: [] }];
  #pageBreak: FileChild | undefined;
  /** How many of the last children stand on the page of what follows. */
  #leading = 0;

  /** Adds what a block prints. Where the pages turn, a new one begins. `leads`: a heading, which goes along if the page turns after it; `turns`:
   * it begins a page by itself. */
  add(children: readonly FileChild[], { landscape = false, leads = false, turns = false } = {}): void {
    if (children.length === 0) return;
    if (turns) this.#pageBreak = undefined;
    let flow = this.#flows.at(-1) as Flow;
    if (flow.landscape !== landscape) {
      // A page begins here anyway; another break would leave an empty one.
      this.#pageBreak = undefined;
      const headings = landscape ? flow.children.splice(flow.children.length - this.#leading) : [];
      if (flow.children.length === 0) flow.landscape = landscape;
      else {
        flow = { landscape, children: [] };
        this.#flows.push(flow);
      }
      for (const heading of headings) push(flow, heading);
    }
    this.#leading = leads ? this.#leading + children.length : 0;
    const [first, ...others] = children;
    if (this.#pageBreak !== undefined && canTurn(first)) push(flow, new TurnedParagraph(first));
    else {
      if (this.#pageBreak !== undefined) push(flow, this.#pageBreak);
      if (first !== undefined) push(flow, first);
    }
    this.#pageBreak = undefined;
    for (const child of others) push(flow, child);
  }

  /** A page break, printed when something follows on a page of the same kind. */
  breakPage(paragraph: FileChild): void {
    const flow = this.#flows.at(-1) as Flow;
    this.#leading = 0;
    // At the head of a page there is nothing to turn, be it the first one.
    if (flow.children.length === 0 && this.#pageBreak === undefined) return;
    if (this.#pageBreak !== undefined) push(flow, this.#pageBreak);
    this.#pageBreak = paragraph;
  }

  /** All sections. Each ends in a paragraph, as Word wants it. */
  finish(): readonly { readonly landscape: boolean; readonly children: FileChild[] }[] {
    const last = this.#flows.at(-1) as Flow;
    if (this.#pageBreak !== undefined) push(last, this.#pageBreak);
    for (const { children } of this.#flows) if (needsEnd(children.at(-1))) children.push(separator());
    return this.#flows;
  }
}

/** Word wants a paragraph after a table; of a formula, see there. */
const needsEnd = (last: FileChild | undefined): boolean => last instanceof Table || last instanceof FormulaParagraph;

/** Word would run two tables into one if nothing stood between them. */
function push({ children }: Flow, child: FileChild): void {
  if (child instanceof Table && children.at(-1) instanceof Table) children.push(separator());
  children.push(child);
}

/** The sections as the library wants them: paper, margins, page numbers. Page numbers go on from one to the next. */
export function sectionsOf(flow: SectionFlow, report: Report, state: DocumentState): ISectionOptions[] {
  const { frontMatter } = report;
  const isLetter = formOf(frontMatter) === 'letter';
  const head = runningHead(frontMatter, report.blocks, state.layout);
  const cover = coverParagraphs(report, state);
  const sections = flow.finish().map(({ landscape, children }, index): ISectionOptions => {
    const layout = landscape ? landscapeLayout(state.layout) : state.layout;
    // A letter's first page has lines of its own and no number (10.1).
    const titlePage = isLetter && index === 0;
    const footers = landscape ? landscapeFooters(frontMatter, state) : pageFooters(frontMatter, state);
    return {
      properties: {
        type: SectionType.NEXT_PAGE,
        ...(titlePage ? { titlePage } : {}),
        page: {
          // The cover is not counted.
          ...(cover.length > 0 && index === 0 ? { pageNumbers: { start: 1 } } : {}),
          // The library turns the numbers of a page on its side itself.
          size: landscape
            ? { width: twipsOfMm(layout.paper.height), height: twipsOfMm(layout.paper.width), orientation: 'landscape' }
            : { width: twipsOfMm(layout.paper.width), height: twipsOfMm(layout.paper.height) },
          margin: {
            top: twipsOfMm(layout.margins.top),
            bottom: twipsOfMm(layout.margins.bottom),
            left: twipsOfMm(layout.margins.left),
            right: twipsOfMm(layout.margins.right),
            header: twipsOfMm(runningHeadTop),
            footer: landscape ? twipsOfMm(10) : footerDistance(state),
            gutter: 0,
          },
        },
        // On a page on its side LibreOffice would leave free what is less than a line of the grid, though a table does not stand on it.
        ...(landscape ? {} : { grid: { type: 'linesAndChars', linePitch: state.measures.line } }),
      },
      footers: titlePage ? footers : withoutFirst<Footer>(footers),
      headers: titlePage ? pageHeaders(frontMatter, state, head) : withoutFirst<Header>(pageHeaders(frontMatter, state, head)),
      children,
    };
  });
  const [first] = sections;
  if (cover.length === 0 || first === undefined) return sections;
  // A header or footer that a section lacks is that of the section before: nothing stands before the cover.
  const { pageNumbers: _, ...page } = first.properties?.page ?? {};
  return [{ properties: { ...first.properties, page }, children: cover }, ...sections];
}

function withoutFirst<Part>({ default: usual, even }: { readonly default?: Part; readonly even?: Part }): {
  readonly default?: Part;
  readonly even?: Part;
} {
  return { ...(usual ? { default: usual } : {}), ...(even ? { even } : {}) };
}
