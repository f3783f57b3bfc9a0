import { type SpawnOptions, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** A report with two sections and two missing data. */
export const text = '一、工作情况\n全年召开会议*次。\n（一）学习。举办培训*期。\n二、打算\n继续努力。\n';

/** The user id of nobody on Linux. */
const nobody = 65534;

/** The command line and the server whose threads it uses, built as they are shipped, and a folder to work in; both are gone after `dispose`. */
export class Cli {
  readonly folder = mkdtempSync(join(tmpdir(), 'report-writer-cli-'));
  readonly #program = mkdtempSync(join(tmpdir(), 'report-writer-program-'));

  /** For the tests of one `describe`, which calls this at its top; `report.report` holds a report. */
  static forTests(): Cli {
    const cli = new Cli();
    before(async () => {
      await cli.build();
      cli.write('report.report', text);
    });
    after(() => cli.dispose());
    return cli;
  }

  async build(): Promise<void> {
    await build({
      entryPoints: { cli: 'server/src/cli/main.ts', server: 'server/src/node.ts' },
      outdir: this.#program,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      logLevel: 'error',
    });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(this.path(name), content);
  }

  /** The names of what is in the folder, sorted. */
  files(): readonly string[] {
    return readdirSync(this.folder).sort();
  }

  /** As somebody whom permissions stop: root, who may do everything, runs the program as nobody. */
  runUnprivileged(args: readonly string[]): Promise<Finished> {
    if (process.getuid?.() !== 0) {
      return this.run(args);
    }
    for (const folder of [this.folder, this.#program]) {
      chmodSync(folder, 0o755);
    }
    return this.run(args, { LC_ALL: 'C' }, { uid: nobody, gid: nobody });
  }

  run(
    args: readonly string[],
    env: Readonly<Record<string, string>> = { LC_ALL: 'C' },
    user: { readonly uid?: number; readonly gid?: number } = {},
  ): Promise<Finished> {
    return this.#finished(process.execPath, [join(this.#program, 'cli.js'), ...args], { ...user, env });
  }

  /** Runs a shell script in which `$CLI` is the program, with disks of its own that nobody else sees (Linux). */
  runWithOwnDisks(script: string): Promise<Finished> {
    const env = { LC_ALL: 'C', NODE: process.execPath, CLI: join(this.#program, 'cli.js') };
    return this.#finished('unshare', ['--map-root-user', '--mount', 'sh', '-ec', script], { env });
  }

  #finished(program: string, args: readonly string[], options: SpawnOptions & { readonly env: NodeJS.ProcessEnv }): Promise<Finished> {
    return new Promise((resolve, reject) => {
      const child = spawn(program, args, {
        ...options,
        cwd: this.folder,
        env: { PATH: process.env.PATH, ...options.env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let out = '';
      let error = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        error += text;
      });
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, out, error }));
    });
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
    rmSync(this.#program, { recursive: true, force: true });
  }
}
