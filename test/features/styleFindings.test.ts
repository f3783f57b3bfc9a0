import assert from 'node:assert/strict';
import { parseStyleFile } from '../../server/src/engine/model/readHouseStyle.ts';
import { styleFindings } from '../../server/src/features/styleFindings.ts';
import { english } from '../../server/src/wording/localize.ts';
import { report } from '../support/report.ts';

const found = (text: string, yaml?: string) =>
  styleFindings(report(text), {
    preset: undefined,
    file: yaml === undefined ? undefined : { path: 'house.yaml', ...parseStyleFile(yaml) },
    t: english,
  }).map(({ message, range }) => [range.start.line, message]);

describe('findings about a style', () => {
  it('tell what is wrong in a style file, at the line that names it', () => {
    assert.deepEqual(
      found('---\ntitle: x\nstyle: house.yaml\n---\n', '行距: 28\n颜色: 红\n').map(([line]) => line),
      [2],
    );
    assert.match(
      String(found('---\nstyle: house.yaml\n---\n', '行距: 28\n颜色: 红\n')[0]?.[1]),
      /^Style file house\.yaml:2: There is no style key “颜色”/,
    );
  });

  it('tell of a pitch that gives other lines than the standard has', () => {
    assert.match(String(found('---\n样式: {行距: 29.6}\n---\n')[0]?.[1]), /29\.6 pt gives 21 lines/);
  });

  it('are silent without a style, and where they are silenced', () => {
    assert.deepEqual(found('正文。\n'), []);
    assert.deepEqual(found('---\ntitle: x\n---\n'), []);
  });
});
