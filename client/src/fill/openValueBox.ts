import { commands, InputBoxValidationSeverity, l10n, type QuickInputButton, ThemeIcon, window } from 'vscode';
import { ValueBox } from './valueBox.ts';

/** Opens the box that asks for values; `buttons`: with ones for the gap before and after. */
export function openValueBox({ title, buttons }: { readonly title: string; readonly buttons: boolean }): ValueBox {
  const previous: QuickInputButton = { iconPath: new ThemeIcon('arrow-up'), tooltip: l10n.t('Previous gap') };
  const next: QuickInputButton = { iconPath: new ThemeIcon('arrow-down'), tooltip: l10n.t('Next gap') };
  const box = window.createInputBox();
  box.title = title;
  box.placeholder = buttons ? l10n.t('The value; Enter alone goes on to the next gap') : l10n.t('The value');
  box.buttons = buttons ? [previous, next] : [];
  // The figure may have to be copied from another window.
  box.ignoreFocusOut = true;
  return new ValueBox({
    box,
    previous,
    arrived,
    warningOf: (message) => ({ message, severity: InputBoxValidationSeverity.Warning }),
  });
}

/** A change of a box leaves on the next turn; the window answers in the order in which it was told and asked. Nobody reads the context: it is asked for the answer alone. */
async function arrived(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await commands.executeCommand('setContext', 'reportWriter.hasArrived', true).then(undefined, () => undefined);
}
