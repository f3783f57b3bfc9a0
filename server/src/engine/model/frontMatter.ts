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
  /** Data files, relative to the report. */
  readonly data?: readonly string[];
  /** A layout preset or a style file. */
  readonly style?: string;
  readonly language?: string;
  /** 脱敏: marks like 张×× hide names on purpose. */
  readonly masking?: boolean;
}
