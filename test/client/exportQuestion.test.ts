import assert from 'node:assert/strict';
import { type ExportState, exportQuestion } from '../../client/src/exporting/exportQuestion.ts';

describe('before an export', () => {
  const whole: ExportState = { final: true, ask: true, refuseWithGaps: false, total: 0, doubtful: 0 };
  const question = (state: Partial<ExportState>) => exportQuestion({ ...whole, ...state });

  it('nothing is asked of a whole report', () => {
    assert.equal(question({}), 'none');
    assert.equal(question({ refuseWithGaps: true }), 'none');
  });

  it('the writer is asked about missing data, but by a command that names the file', () => {
    assert.equal(question({ total: 2 }), 'missing');
    assert.equal(question({ total: 2, final: false }), 'missing');
    assert.equal(question({ total: 2, ask: false }), 'none');
  });

  it('a final file is refused where the settings say so, whoever asks', () => {
    assert.equal(question({ total: 2, ask: false, refuseWithGaps: true }), 'refuse');
    assert.equal(question({ total: 2, final: false, refuseWithGaps: true }), 'missing');
  });

  it('the writer is asked about what is perhaps missing from a final file, which marks nothing', () => {
    assert.equal(question({ doubtful: 1 }), 'doubtful');
    assert.equal(question({ doubtful: 1, refuseWithGaps: true }), 'doubtful');
    assert.equal(question({ doubtful: 1, final: false }), 'none');
    assert.equal(question({ doubtful: 1, ask: false }), 'none');
  });
});
