// Entry of the suite in the desktop's extension host. All tests are bundled into this file.
import Mocha from 'mocha';
import { markReporter, tellOfRetries } from './support/markReporter.ts';

export async function run(): Promise<void> {
  markReporter(Mocha.reporters.Base as never);
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 120_000, retries: 1, reporter: 'spec' });
  mocha.suite.emit('pre-require', globalThis as never, '', mocha);
  await import('./suites.ts');
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve()));
    tellOfRetries(Mocha.reporters.Base as never, runner);
  });
}
