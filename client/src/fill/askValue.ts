import { type Disposable, InputBoxValidationSeverity, l10n, type QuickInputButton, ThemeIcon, window } from 'vscode';

export interface Question {
  readonly title: string;
  /** What is missing, and the words around. */
  readonly prompt: string;
  /** What the writer typed before. */
  readonly value: string;
  /** With buttons for the gap before and after. */
  readonly buttons: boolean;
  /** What is doubtful about a value, if something is. */
  readonly check: (value: string) => Promise<string | undefined>;
}

export type Answer =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'next' }
  | { readonly kind: 'previous' }
  | { readonly kind: 'end' };

/** Asks for a value. A doubtful one is said to be so, and taken all the same. */
export function askValue({ title, prompt, value, buttons, check }: Question): Promise<Answer> {
  const previous: QuickInputButton = { iconPath: new ThemeIcon('arrow-up'), tooltip: l10n.t('Previous gap') };
  const next: QuickInputButton = { iconPath: new ThemeIcon('arrow-down'), tooltip: l10n.t('Next gap') };
  const box = window.createInputBox();
  const listening: Disposable[] = [box];
  return new Promise((resolve) => {
    const answer = (given: Answer) => {
      resolve(given);
      for (const one of listening.splice(0)) one.dispose();
    };
    let typed = 0;
    const validate = async (text: string) => {
      typed += 1;
      const asked = typed;
      const warning = await check(text).catch(() => undefined);
      // Only the last of the answers is about what stands there.
      if (asked !== typed || listening.length === 0) return;
      box.validationMessage = warning === undefined ? undefined : { message: warning, severity: InputBoxValidationSeverity.Warning };
    };
    box.title = title;
    box.prompt = prompt;
    box.value = value;
    box.placeholder = buttons ? l10n.t('The value; Enter alone goes on to the next gap') : l10n.t('The value');
    box.buttons = buttons ? [previous, next] : [];
    // The figure may have to be copied from another window.
    box.ignoreFocusOut = true;
    listening.push(
      box.onDidChangeValue((text) => void validate(text)),
      box.onDidAccept(() => answer(box.value.trim() === '' ? { kind: 'next' } : { kind: 'value', value: box.value })),
      box.onDidTriggerButton((button) => answer({ kind: button === previous ? 'previous' : 'next' })),
      box.onDidHide(() => answer({ kind: 'end' })),
    );
    box.show();
    if (value !== '') void validate(value);
  });
}
