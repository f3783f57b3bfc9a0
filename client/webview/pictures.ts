/** Sources of the report's pictures: asked for once each, given anew when a file changes. */
export class Pictures {
  readonly #root: ParentNode;
  readonly #need: (paths: readonly string[]) => void;
  readonly #sources = new Map<string, string | null>();
  readonly #asked = new Set<string>();

  constructor(root: HTMLElement, need: (paths: readonly string[]) => void, missingText: (path: string) => string) {
    this.#root = root;
    this.#need = need;
    root.addEventListener(
      'error',
      ({ target }) => {
        if (target instanceof HTMLImageElement) target.alt = missingText(target.dataset.path ?? '');
      },
      true,
    );
  }

  clear(): void {
    this.#sources.clear();
    this.#asked.clear();
  }

  /** Gives the pictures of fresh content their sources, as far as they are known. */
  prepare(page: ParentNode): void {
    for (const picture of page.querySelectorAll<HTMLImageElement>('img[data-path]')) this.#show(picture);
  }

  /** Asks for what is not known yet, boxes of missing pictures too: who is asked watches the file. An answer of null stays an answer until it appears. */
  ask(): void {
    const paths = new Set<string>();
    for (const { dataset } of this.#root.querySelectorAll<HTMLElement>('[data-path]')) {
      const path = dataset.path;
      if (path !== undefined && !this.#asked.has(path)) paths.add(path);
    }
    if (paths.size === 0) return;
    const some = [...paths].slice(0, 500);
    for (const path of some) this.#asked.add(path);
    this.#need(some);
  }

  take(pictures: readonly { readonly path: string; readonly source: string | null }[]): void {
    for (const { path, source } of pictures) this.#sources.set(path, source);
    this.prepare(this.#root);
  }

  #show(picture: HTMLImageElement): void {
    const path = picture.dataset.path;
    const source = path === undefined ? undefined : this.#sources.get(path);
    if (source && picture.getAttribute('src') !== source) picture.src = source;
  }
}
