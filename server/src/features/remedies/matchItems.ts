import type { RemedyItem } from './remedyItems.ts';

/** Two entries that seem to belong together, and the words that both have. */
export interface RemedyMatch {
  readonly item: RemedyItem;
  /** Words of both, the most telling first; empty where only the order speaks for it. */
  readonly shared: readonly string[];
}

export interface RemedyRow {
  readonly problem: RemedyItem;
  readonly causes: readonly RemedyMatch[];
  readonly measures: readonly RemedyMatch[];
}

export interface RemedyTable {
  readonly rows: readonly RemedyRow[];
  /** Causes and measures that no problem has. */
  readonly causesAlone: readonly RemedyItem[];
  readonly measuresAlone: readonly {
    readonly item: RemedyItem /** Causes that it may answer. */;
    readonly causes: readonly RemedyMatch[];
  }[];
}

/** So many entries are compared; a report with more of them is read by its headings. */
const mostItems = 300;
/** Weight from which shared words count: about two telling words. */
const enough = 0.05;
/** Same place in lists of the same length. */
const orderBonus = 0.03;
/** Of several good partners those count that come near the best. */
const nearBest = 0.75;
const mostShared = 4;

/** Words that stand in such lists whatever they are about. */
const commonWords =
  /进一步|不断|切实|认真|严格|全面|积极|有效|深入|持续|加强|加大|强化|提高|提升|推进|推动|落实|开展|做好|抓好|抓实|完善|健全|建立|工作|问题|方面|情况|存在|不够|不足|不强|不高|不到位|有差距|有待|还有|个别|部分|一些|同志|党组|我局|单位|干部|党员|班子|成员|要求|措施|机制|制度|能力|水平|质量|重要|主要|以及|通过|对于|进行|确保|坚持|结合|作为|必须|没有|一是|二是|三是|四是|五是|六是|七是|八是|九是|十是/g;

/** Lines up problems, causes and measures by the words that they share and by their order. Information only: it may be wrong. */
export function matchItems(items: readonly RemedyItem[]): RemedyTable {
  const used = items.slice(0, mostItems);
  const of = (kind: RemedyItem['kind']) => used.filter((item) => item.kind === kind);
  const [problems, causes, measures] = [of('problem'), of('cause'), of('measure')];
  const words = new Words(used);
  const rows = problems.map((problem, at) => ({
    problem,
    causes: partners(problem, at, problems.length, causes, words),
    measures: partners(problem, at, problems.length, measures, words),
  }));
  const taken = new Set(rows.flatMap((row) => [...row.causes, ...row.measures].map(({ item }) => item)));
  const alone = measures.filter((item) => !taken.has(item));
  return {
    rows,
    causesAlone: causes.filter((item) => !taken.has(item)),
    // Without a bonus for the order: these lists are not about the same things.
    measuresAlone: alone.map((item) => ({ item, causes: partners(item, -1, -1, causes, words) })),
  };
}

function partners(item: RemedyItem, at: number, count: number, others: readonly RemedyItem[], words: Words): readonly RemedyMatch[] {
  const rated = others.map((other, i) => {
    const { weight, shared } = words.compare(item, other);
    return { item: other, shared, weight: weight + (others.length === count && i === at ? orderBonus : 0) };
  });
  const best = Math.max(0, ...rated.map(({ weight }) => weight));
  return rated
    .filter(({ weight }) => weight >= enough && weight >= best * nearBest)
    .sort((a, b) => b.weight - a.weight)
    .map(({ item: other, shared }) => ({ item: other, shared }));
}

/** The pairs of characters of each entry, and how telling each is: the fewer entries have it, the more. */
class Words {
  readonly #own = new Map<RemedyItem, ReadonlyMap<string, number>>();
  readonly #weight = new Map<string, number>();
  readonly #length = new Map<RemedyItem, number>();

  constructor(items: readonly RemedyItem[]) {
    const having = new Map<string, number>();
    for (const item of items) {
      const own = pairsOf(item);
      this.#own.set(item, own);
      for (const pair of own.keys()) having.set(pair, (having.get(pair) ?? 0) + 1);
    }
    for (const [pair, count] of having) this.#weight.set(pair, Math.log((items.length + 1) / count));
    for (const item of items) {
      let sum = 0;
      for (const [pair, times] of this.#own.get(item) ?? []) sum += (times * (this.#weight.get(pair) ?? 0)) ** 2;
      this.#length.set(item, Math.sqrt(sum));
    }
  }

  /** 0 to 1: the cosine of the angle between both. */
  compare(a: RemedyItem, b: RemedyItem): { readonly weight: number; readonly shared: readonly string[] } {
    const others = this.#own.get(b);
    const length = (this.#length.get(a) ?? 0) * (this.#length.get(b) ?? 0);
    if (others === undefined || length === 0) return { weight: 0, shared: [] };
    let sum = 0;
    const both: { pair: string; part: number }[] = [];
    for (const [pair, times] of this.#own.get(a) ?? []) {
      const other = others.get(pair);
      if (other === undefined) continue;
      const part = times * other * (this.#weight.get(pair) ?? 0) ** 2;
      sum += part;
      both.push({ pair, part });
    }
    both.sort((one, two) => two.part - one.part);
    return { weight: sum / length, shared: wordsOf(both.map(({ pair }) => pair)).slice(0, mostShared) };
  }
}

/** Pairs of neighbouring characters; those of the name count three times. */
function pairsOf({ name, text }: RemedyItem): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  const add = (words: string, times: number) => {
    for (const [run] of words.replace(commonWords, ' ').matchAll(/[\u3400-\u9fff]{2,}/g)) {
      for (let at = 0; at + 2 <= run.length; at++) pairs.set(run.slice(at, at + 2), times);
    }
    for (const [word] of words.toLowerCase().matchAll(/[a-z]{4,}/g)) pairs.set(word, times);
  };
  add(text, 1);
  add(name, 3);
  return pairs;
}

/** Pairs that overlap make one word: 压力 力传 传导 → 压力传导. */
function wordsOf(pairs: readonly string[]): readonly string[] {
  const words: string[] = [];
  for (const pair of pairs) {
    const before = words.findIndex((word) => word.length < 6 && pair.length === 2 && word.endsWith(pair.charAt(0)));
    const after = words.findIndex((word) => word.length < 6 && pair.length === 2 && word.startsWith(pair.charAt(1)));
    if (before >= 0) words[before] = `${words[before]}${pair.charAt(1)}`;
    else if (after >= 0) words[after] = `${pair.charAt(0)}${words[after]}`;
    else if (!words.some((word) => word.includes(pair))) words.push(pair);
  }
  return words;
}
