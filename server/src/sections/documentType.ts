import type { FrontMatter } from '../engine/model/frontMatter.ts';
import type { HeadingLevel } from '../engine/syntax/lineSyntax.ts';

// A document type as `snippets/**/*.json` says it; the schema is `snippets/section-catalogue.schema.json`.

/**
 * Paragraphs in VS Code's snippet syntax, one entry a paragraph. A heading begins with `${heading:n}`, n its level: its number is
 * worked out where the text is inserted. Tab stops are numbered from 1 in each body; a placeholder stands for a missing datum.
 */
export type Body = readonly string[];

/** Required: a report of this type is not whole without it. Frequent: many have it. */
export type Presence = 'required' | 'frequent';

/** How headings are numbered where the document does not show it: GB/T 9704-2012 7.3.3, 第一章 第一条, `##`, or 1. 1.1 1.1.1. */
export type Numbering = 'chinese' | 'ordinal' | 'hashes' | 'decimal';

export interface SectionVariant {
  readonly id: string;
  readonly name: string;
  readonly body: Body;
}

export interface Section {
  /** Unique in its type. */
  readonly id: string;
  /** The heading's words. */
  readonly name: string;
  /** Other headings under which writers put the same. */
  readonly aliases: readonly string[];
  /** The heading's level in a report of its own. A section of a deeper level belongs to the one before it. */
  readonly level: HeadingLevel;
  readonly presence: Presence;
  /** For the writer: what belongs in the section, and which figures. */
  readonly guidance: string;
  readonly body: Body;
  readonly variants: readonly SectionVariant[];
  /** Sentences that lead over to the section or within it. */
  readonly phrases: readonly string[];
  /** The name of the writer's own file that it comes from; absent for ours. */
  readonly source?: string;
}

/** An opening or a closing. */
export interface Passage {
  readonly name: string;
  readonly body: Body;
}

/** A sort of the type with a skeleton of its own. What it does not say is as in the type. */
export interface TypeVariant {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  /** Empty: this sort has no addressee. */
  readonly addressee?: string;
  /** Names of the type's passages. Empty: none. */
  readonly opening?: string;
  readonly closing?: string;
  /** Section ids in order, `id/variant` for a section's variant. */
  readonly sections: readonly string[];
}

export interface DocumentType {
  readonly id: string;
  readonly language: string;
  readonly name: string;
  /** Other words that a title of this type ends in. */
  readonly aliases: readonly string[];
  /** `legal`: one of the 15 文种 of 《党政机关公文处理工作条例》第八条, or a form of one; `draft`: a 文稿类型, sent with one. */
  readonly kind: 'legal' | 'draft';
  /** The 文种 that it is, or with which it usually goes out; empty where there is none. */
  readonly sentAs: string;
  /** 上行, 下行, 平行, for the public, or within the organ. */
  readonly direction: 'upward' | 'downward' | 'parallel' | 'public' | 'internal';
  readonly summary: string;
  readonly numbering: Numbering;
  /** Front matter that such a report should have. */
  readonly frontMatter: readonly (keyof FrontMatter)[];
  /** Snippet text of the title. */
  readonly title: string;
  /** Snippet text of the addressee; empty where there is none. */
  readonly addressee: string;
  /** The first is the usual one. */
  readonly openings: readonly Passage[];
  readonly sections: readonly Section[];
  readonly closings: readonly Passage[];
  readonly attachmentNote: Body;
  readonly signature: Body;
  /** 附注, under the date. */
  readonly note: Body;
  readonly phrases: readonly string[];
  readonly variants: readonly TypeVariant[];
}

/** What a catalogue of the writer's own adds to a type that stands elsewhere. */
export interface TypeExtension {
  /** Id or name of the type; `*` for all types of the language. */
  readonly of: string;
  /** Where it stands in its file. */
  readonly path: string;
  readonly language: 'zh-CN' | 'en';
  readonly openings: readonly Passage[];
  readonly sections: readonly Section[];
  readonly closings: readonly Passage[];
  readonly phrases: readonly string[];
}
