import type { PreviewFont } from '../../server/src/protocol/preview.ts';

/** Names of one and the same font. */
const sameFonts: readonly (readonly string[])[] = [
  ['宋体', 'SimSun'],
  ['新宋体', 'NSimSun'],
  ['仿宋', 'FangSong'],
  ['仿宋_GB2312', 'FangSong_GB2312'],
  ['楷体', 'KaiTi'],
  ['楷体_GB2312', 'KaiTi_GB2312'],
  ['黑体', 'SimHei'],
  ['华文中宋', 'STZhongsong'],
  ['方正小标宋简体', 'FZXiaoBiaoSong-B05S'],
  ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
];
const generics = ['monospace', 'serif'] as const;
/** Letters whose widths tell any two families apart, and Han characters for fonts without Latin letters. */
const samples = { letters: 'mmiilWQ@%10', han: '永国酬' } as const;

const quoted = (name: string): string => `"${name.replace(/[^\p{L}\p{N} _.+-]/gu, '')}"`;

/**
 * Whether families are on this machine. `document.fonts` says yes to any family it does not load, so what is drawn is measured: with a family that is
 * there, words are drawn alike whatever stands behind it; without it, as what stands behind it.
 */
class FontProbe {
  readonly #context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  readonly #known = new Map<string, boolean>();

  has(name: string): boolean {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const has = this.#measure(name);
    this.#known.set(name, has);
    return has;
  }

  #measure(name: string): boolean {
    const family = quoted(name);
    if (family === '""') return false;
    const [first, second] = generics.map((generic) => this.#width(`${family}, ${generic}`));
    if (first !== undefined && first === second) return true;
    // Without Latin letters of its own only its Han characters can tell.
    return generics.every((generic) => this.#picture(`${family}, ${generic}`) !== this.#picture(generic));
  }

  #width(family: string): number {
    if (!this.#context) return 0;
    this.#context.font = `64px ${family}`;
    return this.#context.measureText(samples.letters).width;
  }

  #picture(family: string): string {
    const context = this.#context;
    if (!context) return '';
    const { width, height } = context.canvas;
    context.clearRect(0, 0, width, height);
    context.font = `48px ${family}`;
    context.fillText(samples.han, 0, 60);
    let sum = 0;
    const { data } = context.getImageData(0, 0, width, height);
    for (let index = 3; index < data.length; index += 4) sum = (sum * 31 + (data[index] ?? 0)) | 0;
    return String(sum);
  }
}

/** A named font that is missing, and what is drawn in its place; `undefined`: whatever the system takes. */
export interface MissingFont {
  readonly name: string;
  readonly standIn: string | undefined;
}

const isSame = (name: string, other: string): boolean => sameFonts.some((names) => names.includes(name) && names.includes(other));

/** Which of the fonts a page layout names are missing on this machine. */
export function missingFonts(fonts: readonly PreviewFont[]): readonly MissingFont[] {
  const probe = new FontProbe();
  const missing: MissingFont[] = [];
  for (const { name, standIns } of fonts) {
    if (probe.has(name)) continue;
    const standIn = standIns.find((other) => probe.has(other));
    if (standIn === undefined || !isSame(name, standIn)) missing.push({ name, standIn });
  }
  return missing;
}
