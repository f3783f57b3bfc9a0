import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver';
import { hover } from '../../server/src/features/hover.ts';
import { english } from '../../server/src/wording/localize.ts';
import { reportAt } from '../support/report.ts';

function textAt(marked: string): string | undefined {
  const { document, position } = reportAt(marked);
  const found = hover(document, position, english);
  return MarkupContent.is(found?.contents) ? found.contents.value : undefined;
}

describe('Hover', () => {
  it('shows the clause around a missing datum, the mark set off', () => {
    assert.match(textAt('前一句。全年召开会议‸*次；后一句。') ?? '', /> 全年召开会议\*\*⟦\\\*⟧\*\*次；$/);
  });

  it('cuts a long clause on both sides', () => {
    assert.match(textAt(`${'很'.repeat(60)}‸*${'长'.repeat(60)}`) ?? '', /> …很{24}\*\*.+\*\*长{24}…$/);
  });

  it('never cuts a character in two', () => {
    const text = textAt(`${'𠮷'.repeat(40)}共‸*次${'𠮷'.repeat(40)}`) ?? '';
    assert.match(text, /⟦/);
    // encodeURIComponent throws for half a surrogate pair.
    assert.doesNotThrow(() => encodeURIComponent(text), text);
  });

  it('shows the text of the report as text, whatever Markdown or HTML is in it', () => {
    const text = textAt('[点](command:x) <b>`码`‸*次。') ?? '';
    assert.match(text, /\\\[点\\\]\\\(command:x\\\)/);
    assert.ok(!/[^\\]</.test(text), text);
  });

  it('shows on a heading its characters without blanks, and what is missing under it', () => {
    assert.equal(textAt('一、总体‸情况\n会议*次。\n（一）学习。培训*期 。\n二、打算'), '**一、总体情况**\n\n22 characters · 2 missing');
  });

  it('counts a character outside the basic plane as one', () => {
    assert.match(textAt('一、𠮷‸祥\n𠮷。') ?? '', /6 characters/);
  });

  it('says nothing on plain words', () => {
    assert.equal(textAt('一、情况\n全年‸召开会议。'), undefined);
  });
});
