import { ConfigurationTarget, type Uri, workspace } from 'vscode';

/** Settings of the preview, under `reportWriter`, with their defaults. */
const defaults = {
  'preview.scrollPreviewWithEditor': true,
  'preview.scrollEditorWithPreview': true,
  'preview.dimOnDarkThemes': false,
  'preview.tellMissingFonts': true,
} as const;

type Name = keyof typeof defaults;

export const previewSetting = (name: Name, uri: Uri): boolean =>
  workspace.getConfiguration('reportWriter', uri).get<boolean>(name, defaults[name]);

/** For the writer, in every workspace. */
export const setPreviewSetting = (name: Name, value: boolean): Thenable<void> =>
  workspace.getConfiguration('reportWriter').update(name, value, ConfigurationTarget.Global);
