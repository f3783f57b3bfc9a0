import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dropSection, editStructure, type StructureAction } from '../../server/src/structure/edits.ts';
import { mentionsOf } from '../../server/src/structure/mentions.ts';
import { renumber, type StructurePlan, textAfter } from '../../server/src/structure/plan.ts';
import { readStructure } from '../../server/src/structure/readStructure.ts';
import { report } from '../support/report.ts';

const seed = 20261123;
const chinese = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const toChinese = (n: number): string =>
  n <= 10 ? (chinese[n] as string) : `${n < 20 ? '' : chinese[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : chinese[n % 10]}`;
const fromChinese = (text: string): number => {
  for (let n = 1; n < 100; n += 1) if (toChinese(n) === text) return n;
  return Number.NaN;
};

interface Section {
  readonly level: number;
  readonly word: string;
  readonly runIn: boolean;
  readonly figure: boolean;
  readonly blank: boolean;
  /** Which sections, and which figures, its text mentions: indices that are taken modulo what there is. */
  readonly mentions: readonly number[];
  readonly figures: readonly number[];
}

const sectionOf = (most: number): fc.Arbitrary<Omit<Section, 'word'>> =>
  fc.record({
    level: fc.integer({ min: 1, max: most }),
    runIn: fc.boolean(),
    figure: fc.boolean(),
    blank: fc.boolean(),
    mentions: fc.array(fc.nat(50), { maxLength: 2 }),
    figures: fc.array(fc.nat(50), { maxLength: 1 }),
  });

const marks = [(n: number) => `${toChinese(n)}、`, (n: number) => `（${toChinese(n)}）`, (n: number) => `${n}.`, (n: number) => `（${n}）`];

/** A report that is numbered right, whose mentions mean what `aims` says: by the word at the mention, the word of what it means. */
function write(
  drawn: readonly Omit<Section, 'word'>[],
  eol: string,
): { readonly text: string; readonly aims: ReadonlyMap<string, string> } {
  let level = 0;
  const sections = drawn.map((one, i): Section => {
    level = Math.min(one.level, level + 1);
    return { ...one, level, word: `词${i}尾` };
  });
  const counts = [0, 0, 0, 0];
  const paths = sections.map(({ level: own }) => {
    counts[own - 1] = (counts[own - 1] ?? 0) + 1;
    counts.fill(0, own);
    return counts.slice(0, own);
  });
  const figures = sections.filter(({ figure }) => figure);
  const aims = new Map<string, string>();
  const lines = ['关于测试工作的报告', '市政府：'];
  let shown = 0;
  for (const [i, section] of sections.entries()) {
    const path = paths[i] as readonly number[];
    const head = `${(marks[section.level - 1] as (n: number) => string)(path.at(-1) as number)}${section.word}`;
    lines.push(section.runIn ? `${head}。这里是正文内容` : head);
    for (const [j, mention] of section.mentions.entries()) {
      const at = mention % sections.length;
      const to = paths[at] as readonly number[];
      const word = `记${i}之${j}`;
      const [first = 1, second] = to;
      if (to.length > 2) continue;
      aims.set(word, (sections[at] as Section).word);
      lines.push(
        `${word}，${second === undefined ? `见第${toChinese(first)}部分` : j === 0 ? `详见${toChinese(first)}（${toChinese(second)}）` : `按照第${toChinese(first)}部分第（${toChinese(second)}）项`}的说法。`,
      );
    }
    for (const [j, mention] of section.figures.entries()) {
      if (figures.length === 0) continue;
      const at = mention % figures.length;
      const word = `图记${i}之${j}`;
      aims.set(word, `图题${(figures[at] as Section).word}`);
      lines.push(`${word}，如图${at + 1}所示。`);
    }
    if (section.figure) {
      shown += 1;
      lines.push(`图${shown} 图题${section.word}`);
    }
    if (section.blank) lines.push('');
  }
  lines.push('特此报告。', '', '青山市林业局', '2026年1月5日');
  return { text: lines.join(eol), aims };
}

/** Fails unless all headings and figures count up, each level under its heading; `lists`: from the third level on they may begin again. */
function assertNumbered(text: string, lists = false): void {
  const counts = [0, 0, 0, 0];
  let figures = 0;
  for (const line of text.split(/\r?\n/)) {
    const figure = /^图(\d+) /.exec(line);
    if (figure !== null) assert.equal(Number(figure[1]), ++figures, text);
    const forms = [/^([一二三四五六七八九十]+)、词/, /^（([一二三四五六七八九十]+)）词/, /^(\d+)\.词/, /^（(\d+)）词/];
    const level = forms.findIndex((form) => form.test(line));
    if (level < 0) continue;
    const number = forms[level]?.exec(line)?.[1] ?? '';
    counts[level] = (counts[level] ?? 0) + 1;
    counts.fill(0, level + 1);
    if (lists && level >= 2 && number === '1') counts[level] = 1;
    assert.equal(level < 2 ? fromChinese(number) : Number(number), counts[level], `${line}\n---\n${text}`);
  }
}

