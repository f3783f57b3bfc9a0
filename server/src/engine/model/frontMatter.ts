import type { HouseStyle } from './houseStyle.ts';

/** How a report is signed: with a seal over the signature (盖章), without one (不盖章), with a signature stamp (签名章). 7.3.5. */
export type Seal = 'seal' | 'none' | 'stamp';

/** What the front matter says, whatever language its keys are in. Every key is optional; an absent one is `undefined`. */
export interface FrontMatter {
  /** 文种 or 文稿类型: an id or a name from the catalogue of document types. */
  readonly documentType?: string;
  readonly title?: string;
  /** 发文机关. */
  readonly issuingOrgan?: readonly string[];
  /** 发文字号. */
  readonly documentNumber?: string;
  /** 份号. */
  readonly copyNumber?: string;
  /** 密级和保密期限. */
  readonly secrecy?: string;
  /** 紧急程度. */
  readonly urgency?: string;
  /** 签发人. */
  readonly signers?: readonly string[];
  /** 抄送机关. */
  readonly copiesTo?: readonly string[];
  /** 印发机关. */
  readonly printingOrgan?: string;
  /** 印发日期. */
  readonly printingDate?: string;
  /** For those who look for the file: they stand in its properties, not on its pages. */
  readonly keywords?: readonly string[];
  /** Data files, relative to the report. */
  readonly data?: readonly string[];
  /** A layout preset's name or the path of a style file. */
  readonly style?: string;
  /** What the report itself says about its style, on top of `style`. */
  readonly houseStyle?: HouseStyle;
  /** 用印. */
  readonly seal?: Seal;
  /** A cover page (封面). */
  readonly cover?: boolean;
  readonly language?: string;
  /** 脱敏: marks like 张×× hide names on purpose. */
  readonly masking?: boolean;
}
