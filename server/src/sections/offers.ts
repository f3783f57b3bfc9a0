import type { ReportDocument } from '../engine/document.ts';
import type { HeadingLevel } from '../engine/syntax/lineSyntax.ts';
import { toChineseNumber } from '../engine/syntax/numerals.ts';
import type { Localize } from '../wording/localize.ts';
import { Assembly } from './assemble.ts';
import type { Catalogue } from './catalogue.ts';
import type { Body, DocumentType, Section } from './documentType.ts';
import { type HeadingNumberer, numbererAt } from './fit.ts';
import { lastTableBefore, type Place, placeOf } from './place.ts';
import { rankSections } from './rankSections.ts';
import { addBody, partsOf, skeletonOf } from './skeleton.ts';
import { languageOf, typeOf, usesBlankLines } from './typeOf.ts';

/** Something that can be put in at a place. Offers come in the order in which they should stand. */
export interface Offer {
  /** Stable: `section/problems/points`, `opening/0`, `skeleton/self-inspection-report` … */
  readonly id: string;
  readonly kind: 'section' | 'opening' | 'ending' | 'skeleton' | 'heading' | 'point';
  /** What the writer looks for. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** A word on the sort of text: the section variant's name, 结束语, the document type. */
  readonly note: string;
  /** The type that it comes from, if any. */
  readonly type: DocumentType | undefined;
  readonly section: Section | undefined;
  /** Level of its first heading in the document; 0 where it has none. */
  readonly level: HeadingLevel | 0;
  /** The document has it already. */
  readonly isThere: boolean;
  /** The text, numbers fitted. Called only for what is shown. */
  readonly assemble: () => Assembly;
}

export interface OfferOptions {
  readonly catalogue: Catalogue;
  readonly t: Localize;
  readonly locale: string;
  /** A level that the writer has asked for by typing its number. */
  readonly level?: HeadingLevel | undefined;
}

export interface Offers {
  readonly type: DocumentType | undefined;
  readonly place: Place;
  readonly offers: readonly Offer[];
}

/** What fits on `line`, the likeliest first. The line itself, half typed, counts as empty. */
export function offersAt(document: ReportDocument, line: number, options: OfferOptions): Offers {
  const { catalogue } = options;
  const language = languageOf(document, options.locale);
  const types = catalogue.types.filter((type) => type.language === language);
  const type = typeOf(document, catalogue.types);
  const place = placeOf(document, line, type);
  const maker = new OfferMaker(document, line, language, options, place);
  const offers = type === undefined ? maker.withoutType(types) : maker.ofType(type, catalogue.types);
  return { type, place, offers };
}

class OfferMaker {
  private readonly blankLines: boolean;

  constructor(
    private readonly document: ReportDocument,
    private readonly line: number,
    private readonly language: string,
    private readonly options: OfferOptions,
    private readonly place: Place,
  ) {
    this.blankLines = usesBlankLines(document, line) ?? language === 'en';
  }

  ofType(type: DocumentType, types: readonly DocumentType[]): readonly Offer[] {
    const { place, options } = this;
    if (options.level !== undefined) {
      return this.sections(type);
    }
    const openings = place.isHead ? this.openings(type) : [];
    const whole = place.isHead && place.hasNoHeadings ? this.skeletons(type, types) : [];
    const endings = this.endings(type);
    const sections = this.sections(type);
    const isWhole = type.sections.every(({ id, presence }) => presence !== 'required' || place.present.has(id));
    const absent = sections.filter(({ isThere }) => !isThere);
    const there = sections.filter(({ isThere }) => isThere);
    const early = isWhole ? endings.filter(({ isThere }) => !isThere) : [];
    const late = endings.filter((one) => !early.includes(one));
    return [...whole, ...openings, ...this.points(), ...early, ...absent, ...this.headings(), ...late, ...there];
  }

  /** Skeletons in an empty report, and the sections of all types, each name once. */
  withoutType(types: readonly DocumentType[]): readonly Offer[] {
    const skeletons =
      this.place.hasNoHeadings && this.options.level === undefined
        ? types.flatMap((type) => [this.skeleton(type, types), ...type.variants.map((_, i) => this.skeleton(type, types, i))])
        : [];
    const names = new Set<string>();
    const sections: Offer[] = [];
    for (const type of types) {
      for (const section of type.sections) {
        if (section.level === 1 && !names.has(section.name)) {
          names.add(section.name);
          sections.push(this.section(type, section, section.body, `section/${section.id}`, type.name, 0, false, [type.id]));
        }
      }
    }
    return [...this.points(), ...skeletons, ...sections, ...(this.options.level === undefined ? this.headings() : [])];
  }

  /** Sections in the order in which they come next, variants after their section; those that are there last. */
  private sections(type: DocumentType): readonly Offer[] {
    const { place } = this;
    const ranked = rankSections(type, place).filter(({ section }) => this.options.level === undefined || section.level <= 2);
    return ranked.flatMap(({ section, isThere }) => {
      const shift = this.options.level === undefined ? (place.current?.shift ?? 0) : this.options.level - section.level;
      return [
        this.section(type, section, section.body, `section/${section.id}`, section.source ?? '', shift, isThere),
        ...section.variants.map((variant) =>
          this.section(type, section, variant.body, `section/${section.id}/${variant.id}`, variant.name, shift, isThere),
        ),
      ];
    });
  }

