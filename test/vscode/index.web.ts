// Entry of the same suite in the browser's extension host, where mocha is its browser build.
import 'mocha/mocha.js';
import { markReporter, tellOfRetries } from './support/markReporter.ts';

type BrowserMocha = typeof globalThis & {
  readonly mocha: { setup(options: object): void; run(done: (failures: number) => void): Parameters<typeof tellOfRetries>[1] };
  readonly Mocha: { readonly reporters: { readonly Base: never } };
};

export async function run(): Promise<void> {
  const { mocha, Mocha } = globalThis as BrowserMocha;
  markReporter(Mocha.reporters.Base);
  mocha.setup({ ui: 'bdd', color: false, timeout: 120_000, retries: 1, reporter: 'spec' });
  await import('./suites.ts');
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve()));
    tellOfRetries(Mocha.reporters.Base, runner);
  });
}
