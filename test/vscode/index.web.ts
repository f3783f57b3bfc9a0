// Entry of the same suite in the browser's extension host, where mocha is its browser build.
import 'mocha/mocha.js';
import { markReporter } from './support/markReporter.ts';

type BrowserMocha = typeof globalThis & {
  readonly mocha: { setup(options: object): void; run(done: (failures: number) => void): void };
  readonly Mocha: { readonly reporters: { readonly Base: never } };
};

export async function run(): Promise<void> {
  const { mocha, Mocha } = globalThis as BrowserMocha;
  markReporter(Mocha.reporters.Base);
  mocha.setup({ ui: 'bdd', color: false, timeout: 120_000, reporter: 'spec' });
  await import('./suites.ts');
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve()));
  });
}
