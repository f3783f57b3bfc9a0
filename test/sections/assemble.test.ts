// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so.
import assert from 'node:assert/strict';
import { Assembly } from '../../server/src/sections/assemble.ts';
import { newNumberer } from '../../server/src/sections/fit.ts';

const assembly = (shift = 0, blankLines = false): Assembly => new Assembly({ numberer: newNumberer('chinese'), shift, blankLines });

describe('an assembly of bodies', () => {
  it('counts tab stops on from body to body, and keeps equal ones of a body together', () => {
    const snippet = assembly().add(['${1:××}局${2:*}次', '${1:××}局']).add(['${1:*}人', '${3:*}户$0']).snippet();
    assert.equal(snippet, '${1:××}局${2:*}次\n${1:××}局\n${3:*}人\n${4:*}户${0}');
  });

  it('numbers headings, at another level where asked, within the four there are', () => {
    const body = ['${heading:1}甲', '${heading:2}乙', '${heading:2}丙', '${heading:4}丁'];
    assert.equal(assembly().add(body).text(), '一、甲\n（一）乙\n（二）丙\n（1）丁');
    assert.equal(assembly(1).add(body).text(), '（一）甲\n1.乙\n2.丙\n（1）丁');
    assert.equal(assembly(-1).add(body).text(), '一、甲\n二、乙\n三、丙\n1.丁');
  });

  it('gives each body with a table the next number', () => {
    const body = ['见表${table}。', '表${table} 甲', '| a |'];
    const one = new Assembly({ numberer: newNumberer('chinese'), blankLines: true, lastTable: 2 });
    assert.equal(one.add(body).add(['没有表。']).add(body).text(), '见表3。\n\n表3 甲\n| a |\n\n没有表。\n\n见表4。\n\n表4 甲\n| a |');
  });

  it('says where its gaps are', () => {
    const one = assembly().add(['检查${1:*}次', '${2|甲,乙|}${3:【待补：数】}']);
    assert.deepEqual(
      one.gaps().map(({ start, end }) => one.text().slice(start, end)),
      ['*', '【待补：数】'],
    );
  });

  it('is empty without a body', () => {
    assert.equal(assembly().add([]).isEmpty, true);
    assert.equal(assembly().text(), '');
  });
});