  private section(
    type: DocumentType,
    section: Section,
    body: Body,
    id: string,
    note: string,
    shift: number,
    isThere: boolean,
    idTail: readonly string[] = [],
  ): Offer {
    const level = Math.min(4, Math.max(1, section.level + shift)) as HeadingLevel;
    return {
      id: [id, ...idTail.map((one) => `@${one}`)].join(''),
      kind: 'section',
      name: section.name,
      aliases: section.aliases,
      note,
      type,
      section,
      level,
      isThere,
      assemble: () => this.assembly(type, shift).add(body),
    };
  }

  private openings(type: DocumentType): readonly Offer[] {
    return type.openings.map((opening, i) =>
      this.passage(type, 'opening', `opening/${i}`, this.options.t('Opening'), opening.name, opening.body),
    );
  }

  private endings(type: DocumentType): readonly Offer[] {
    const { t } = this.options;
    const { ending } = this.place;
    const offers = type.closings.map((closing, i) =>
      this.passage(type, 'ending', `closing/${i}`, t('Closing'), closing.name, closing.body, ending.has('closing')),
    );
    const isEnglish = this.language === 'en';
    if (type.attachmentNote.length > 0) {
      const name = isEnglish ? 'Attachments' : '附件说明';
      offers.push(this.passage(type, 'ending', 'attachmentNote', t('Ending'), name, type.attachmentNote, ending.has('attachmentNote')));
    }
    if (type.signature.length > 0) {
      const name = isEnglish ? 'Signature' : '署名和日期';
      offers.push(this.passage(type, 'ending', 'signature', t('Ending'), name, type.signature, ending.has('issueDate')));
    }
    return offers;
  }

  private passage(
    type: DocumentType,
    kind: 'opening' | 'ending',
    id: string,
    note: string,
    name: string,
    body: Body,
    isThere = false,
  ): Offer {
    const assemble = (): Assembly => this.assembly(type, 0).add(body);
    return { id, kind, name, aliases: [], note, type, section: undefined, level: 0, isThere, assemble };
  }

  /** All of the type's text: with title in an empty document, else what follows the title. */
  private skeletons(type: DocumentType, types: readonly DocumentType[]): readonly Offer[] {
    return [this.skeleton(type, types), ...type.variants.map((_, i) => this.skeleton(type, types, i))];
  }

  private skeleton(type: DocumentType, types: readonly DocumentType[], variantIndex?: number): Offer {
    const variant = variantIndex === undefined ? undefined : type.variants[variantIndex];
    const hasTitle = this.hasTitle();
    const name = hasTitle ? this.wholeText() : type.name;
    return {
      id: `skeleton/${type.id}${variant === undefined ? '' : `/${variant.id}`}`,
      kind: 'skeleton',
      name: variant === undefined ? name : `${name}（${variant.name}）`,
      aliases: hasTitle ? [type.name] : [name, ...(variant ? [variant.name] : []), this.wholeText()],
      note: this.options.t('Whole report'),
      type,
      section: undefined,
      level: 0,
      isThere: false,
      assemble: () => (hasTitle ? addBody(this.assembly(type, 0), partsOf(type, variant)) : skeletonOf(type, types, variant)),
    };
  }

  private wholeText(): string {
    return this.language === 'en' ? 'Whole text' : '全文骨架';
  }

  private hasTitle(): boolean {
    for (const { syntax } of this.document.lines(0, Math.min(this.line, 120))) {
      if (syntax.kind === 'title') {
        return true;
      }
    }
    return false;
  }

  /** An empty heading of each level that may stand here. */
  private headings(): readonly Offer[] {
    const deepest = Math.min(4, (this.place.above?.level ?? 0) + 1);
    const isEnglish = this.language === 'en';
    const offers: Offer[] = [];
    for (let level = 1; level <= deepest; level++) {
      const assemble = (): Assembly =>
        this.assembly(undefined, 0).add([`\${heading:${level}}\${1:${isEnglish ? 'TBD' : '【待补：标题】'}}`]);
      offers.push({
        id: `heading/${level}`,
        kind: 'heading',
        name: isEnglish ? `Heading ${level}` : `${toChineseNumber(level)}级标题`,
        aliases: [],
        note: '',
        type: undefined,
        section: undefined,
        level: level as HeadingLevel,
        isThere: false,
        assemble,
      });
    }
    return offers;
  }

  /** 二是 after a paragraph that begins with 一是. */
  private points(): readonly Offer[] {
    for (let line = this.line - 1; line >= Math.max(0, this.line - 3); line--) {
      const { syntax } = this.document.line(line);
      if (syntax.kind === 'point') {
        const name = `${toChineseNumber(syntax.ordinal + 1)}是`;
        const assemble = (): Assembly => this.assembly(undefined, 0).add([`${name}\${1:【待补：要点】}。`]);
        const note = this.options.t('Next point');
        return [
          { id: 'point', kind: 'point', name, aliases: [], note, type: undefined, section: undefined, level: 0, isThere: false, assemble },
        ];
      }
      if (syntax.kind !== 'blank') {
        break;
      }
    }
    return [];
  }

  private assembly(type: DocumentType | undefined, shift: number): Assembly {
    this.lastTable ??= lastTableBefore(this.document, this.line);
    return new Assembly({ numberer: this.numberer(type), shift, blankLines: this.blankLines, lastTable: this.lastTable });
  }

  /** Each text counts on from the document by itself. */
  private numberer(type: DocumentType | undefined): HeadingNumberer {
    this.start ??= numbererAt(this.document, this.line, type?.numbering ?? (this.language === 'en' ? 'hashes' : 'chinese'));
    return this.start.copy();
  }

  private start: HeadingNumberer | undefined;
  private lastTable: number | undefined;
}