/** Fails unless each mention means what it meant; those in `excused` may not, and what is gone cannot. */
function assertAims(text: string, aims: ReadonlyMap<string, string>, excused: ReadonlySet<string>): void {
  const document = report(text);
  const structure = readStructure(document);
  const meant = new Map<string, string>();
  for (const { line, target } of mentionsOf(document, structure)) {
    const word = /^图?记\d+之\d+/.exec(document.line(line).text)?.[0];
    if (word === undefined) continue;
    const at =
      target.kind === 'node'
        ? structure.nodes[target.chain.at(-1) as number]?.line
        : target.kind === 'caption'
          ? structure.captions[target.index]?.line
          : undefined;
    meant.set(word, at === undefined ? target.kind : (/图题词\d+尾|词\d+尾/.exec(document.line(at).text)?.[0] ?? ''));
  }
  for (const [word, aim] of aims) {
    if (!text.includes(`${word}，`) || excused.has(word)) continue;
    assert.equal(meant.get(word), aim, `${word}\n---\n${text}`);
  }
}

/** What is left of each line without the numbers; moved lines in any order, deleted ones left out by the caller. */
const bare = (text: string): readonly string[] =>
  text.split(/\r?\n/).map((line) =>
    line
      .replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+\.)(?=词)/, '')
      .replace(/^图\d+ /, '图 ')
      .replace(/(?<=[见照])(?:第?[一二三四五六七八九十]+(?:部分)?(?:第?（[一二三四五六七八九十]+）项?)?(?:第\d+点)?)/, '')
      .replace(/如图\d+/, '如图'),
  );

const actions: readonly StructureAction[] = ['moveUp', 'moveDown', 'promote', 'demote', 'delete'];

/** The words of mentions that a plan leaves as they are. */
const leftWords = (text: string, { left }: StructurePlan): readonly string[] => {
  const lines = text.split(/\r?\n/);
  return left.map(({ line }) => /^图?记\d+之\d+/.exec(lines[line] ?? '')?.[0] ?? '');
};

describe('Random edits of the structure', () => {
  it('leave the numbers right, the mentions true, and every other character as it was', () => {
    let done = 0;
    fc.assert(
      fc.property(
        fc.array(sectionOf(3), { minLength: 1, maxLength: 14 }),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.record({ line: fc.nat(60), span: fc.nat(3), action: fc.constantFrom(...actions, 'drop' as const), onto: fc.nat(60) }), {
          minLength: 1,
          maxLength: 6,
        }),
        (drawn, eol, steps) => {
          const { text: begun, aims } = write(drawn, eol);
          let text = begun;
          assertNumbered(text);
          assertAims(text, aims, new Set());
          const excused = new Set<string>();
          for (const { line, span, action, onto } of steps) {
            const document = report(text);
            const at = line % document.lineCount;
            const selected = { first: at, last: Math.min(at + span, document.lineCount - 1) };
            const outcome =
              action === 'drop' ? dropSection(document, at, onto % document.lineCount) : editStructure(document, selected, action);
            if ('refused' in outcome) continue;
            done += 1;
            assert.deepEqual(outcome.doubts, []);
            const after = textAfter(document, outcome.edits);
            for (const word of leftWords(text, outcome)) excused.add(word);
            assertNumbered(after);
            assertAims(after, aims, excused);
            const lines = bare(after);
            if (action === 'delete') assert.ok(lines.length < bare(text).length);
            else assert.deepEqual([...lines].sort(), [...bare(text)].sort());
            assert.equal(after.includes('\r'), eol === '\r\n' && after.includes('\n'));
            assert.deepEqual(renumber(report(after)).edits, []);
            text = after;
          }
        },
      ),
      { seed, numRuns: 400 },
    );
    assert.ok(done > 300, `only ${done} edits were made`);
  });

  it('made by hand are mended by Renumber, once and for all', () => {
    fc.assert(
      fc.property(
        fc.array(sectionOf(3), { minLength: 3, maxLength: 14 }),
        fc.array(fc.record({ from: fc.nat(60), count: fc.integer({ min: 1, max: 8 }), to: fc.nat(60), paste: fc.boolean() }), {
          minLength: 1,
          maxLength: 3,
        }),
        (drawn, cuts) => {
          const { text: begun } = write(drawn, '\n');
          let text = begun;
          for (const { from, count, to, paste } of cuts) {
            const lines = text.split('\n');
            const end = lines.length - 4;
            const at = 2 + (from % Math.max(1, end - 2));
            const cut = lines.splice(at, Math.min(count, end - at));
            if (paste) lines.splice(2 + (to % Math.max(1, lines.length - 5)), 0, ...cut);
            text = lines.join('\n');
          }
          const document = report(text);
          const plan = renumber(document);
          const after = textAfter(document, plan.edits);
          assert.deepEqual(bare(after), bare(text));
          const again = renumber(report(after));
          assert.deepEqual(again.edits, []);
          if (firstLevels(after)) assertNumbered(after, true);
        },
      ),
      { seed, numRuns: 400 },
    );
  });
});

/** Headings begin at the top and go down one level at a time: then numbers can be told by the forms alone. */
function firstLevels(text: string): boolean {
  let level = 0;
  return readStructure(report(text)).nodes.every((node) => {
    const fits = node.level <= level + 1;
    level = node.level;
    return fits;
  });
}
