// Numbers of the parts around the text that preview and DOCX have in common; GB/T 9704-2012 unless it is silent.

/** 版头 (7.2). */
export const headMeasures = {
  /** Empty lines between the mark and the document number (7.2.5). */
  linesBeforeNumber: 2,
  /** From the document number to the red rule, in mm (7.2.7). */
  ruleBelow: 4,
  /** Thickness of the rule in points. The standard leaves it open; this is usual. */
  ruleWeight: 1.5,
  /** Leading of the line that the rule hangs under, in points: hardly any, so that the rule lies alike where programs place words differently. */
  ruledLeading: 4,
  /** Least size of the mark in points. */
  leastMark: 16,
} as const;

/** The first page of a letter (10.1). */
export const letterMeasures = {
  /** In mm: the mark's upper edge from the paper's, the double lines' length, the lower one from the paper's lower edge. */
  markTop: 30,
  lineLength: 170,
  lowerLine: 20,
  /** The thick and the thin line and the gap between them, in points: usual, the standard is silent. */
  thick: 2.25,
  thin: 0.75,
  between: 2,
  /** Line height of the mark as a multiple of its size. */
  markSpacing: 1.1,
} as const;

/** Rules of the imprint in points (7.4.1): first and last 0.35 mm, the middle one 0.25 mm, as Word has them. */
export const imprintRules = { thick: 1, thin: 0.75 } as const;
