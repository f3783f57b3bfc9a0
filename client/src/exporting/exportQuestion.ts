/** What is known before an export. */
export interface ExportState {
  readonly final: boolean;
  /** A task or a key that names the file to write is not asked. */
  readonly ask: boolean;
  /** No final file is made while data are missing. */
  readonly refuseWithGaps: boolean;
  /** Data that are missing. */
  readonly total: number;
  /** Data that are perhaps missing: gaps of blanks, bare units. */
  readonly doubtful: number;
}

/** What comes before an export: nothing, a refusal, or a question about what is missing, or perhaps missing. */
export function exportQuestion({ final, ask, refuseWithGaps, total, doubtful }: ExportState): 'none' | 'refuse' | 'missing' | 'doubtful' {
  if (total > 0) {
    return final && refuseWithGaps ? 'refuse' : ask ? 'missing' : 'none';
  }
  // A draft marks them; a final file would be sent out with `于  年 月` unasked.
  return final && ask && doubtful > 0 ? 'doubtful' : 'none';
}
