import { QuickInputButtons, window } from 'vscode';

/** One question; an empty answer is one, too. */
export interface Step {
  readonly id: string;
  readonly prompt: string;
  readonly value: string;
}

/** Asks one question after the other, with a way back; the answers by id, or `undefined` when the writer left. */
export async function askSteps(
  title: string,
  placeholder: string,
  steps: readonly Step[],
): Promise<Readonly<Record<string, string>> | undefined> {
  const answers: Record<string, string> = {};
  let at = 0;
  while (at < steps.length) {
    const step = steps[at] as Step;
    const answer = await ask(title, placeholder, { ...step, value: answers[step.id] ?? step.value }, at + 1, steps.length);
    if (answer === undefined) return undefined;
    if (answer === 'back') at -= 1;
    else {
      answers[step.id] = answer.value;
      at += 1;
    }
  }
  return answers;
}

function ask(
  title: string,
  placeholder: string,
  { prompt, value }: Step,
  step: number,
  totalSteps: number,
): Promise<{ readonly value: string } | 'back' | undefined> {
  const box = window.createInputBox();
  Object.assign(box, { title, placeholder, prompt, value, step, totalSteps, ignoreFocusOut: true });
  if (step > 1) box.buttons = [QuickInputButtons.Back];
  return new Promise<{ readonly value: string } | 'back' | undefined>((resolve) => {
    // The box's own events end with it.
    box.onDidTriggerButton(() => resolve('back'));
    box.onDidAccept(() => resolve({ value: box.value }));
    box.onDidHide(() => resolve(undefined));
    box.show();
  }).finally(() => box.dispose());
}
