import { type Disposable, type FileSystemWatcher, RelativePattern, type Uri, type Webview, workspace } from 'vscode';
import { isThere } from '../files/isThere.ts';
import { picturePath } from './picturePath.ts';

export interface FoundPicture {
  readonly path: string;
  /** A URI that the webview may load; null: there is no such picture in the folder. */
  readonly source: string | null;
}

const pictureFiles = '**/*.{png,jpg,jpeg,gif,webp,svg,PNG,JPG,JPEG,GIF,WEBP,SVG}';

/** The pictures of one report: where the webview finds them, and when a file changes. */
export class PreviewPictures implements Disposable {
  readonly #webview: Webview;
  readonly #folder: Uri;
  readonly #report: Uri;
  readonly #changed: (pictures: readonly FoundPicture[]) => void;
  /** How often the file of a path has changed: the webview takes another address for another picture. */
  readonly #changes = new Map<string, number>();
  #watcher: FileSystemWatcher | undefined;

  constructor(webview: Webview, folder: Uri, report: Uri, changed: (pictures: readonly FoundPicture[]) => void) {
    this.#webview = webview;
    this.#folder = folder;
    this.#report = report;
    this.#changed = changed;
  }

  dispose(): void {
    this.#watcher?.dispose();
  }

  find(paths: readonly string[]): Promise<readonly FoundPicture[]> {
    this.#watch();
    return Promise.all(paths.map((path) => this.#find(path)));
  }

  async #find(path: string): Promise<FoundPicture> {
    const picture = this.#uriOf(path);
    const changes = this.#changes.get(path) ?? 0;
    this.#changes.set(path, changes);
    if (!picture || !(await isThere(picture))) return { path, source: null };
    const source = this.#webview.asWebviewUri(picture);
    return { path, source: (changes === 0 ? source : source.with({ query: `changed=${changes}` })).toString() };
  }

  #uriOf(path: string): Uri | undefined {
    const target = picturePath(this.#folder.path, this.#report.path, path);
    return target === undefined ? undefined : this.#report.with({ path: target, query: '', fragment: '' });
  }

  #watch(): void {
    if (this.#watcher) return;
    this.#watcher = workspace.createFileSystemWatcher(new RelativePattern(this.#folder, pictureFiles));
    const changed = (uri: Uri) => void this.#fileChanged(uri);
    this.#watcher.onDidChange(changed);
    this.#watcher.onDidCreate(changed);
    this.#watcher.onDidDelete(changed);
  }

  async #fileChanged(uri: Uri): Promise<void> {
    const paths = [...this.#changes.keys()].filter((path) => this.#uriOf(path)?.toString() === uri.toString());
    if (paths.length === 0) return;
    for (const path of paths) this.#changes.set(path, (this.#changes.get(path) ?? 0) + 1);
    this.#changed(await this.find(paths));
  }
}
