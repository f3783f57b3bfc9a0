import type { Localize } from '../../wording/localize.ts';
import type { PageLayout } from '../layout/pageLayout.ts';

/** The bytes of a picture, whatever they are. */
export interface PictureFile {
  readonly bytes: Uint8Array;
}

/** Why there is no picture, in the reader's words. */
export interface PictureProblem {
  readonly problem: string;
}

export interface DocxOptions {
  readonly layout: PageLayout;
  /** A final export has no marks of a draft: no highlighting, no comments, no header, no list. */
  readonly final: boolean;
  /** Reads the picture that a report names by `path`, as it is written there. */
  readonly pictures: (path: string) => Promise<PictureFile | PictureProblem>;
  readonly t: Localize;
  /** Words that stand in the file: in the report's language, whatever the writer's editor speaks. As `t` where absent. */
  readonly words?: Localize;
  /** In a draft: list the missing data on a page of its own at the end. */
  readonly list?: boolean;
  /** The time that document properties and comments bear; without it properties have none and comments 1980-01-01. */
  readonly time?: Date;
  readonly signal?: AbortSignal;
  /** Called with 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Awaited every some hundred blocks, so that a host can take in a cancel meanwhile. */
  readonly breathe?: () => Promise<void>;
}

/** Something that could not be printed as the report has it. `block` is the index of its block. */
export interface DocxProblem {
  readonly block: number;
  readonly message: string;
}

export interface DocxExport {
  readonly bytes: Uint8Array;
  readonly problems: readonly DocxProblem[];
}
