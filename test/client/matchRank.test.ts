import assert from 'node:assert/strict';
import { matchRank } from '../../client/src/picks/matchRank.ts';

describe('an entry of a quick pick', () => {
  const words = ['存在的主要问题', 'czdzywt', 'cunzaidezhuyaowenti', '存在问题', 'czwt', 'required'];

  it('is found by its words, pinyin and initials', () => {
    for (const query of ['存在', '问题', 'czwt', 'CZWT', 'cunzai', 'cun zai', 'czw', 'wenti', '']) {
      assert.notEqual(matchRank(query, words), undefined, query);
    }
  });

  it('stands the higher the more its word begins like the query', () => {
    assert.equal(matchRank('czwt', words), 0);
    assert.equal(matchRank('主要', words), 1);
    assert.equal(matchRank('cdzwt', words), 2);
    assert.equal(matchRank('存题', words), 2);
  });

  it('is not found by letters in another order, or in the middle of a word only', () => {
    assert.equal(matchRank('wtcz', words), undefined);
    assert.equal(matchRank('题存', words), undefined);
    assert.equal(matchRank('zwt z', words), undefined);
  });
});
