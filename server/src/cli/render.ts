import { basename } from 'node:path';
import { CancellationToken } from 'vscode-languageserver';
import { reportOf } from '../engine/model/blocks.ts';
import { describeGap } from '../features/previewGaps.ts';
import { createNodeHost } from '../lsp/nodeHost.ts';
import { pictureProblem, pictureSources } from '../lsp/pictureFiles.ts';
import { readPictures } from '../lsp/readPictures.ts';
import { renderHtml } from '../render/html/renderHtml.ts';
import { layoutOf } from '../render/layout/layoutOf.ts';
import { onlyFile, parse } from './arguments.ts';
import { type ExitCode, exitCodes, type Terminal, UsageFailure } from './failure.ts';
import { readReportWithData } from './readData.ts';
import { uriOf } from './readReport.ts';
import { checkTarget, writeWhole } from './writeWhole.ts';

const options = { output: { type: 'string', short: 'o' } } as const;

/** `render FILE -o OUT.html`: the pages as one file that loads nothing. */
export async function render(args: readonly string[], { out, error, t }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parse(args, options, t);
  const path = onlyFile(positionals, t);
  const target = values.output;
  if (target === undefined) throw new UsageFailure(t('Say where to write: -o OUT.html'));
  await checkTarget(target, t);
  const { document } = await readReportWithData(path, t);
  const files = await readPictures(createNodeHost(), document, [uriOf('.')], CancellationToken.None);
  const pictures = pictureSources(files);
  const report = reportOf(document);
  const html = renderHtml(report, {
    layout: layoutOf(document),
    t,
    title: basename(path),
    describe: (inline) => describeGap(inline, t),
    pictures,
  });
  await writeWhole(target, html, t);
  for (const [picture, answer] of files) {
    if (pictures.sizeOf(picture) === undefined) error(`${path} ${t('warning')} ${pictureProblem(picture, answer, t)}\n`);
  }
  out(`${t('Written: {0}', target)}\n`);
  return exitCodes.nothingFound;
}
