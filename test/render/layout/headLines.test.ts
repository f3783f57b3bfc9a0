import assert from 'node:assert/strict';
import { breakImprint } from '../../../server/src/render/layout/imprintRows.ts';
import { letterHead } from '../../../server/src/render/layout/letterRows.ts';
import { measuresOf } from '../../../server/src/render/layout/measures.ts';
import { common, presets } from '../../../server/src/render/layout/presets.ts';
import type { Row } from '../../../server/src/render/layout/rows.ts';

const textRows = (rows: readonly Row[]) => rows.flatMap((row) => (row.kind === 'text' ? [row] : []));

describe('a line that is filled between two texts', () => {
  it('holds the number of a letter, whatever digits it has and whether a label stands before it', () => {
    for (const layout of presets) {
      for (const documentNumber of ['清水函〔2024〕6号', '×函〔2024〕12号', '甲3乙4丙5函〔2024〕106号']) {
        for (const more of [{}, { secrecy: '机密★1年' }]) {
          const { labelRows } = letterHead({ issuingOrgan: ['清河县水利局'], documentNumber, ...more }, layout);
          assert.equal(textRows(labelRows).length, 1, documentNumber);
        }
      }
    }
  });

  it('ends a character before the edge in the imprint', () => {
    const frontMatter = { printingOrgan: '清河县水利局办公室', printingDate: '2024年12月31日' };
    const [row, ...more] = textRows(breakImprint(frontMatter, common, true).rows);
    assert.equal(more.length, 0);
    const { size } = common.fonts.imprint;
    // 2024年12月31日印发: five characters, eight digits of half the size, five seams of a fifth of it.
    const date = size * (5 + 8 / 2 + 5 / 5);
    const end = (row?.paragraph.offset?.first ?? 0) + (row?.paragraph.runs[0]?.fill ?? 0) + date;
    assert.ok(Math.abs(measuresOf(common).width - size - end) < 0.1, String(end));
  });
});
