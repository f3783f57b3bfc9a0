import assert from 'node:assert/strict';
import { commands, type Event, languages } from 'vscode';
import { endServer } from './support/endServer.ts';
import { eventually, missingData, open, untilMissing } from './support/report.ts';

describe('the language server', () => {
  it('starts anew on command, and the findings return', async () => {
    const { document } = await open('gaps.report');
    await untilMissing(document.uri, 4);
    await commands.executeCommand('reportWriter.restartServer');
    await untilMissing(document.uri, 4);
  });

  it('starts anew by itself after a crash, and the findings return', async function () {
    const { document } = await open('gaps.report');
    await untilMissing(document.uri, 4);
    const ended = await endServer();
    if (!ended) this.skip();
    await eventually([languages.onDidChangeDiagnostics as Event<never>], () => missingData(document.uri).length === 0 || undefined);
    await untilMissing(document.uri, 4);
    assert.equal(missingData(document.uri).length, 4);
  });
});
