import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type StateStack } from 'vscode-textmate';

const root = process.cwd();
const wasm = createRequire(join(root, 'package.json')).resolve('vscode-oniguruma/release/onig.wasm');

/** Each piece of the text with the last of its scopes, as an editor would colour it. */
function scopesOf(grammar: IGrammar, text: string): [piece: string, scopes: readonly string[]][] {
  let state: StateStack = textmate.INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }): [string, readonly string[]] => [line.slice(startIndex, endIndex), scopes]);
  });
}

describe('the grammar', () => {
  let grammar: IGrammar;

  before(async () => {
    await oniguruma.loadWASM(readFileSync(wasm));
    const path = join(root, 'syntaxes/report.tmLanguage.json');
    const registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      // VS Code brings the grammar of YAML; here an empty one stands for it.
      loadGrammar: async (scope) =>
        textmate.parseRawGrammar(scope === 'text.report' ? readFileSync(path, 'utf8') : `{"scopeName":"${scope}","patterns":[]}`, path),
    });
    const loaded = await registry.loadGrammar('text.report');
    assert.ok(loaded);
    grammar = loaded;
  });

  /** [text, a piece of it, a scope the piece must have] */
  const coloured: readonly (readonly [text: string, piece: string, scope: string])[] = [
    ['# 关于工作的报告', '关于工作的报告', 'heading.title.report'],
    ['一、基本情况', '基本情况', 'heading.1.report'],
    ['\u3000\u3000一、基本情况', '一、', 'heading.1.report'],
    ['（一）加强组织领导。全年召开会议12次。', '加强组织领导。', 'heading.2.report'],
    ['(二) 开展检查', ' 开展检查', 'heading.2.report'],
    ['1.完善制度', '完善制度', 'heading.3.report'],
    ['（1）健全机制', '健全机制', 'heading.4.report'],
    ['## 总结', '总结', 'markup.heading.report'],
    ['第一章　总则', '第一章', 'heading.1.report'],
    ['一是力量不足。二是经费紧张。', '二是', 'keyword.control.point.report'],
    ['全年召开会议*次。', '*', 'constant.other.placeholder.report'],
    ['走访企业××家', '××', 'constant.other.placeholder.report'],
    ['20XX年以来', '20XX', 'constant.other.placeholder.report'],
    ['【待补：检查范围】', '【待补：检查范围】', 'constant.other.placeholder.report'],
    ['支出{{公务接待费}}元', '{{公务接待费}}', 'variable.other.field.report'],
    ['| 项目 | * |', '*', 'constant.other.placeholder.report'],
    ['| 项目 | 金额 |', '|', 'punctuation.separator.table.report'],
    ['表1　经费支出情况', '表1', 'entity.name.tag.caption.report'],
    ['![现场](images/a.png)', 'images/a.png', 'markup.underline.link.image.report'],
    ['<!-- 备注\n还没完 -->正文', '还没完 ', 'comment.block.report'],
    ['---\n标题: 报告\n---\n正文', '标题: 报告', 'meta.embedded.block.frontmatter'],
    ['```text\n*次\n```', '*次', 'markup.fenced_code.block.report'],
    ['**重点**工作', '重点', 'markup.bold.report'],
    ['依据《安全生产法》', '《安全生产法》', 'string.other.title.report'],
    ['特此报告。', '特此报告', 'keyword.other.closing.report'],
    ['附件：1.清单', '附件', 'keyword.other.attachment.report'],
    ['见https://example.com/a，详情', 'https://example.com/a', 'markup.underline.link.report'],
  ];
  for (const [text, piece, scope] of coloured) {
    it(`gives “${piece}” in “${text.replaceAll('\n', '⏎')}” the scope ${scope}`, () => {
      const found = scopesOf(grammar, text);
      const token = found.find(([words]) => words === piece);
      assert.ok(token, `no such piece in ${JSON.stringify(found)}`);
      assert.ok(
        token[1].some((name) => name.split(' ').includes(scope)),
        token[1].join(' '),
      );
    });
  }

  const plain: readonly (readonly [text: string, piece: string])[] = [
    ['面积为3×5米', '×'],
    ['文件a*b', '*'],
    ['XXL号', 'XXL'],
    ['snake__case', '__'],
    ['附件：1. 清单\n　　　2. 台账', ' 台账'],
    ['正文在\n---\n之间', '---'],
  ];
  for (const [text, piece] of plain) {
    it(`leaves “${piece}” in “${text.replaceAll('\n', '⏎')}” plain`, () => {
      const special = scopesOf(grammar, text).filter(([words, scopes]) => words.includes(piece) && scopes.length > 1);
      assert.deepEqual(special, []);
    });
  }

  it('takes no longer than linear time for a long line', () => {
    for (const unit of ['（', '[', '![', '![a](', '[a](b', '*', '**a', '【', '一是', '|', '`', '《', '19', '_', ' ']) {
      const { stoppedEarly } = grammar.tokenizeLine(unit.repeat(20_000), textmate.INITIAL, 5000);
      assert.equal(stoppedEarly, false, unit);
    }
  });
});
