import { basename } from 'node:path';
import { CancellationToken } from 'vscode-languageserver';
import { runJobHere } from '../lsp/jobs/jobs.ts';
import { createNodeHost } from '../lsp/nodeHost.ts';
import { readPictures } from '../lsp/readPictures.ts';
import { parse } from './arguments.ts';
import { type ExitCode, exitCodes, type Terminal, UsageFailure } from './failure.ts';
import { readReportWithData } from './readData.ts';
import { readReport, uriOf } from './readReport.ts';
import { checkTarget, writeWhole } from './writeWhole.ts';

const options = { output: { type: 'string', short: 'o' } } as const;

/** `compare OLD NEW -o OUT.html`: both versions in one as pages, changes marked. */
export async function compare(args: readonly string[], { out, t, locale }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parse(args, options, t);
  const [oldPath, newPath, ...others] = positionals;
  if (oldPath === undefined || newPath === undefined || others.length > 0)
    throw new UsageFailure(t('Name two reports: the old one, then the new one.'));
  const target = values.output;
  if (target === undefined) throw new UsageFailure(t('Say where to write: -o OUT.html'));
  await checkTarget(target, t);
  const old = (await readReport(oldPath, t)).getText();
  const { document, data, style } = await readReportWithData(newPath, t);
  const pictures = await readPictures(createNodeHost(), document, [uriOf('.')], CancellationToken.None);
  const { html, changes } = await runJobHere(
    'compare',
    {
      uri: document.uri,
      text: document.getText(),
      old,
      oldName: basename(oldPath),
      title: basename(newPath),
      locale,
      sheets: data?.sheets,
      style,
      pictures,
    },
    () => undefined,
    CancellationToken.None,
  );
  await writeWhole(target, html, t);
  out(`${t('Written: {0} (changes: {1})', target, changes)}\n`);
  return exitCodes.nothingFound;
}
