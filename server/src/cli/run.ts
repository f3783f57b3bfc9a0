// By name, so that the bundle takes nothing else of the manifest along.
import { version } from '../../../package.json';
import { type ExitCode, exitCodes, Failure, type Terminal, UsageFailure } from './failure.ts';
import { helpText } from './help.ts';

/** What follows the command's name. */
export type Command = (args: readonly string[], terminal: Terminal) => ExitCode | Promise<ExitCode>;

/** Loaded when called: `check` should not wait for the Word library. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['check', async () => (await import('./check.ts')).check],
  ['compare', async () => (await import('./compare.ts')).compare],
  ['gaps', async () => (await import('./gaps.ts')).gaps],
  ['export', async () => (await import('./exportReport.ts')).exportReport],
  ['outline', async () => (await import('./outline.ts')).outline],
  ['render', async () => (await import('./render.ts')).render],
  ['import', async () => (await import('./importWord.ts')).importWord],
  ['new', async () => (await import('./newReport.ts')).newReport],
]);

/** Runs a command line and gives its exit code: 0 all right, 1 something found, 2 could not run. Never rejects. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  const { out, error, t } = terminal;
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help' || rest.includes('--help')) {
      out(helpText(t));
      return name === undefined ? exitCodes.couldNotRun : exitCodes.nothingFound;
    }
    if (name === '--version' || name === '-v') {
      out(`${version}\n`);
      return exitCodes.nothingFound;
    }
    const command = commands.get(name);
    if (command === undefined) throw new UsageFailure(t('There is no command “{0}”.', name));
    const start = await command();
    return await start(rest, terminal);
  } catch (failure) {
    error(`report-writer: ${failureText(failure)}\n`);
    if (failure instanceof UsageFailure) error(`${t('See: report-writer --help')}\n`);
    return exitCodes.couldNotRun;
  }
}

function failureText(failure: unknown): string {
  if (failure instanceof Failure) return failure.message;
  // A fault of ours: the stack is what a bug report needs.
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
}
