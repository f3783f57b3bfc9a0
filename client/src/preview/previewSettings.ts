import { ConfigurationTarget, type Uri, workspace } from 'vscode';

/** Settings of the preview, `reportWriter.preview.*`, with their defaults. */
const defaults = {
  scrollPreviewWithEditor: true,
  scrollEditorWithPreview: true,
  dimOnDarkThemes: false,
  tellMissingFonts: true,
} as const;

type Name = keyof typeof defaults;

export const previewSetting = (name: Name, uri: Uri): boolean =>
  workspace.getConfiguration('reportWriter.preview', uri).get<boolean>(name, defaults[name]);

/** For the writer, in every workspace. */
export const setPreviewSetting = (name: Name, value: boolean): Thenable<void> =>
  workspace.getConfiguration('reportWriter.preview').update(name, value, ConfigurationTarget.Global);
