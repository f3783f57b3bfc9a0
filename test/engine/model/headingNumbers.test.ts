import assert from 'node:assert/strict';
import { reportOf } from '../../../server/src/engine/model/blocks.ts';
import { outlineOf } from '../../../server/src/engine/model/outline.ts';
import { report } from '../../support/report.ts';

/** The number of the heading in the line `text`, as it is printed, after a title and an addressee. */
function numberOf(text: string, before = '市政府：'): string | undefined {
  const heading = reportOf(report(`报告\n\n${before}\n${text}`)).blocks.find((block) => block.kind === 'heading');
  return heading?.number;
}

describe('the number of a heading', () => {
  const printed: readonly (readonly [string, string])[] = [
    ['第一章 总则', '第一章 '],
    ['第一章\u3000总则', '第一章\u3000'],
    ['第十二节   职责', '第十二节 '],
    ['第一部分：概况', '第一部分：'],
    ['一、 基本情况', '一、'],
    ['（一） 主要做法', '（一）'],
    ['（1） 查隐患', '（1）'],
    ['1. 明确分工', '1.'],
    ['1．明确分工', '1．'],
    ['## 1. 范围', '1.'],
    ['## 1.1 范围', '1.1 '],
    ['## 1. Scope', '1. '],
    ['## 1.1 Scope', '1.1 '],
    ['## 1.2.  2024 targets', '1.2. '],
    ['## 2.Scope', '2.'],
    ['## Scope', ''],
  ];
  for (const [text, number] of printed) {
    it(`is printed as "${number}" in ${text}`, () => {
      assert.equal(numberOf(text), number);
    });
  }

  it('keeps its blank in an English report', () => {
    const text = 'Annual Report\n\n1. Intro\n\nText.\n\n1.1 Scope\n\nMore text.';
    const numbers = reportOf(report(text)).blocks.flatMap((block) => (block.kind === 'heading' ? [block.number] : []));
    assert.deepEqual(numbers, ['1. ', '1.1 ']);
  });

  it('is the same in outline and print', () => {
    const text = '报告\n\n市政府：\n第一章 总则\n第一节 范围\n1. 分工\n正文。';
    const names = (nodes: ReturnType<typeof outlineOf>): string[] => nodes.flatMap(({ name, children }) => [name, ...names(children)]);
    const document = report(text);
    const printedHeadings = reportOf(document).blocks.flatMap((block) =>
      block.kind === 'heading' ? [block.number + block.heading.map((inline) => ('text' in inline ? inline.text : '')).join('')] : [],
    );
    assert.deepEqual(printedHeadings, ['第一章 总则', '第一节 范围', '1.分工']);
    assert.deepEqual(names(outlineOf(document)).slice(1), printedHeadings);
  });
});
