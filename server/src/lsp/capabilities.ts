import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { fixAllKind } from '../features/codeActions.ts';
import { completionTriggers } from '../features/completion.ts';
import { fieldTriggers } from '../features/fieldCompletion.ts';
import { onTypeTrigger } from '../features/onTypeFormatting.ts';
import type { ClientSupport } from './session.ts';

export function serverCapabilities({ pull, folderChanges }: ClientSupport): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(pull && {
      diagnosticProvider: { identifier: 'report-writer', interFileDependencies: false, workspaceDiagnostics: false },
    }),
    completionProvider: { triggerCharacters: [...completionTriggers, ...fieldTriggers], resolveProvider: true },
    documentOnTypeFormattingProvider: { firstTriggerCharacter: onTypeTrigger },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    hoverProvider: true,
    definitionProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    selectionRangeProvider: true,
    codeLensProvider: {},
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    inlayHintProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
    documentFormattingProvider: true,
    workspaceSymbolProvider: true,
    ...(folderChanges && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  };
}
