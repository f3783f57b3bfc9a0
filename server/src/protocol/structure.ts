import type { Position, Range } from '../engine/text/position.ts';
import type { TextDocumentParams } from './requests.ts';

/** What client and server say to each other about a report's sections: the view *Report Structure*, and the commands that edit it. */

/** Client → server: the sections of a report beside those of its type. */
export const structureRequest = 'reportWriter/structure';

export interface StructureParams extends TextDocumentParams {
  /** `resultId` of the answer that the client has. */
  readonly known?: string;
}

/** `there`: has text. `empty`: has none. `misplaced`: its type has it elsewhere. `missing`: its type requires it, and it is not there. */
export type SectionStatus = 'there' | 'empty' | 'misplaced' | 'missing';

/** One section. Those of a list stand in order; a section follows the one that it stands in. */
export interface SectionEntry {
  /** As a reader would say it: 一、基本情况. */
  readonly label: string;
  /** The index in the list of the section that it stands in; -1: none. */
  readonly parent: number;
  readonly kind: 'heading' | 'attachment';
  /** Of a missing section, the line before which it goes. */
  readonly line: number;
  /** The line after its last. */
  readonly endLine: number;
  readonly status: SectionStatus;
  /** Without blanks. */
  readonly characters: number;
  /** How many data are missing in it. */
  readonly missing: number;
  /** Of a missing section, what `reportWriter.insertSection` inserts. */
  readonly section?: string;
  /** What belongs in it, where its type says so. */
  readonly guidance?: string;
}

export interface StructureResult {
  readonly resultId: string;
  /** Absent where the list that the client has is still good. */
  readonly entries?: readonly SectionEntry[];
  /** The report's type by name, where it is known. */
  readonly type?: string;
}

/** Client → server: the edits that renumber a report or change its structure. */
export const editStructureRequest = 'reportWriter/editStructure';

export const structureActions = ['renumber', 'moveUp', 'moveDown', 'promote', 'demote', 'delete', 'drop'] as const;
export type StructureActionName = (typeof structureActions)[number];

export interface EditStructureParams extends TextDocumentParams {
  readonly action: StructureActionName;
  /** The selection; for a cursor both are one. The sections that it touches are edited. */
  readonly first: Position;
  readonly last: Position;
  /** For `drop`: the line of the section that it is dropped on. */
  readonly target?: number;
  /** What becomes of numbers that are not sure: `renumber` (default) or `keep`. */
  readonly doubtful?: 'renumber' | 'keep';
}

export interface EditStructureResult {
  /** The version of the document that the edits are for. */
  readonly version: number;
  /** In the order of their places, without overlaps. Together they are one step of undo. */
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** Why nothing is done, in the writer's language. */
  readonly refused?: string;
  /** Where the cursor (`last`) goes. */
  readonly cursor?: Position;
  /** How many numbers change. */
  readonly changed: number;
  /** What is not sure, in the writer's language: to be confirmed before anything changes. */
  readonly doubts: readonly { readonly message: string; readonly line: number }[];
  /** Some of the changes, to be shown with the doubts: a line before and after. */
  readonly samples: readonly { readonly line: number; readonly before: string; readonly after: string }[];
  /** Mentions that stay as they are, in the new text. */
  readonly left: readonly { readonly message: string; readonly text: string; readonly range: Range }[];
}
