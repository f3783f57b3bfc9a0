import { Math as OfficeMath, Paragraph } from 'docx';
import { latexToMath } from 'docx/math';
import type { Block } from '../../engine/model/report.ts';
import { formulaHeight } from '../layout/formulaBlock.ts';
import { cleanText } from './cleanText.ts';
import type { DocumentState } from './documentState.ts';
import { twipsOfPt } from './measures.ts';
import { textRuns } from './runs.ts';
import { styleIds } from './styles.ts';

/** Longer formulas are no formulas; so much nesting would overflow what reads them. */
const longest = 4000;
const deepest = 60;

/** A paragraph that is a formula and nothing else. LibreOffice loses it at the end of a section, so something must follow it there. */
export class FormulaParagraph extends Paragraph {}

/** A formula as one of Word's own, centred. What cannot be read is told in `state.problems` and printed as it was typed. */
export function formulaParagraphs(block: Extract<Block, { kind: 'formula' }>, index: number, state: DocumentState): Paragraph[] {
  const tex = cleanText(block.tex);
  // As high as in the preview, or higher where Word wants it.
  const line = twipsOfPt(formulaHeight(block.tex, state.layout));
  try {
    if (tex.length > longest || depthOf(tex) > deepest) throw new Error(state.t('it is too long'));
    return [
      new FormulaParagraph({
        style: styleIds.formula,
        spacing: { line, lineRule: 'atLeast' },
        children: [new OfficeMath({ children: latexToMath(tex) })],
      }),
    ];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    state.problems.push({ block: index, message: state.t('The formula is printed as it was typed: {0}', reason) });
    const look = { style: styleIds.codeCharacter, ...(state.options.final ? {} : { highlight: 'yellow' as const }) };
    return [new Paragraph({ style: styleIds.formula, children: textRuns(`$$${tex}$$`, state, look) })];
  }
}

/** How deep groups stand in each other, or as much as so many commands in a row can mean. */
function depthOf(tex: string): number {
  let depth = 0;
  let most = 0;
  for (const [run] of tex.matchAll(/(?:\\[A-Za-z]{1,30}\s?){2,}/g)) most = Math.max(most, run.split('\\').length - 1);
  for (const char of tex) {
    if (char === '{') most = Math.max(most, ++depth);
    else if (char === '}') depth--;
  }
  return most;
}
