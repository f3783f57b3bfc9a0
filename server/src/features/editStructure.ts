import type { ReportDocument } from '../engine/document.ts';
import type { Position } from '../engine/text/position.ts';
import type { EditStructureResult, StructureActionName } from '../protocol/structure.ts';
import { dropSection, editStructure as edit, type Outcome, type Refusal } from '../structure/edits.ts';
import type { LeftMention } from '../structure/follow.ts';
import { edited, type LineEdit } from '../structure/lineEdit.ts';
import { renumber } from '../structure/plan.ts';
import type { Doubt, DoubtKind } from '../structure/series.ts';
import type { Localize } from '../wording/localize.ts';

export interface EditStructureOptions {
  readonly action: StructureActionName;
  readonly first: Position;
  readonly last: Position;
  readonly target?: number | undefined;
  readonly doubtful?: 'renumber' | 'keep' | undefined;
  readonly t: Localize;
}

/** Lines that are shown before something doubtful is done. */
const mostSamples = 12;
/** Mentions that are told of; a report with more is numbered so badly that a list does not help. */
const mostLeft = 200;

/** The edits that renumber a report or change its structure, and what the writer is asked or told. */
export function editStructure(
  document: ReportDocument,
  { action, first, last, target, doubtful, t }: EditStructureOptions,
): EditStructureResult {
  const none = { version: document.version, edits: [], changed: 0, doubts: [], samples: [], left: [] };
  const outcome = outcomeOf(document, { action, first, last, target, doubtful });
  if ('refused' in outcome) return { ...none, refused: refusals(t)[outcome.refused] };
  const { edits, changes, doubts, left, newPosition } = outcome;
  return {
    version: document.version,
    edits,
    changed: changes.length,
    cursor: newPosition(last),
    doubts: doubts.slice(0, mostSamples).map((doubt) => ({ message: describeDoubt(doubt, t), line: doubt.line })),
    samples: samplesOf(document, changes),
    left: left.slice(0, mostLeft).map(({ line, start, end, reason }) => {
      const { text } = document.line(line);
      const range = { start: newPosition({ line, character: start }), end: newPosition({ line, character: end }) };
      return { message: describeLeft(text.slice(start, end), reason, t), text: text.trim().slice(0, 120), range };
    }),
  };
}

function outcomeOf(document: ReportDocument, { action, first, last, target, doubtful }: Omit<EditStructureOptions, 't'>): Outcome {
  const options = doubtful === undefined ? {} : { doubtful };
  switch (action) {
    case 'renumber':
      return renumber(document, options);
    case 'drop':
      return dropSection(document, first.line, target ?? first.line, options);
    default: {
      // A selection that ends at the start of a line does not touch that line.
      const end = last.line > first.line && last.character === 0 ? last.line - 1 : last.line;
      return edit(document, { first: first.line, last: end }, action, options);
    }
  }
}

function samplesOf(document: ReportDocument, changes: readonly LineEdit[]): EditStructureResult['samples'] {
  const byLine = new Map<number, LineEdit[]>();
  for (const change of changes) {
    const known = byLine.get(change.line);
    if (known !== undefined) known.push(change);
    else if (byLine.size < mostSamples) byLine.set(change.line, [change]);
  }
  return [...byLine].map(([line, edits]) => {
    const { text } = document.line(line);
    const from = Math.max(0, (edits[0]?.start ?? 0) - 12);
    return { line, before: shorten(text.slice(from)), after: shorten(edited(text, edits).slice(from)) };
  });
}

const shorten = (text: string): string => {
  const characters = [...text.slice(0, 80).trim()];
  return characters.length <= 26 ? characters.join('') : `${characters.slice(0, 25).join('')}…`;
};

function describeDoubt({ kind, line }: Doubt, t: Localize): string {
  return t(doubtMessages[kind], line + 1);
}

const doubtMessages: Readonly<Record<DoubtKind, string>> = {
  same: 'From line {0} on all numbers are the same.',
  restart: 'On line {0} the numbers begin again under the same heading.',
  mixed: 'The heading on line {0} seems to be numbered in another way than those around it.',
  gaps: 'The numbers from line {0} on may come from another list.',
  through: 'On line {0} the numbers go on from the section before.',
  tooMany: 'From line {0} on there are more headings than can be numbered; they stay as they are.',
  reading: 'With its new number, line {0} would be read as something else than now.',
};

function describeLeft(words: string, reason: LeftMention['reason'], t: Localize): string {
  return t(leftMessages[reason], words);
}

const leftMessages: Readonly<Record<LeftMention['reason'], string>> = {
  none: '“{0}” leads to nothing in this report.',
  ambiguous: '“{0}” may mean several things with the same number.',
  deleted: '“{0}” led to what is deleted.',
  far: '“{0}” has to be written anew: what it leads to is elsewhere now.',
};

const refusals = (t: Localize): Readonly<Record<Refusal, string>> => ({
  noSection: t('No section is here. Put the cursor into a section.'),
  first: t('This is the first section of its level here.'),
  last: t('This is the last section of its level here.'),
  top: t('This section has the highest level already.'),
  deep: t('There is no fifth level of headings.'),
  noneAbove: t('No section stands above this one that could hold it.'),
  item: t('An item of a list has no level of its own. Put the cursor on the heading.'),
  itself: t('A section cannot be moved into itself.'),
  there: t('The section stands there already.'),
});
