/**
 * Ends the language server as a crash would. Gives false where that cannot be done: in the browser, where it is a worker, and
 * on Windows.
 */
export async function endServer(): Promise<boolean> {
  if (typeof process.kill !== 'function' || process.platform === 'win32') return false;
  const { execFileSync } = await import('node:child_process');
  const { readdirSync, readFileSync } = await import('node:fs');
  const children =
    process.platform === 'linux'
      ? readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(read(`/proc/${name}/stat`)) === process.pid)
      : execFileSync('pgrep', ['-P', String(process.pid)], { encoding: 'utf8' })
          .split('\n')
          .filter(Boolean);
  const command = (id: string) =>
    process.platform === 'linux' ? read(`/proc/${id}/cmdline`) : execFileSync('ps', ['-o', 'args=', '-p', id], { encoding: 'utf8' });
  const server = children.find((id) => /[\\/]dist[\\/]server\.js/.test(command(id)));
  if (server === undefined) throw new Error('The language server is not among the children of the extension host.');
  process.kill(Number(server), 'SIGKILL');
  return true;

  function read(path: string): string {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return '';
    }
  }
}

/** The fourth field; the second is a name in brackets that may hold blanks. */
function parentOf(stat: string): number {
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}
