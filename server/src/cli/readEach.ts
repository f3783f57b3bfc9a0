import { Failure, type Terminal, UsageFailure } from './failure.ts';

export interface ReadEach<T> {
  readonly files: readonly T[];
  /** One at least could not be read; it has been said. */
  readonly unreadable: boolean;
}

/** Reads the reports that a command names. One that cannot be read is told and passed over; without any name a UsageFailure is thrown. */
export async function readEach<T>(
  paths: readonly string[],
  { error, t }: Terminal,
  read: (path: string) => Promise<T>,
): Promise<ReadEach<T>> {
  if (paths.length === 0) throw new UsageFailure(t('Name the report.'));
  const files: T[] = [];
  let unreadable = false;
  for (const path of paths) {
    try {
      files.push(await read(path));
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      error(`report-writer: ${failure.message}\n`);
      unreadable = true;
    }
  }
  return { files, unreadable };
}
