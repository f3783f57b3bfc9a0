/** What a rule can be set to. */
export const ruleSettingNames = ['off', 'hint', 'information', 'warning', 'error'] as const;
export type RuleSetting = (typeof ruleSettingNames)[number];

/** The settings under `reportWriter` that the server reads, per resource. Absent ones have their default. */
export interface ServerSettings {
  readonly diagnostics?: {
    /** Default true. */
    readonly enabled?: boolean;
    /** Show what may be missing (hints). Default true. */
    readonly hints?: boolean;
    /** At most so many findings a document are sent, then one that says how many more there are. Default 1000. */
    readonly limit?: number;
  };
  readonly completion?: {
    /** Find sections by pinyin. Default true. */
    readonly pinyin?: boolean;
  };
  /** By the rule's code. Default: each rule as it is. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly layout?: {
    /** `common`, `gb33476`, `28pt` or `plain`; front matter comes first. Default `common`. */
    readonly preset?: string;
  };
  readonly outline?: {
    /** Say beside each heading how many data are missing under it. Default true. */
    readonly missingCounts?: boolean;
  };
  readonly sections?: {
    /** After a section that completion puts in, number on what follows. Default true. */
    readonly renumberAfterInsert?: boolean;
    /** Folders with section catalogues of the writer's own. Default none. */
    readonly folders?: readonly string[];
  };
  readonly codeLens?: {
    /** Say over each heading how long its section is and what is missing in it. Default false. */
    readonly enabled?: boolean;
  };
  readonly export?: {
    /** A draft lists its missing data on a page at its end. Default true. */
    readonly listMissingData?: boolean;
  };
}
