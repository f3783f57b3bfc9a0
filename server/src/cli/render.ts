import { CancellationToken } from 'vscode-languageserver';
import { runJobHere } from '../lsp/jobs/jobs.ts';
import { createNodeHost } from '../lsp/nodeHost.ts';
import { readPictures } from '../lsp/readPictures.ts';
import { onlyFile, parse } from './arguments.ts';
import { type ExitCode, exitCodes, type Terminal, UsageFailure } from './failure.ts';
import { readReportWithData } from './readData.ts';
import { uriOf } from './readReport.ts';
import { checkTarget, writeWhole } from './writeWhole.ts';

const options = { output: { type: 'string', short: 'o' } } as const;

/** `render FILE -o OUT.html`: the pages as one file that loads nothing. */
export async function render(args: readonly string[], { out, error, t, locale }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parse(args, options, t);
  const path = onlyFile(positionals, t);
  const target = values.output;
  if (target === undefined) throw new UsageFailure(t('Say where to write: -o OUT.html'));
  await checkTarget(target, t);
  const { document, data, style } = await readReportWithData(path, t);
  const pictures = await readPictures(createNodeHost(), document, [uriOf('.')], CancellationToken.None);
  const job = {
    uri: document.uri,
    text: document.getText(),
    format: 'html',
    final: false,
    list: false,
    locale,
    sheets: data?.sheets,
    style,
    pictures,
  } as const;
  const { bytes, problems } = await runJobHere('export', job, () => undefined, CancellationToken.None);
  await writeWhole(target, bytes, t);
  for (const { message } of problems) error(`${path} ${t('warning')} ${message}\n`);
  out(`${t('Written: {0}', target)}\n`);
  return exitCodes.nothingFound;
}
