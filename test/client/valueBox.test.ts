import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { InputBox } from 'vscode';
import { type Answer, ValueBox } from '../../client/src/fill/valueBox.ts';

/** A window far away: what it is told and what it says lies in two queues, and each message comes when the test lets it. */
class FarBox {
  readonly toWindow: (() => void)[] = [];
  readonly toHost: (() => void)[] = [];
  value = '';
  isOpen = true;
  readonly #listeners: Record<'value' | 'accept' | 'hide' | 'button', (argument: never) => void> = {
    value: () => {},
    accept: () => {},
    hide: () => {},
    button: () => {},
  };
  readonly values: ValueBox;

  constructor() {
    const tell = (change: () => void) => this.toWindow.push(change);
    const listen = (name: keyof FarBox['listeners']) => (listener: (argument: never) => void) => {
      this.#listeners[name] = listener;
      return { dispose: () => {} };
    };
    let known = '';
    const host = this;
    const box = {
      get value() {
        return known;
      },
      set value(text: string) {
        known = text;
        tell(() => {
          host.value = text;
        });
      },
      show: () => {},
      dispose: () => {},
      onDidChangeValue: listen('value'),
      onDidAccept: listen('accept'),
      onDidHide: listen('hide'),
      onDidTriggerButton: listen('button'),
    } as unknown as InputBox;
    const arrived = () => new Promise<void>((resolve) => tell(() => this.toHost.push(resolve)));
    this.values = new ValueBox({ box, previous: { iconPath: '' as never }, arrived, warningOf: (message) => ({ message, severity: 2 }) });
  }

  get listeners() {
    return this.#listeners;
  }

  /** What cannot go into the box any more goes into the report: never. */
  press(key: string): void {
    if (!this.isOpen) return;
    if (key === '⏎') this.toHost.push(() => this.#listeners.accept(undefined as never));
    else if (key === '⎋') {
      this.isOpen = false;
      this.toHost.push(() => this.#listeners.hide(undefined as never));
    } else {
      this.value = key === '⌫' ? this.value.slice(0, -1) : this.value + key;
      const { value } = this;
      this.toHost.push(() => this.#listeners.value(value as never));
    }
  }

  /** Lets one message come, and what follows from it happen. */
  async deliver(queue: (() => void)[]): Promise<void> {
    queue.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  }

  async settle(): Promise<void> {
    while (this.toWindow.length + this.toHost.length > 0) {
      await this.deliver(this.toWindow);
      await this.deliver(this.toHost);
    }
  }
}

const question = { title: '', prompt: '', check: async () => undefined };

/** Asks until Esc; each value takes until the test says that it is in. */
function askOn({ values }: FarBox) {
  const answers: Answer[] = [];
  const filling: (() => void)[] = [];
  const run = async () => {
    for (;;) {
      const answer = await values.ask(question);
      answers.push(answer);
      if (answer.kind === 'end') return;
      if (answer.kind === 'value') await new Promise<void>((resolve) => filling.push(resolve));
    }
  };
  void run();
  return { answers, filling };
}

/** What was meant: one answer for each Enter, and what stands in the box then. */
function meant(keys: readonly string[]): { readonly answers: readonly Answer[]; readonly rest: string } {
  const answers: Answer[] = [];
  let text = '';
  for (const key of keys) {
    if (key === '⎋') return { answers: [...answers, { kind: 'end' }], rest: '' };
    if (key !== '⏎') text += key;
    else {
      answers.push(text === '' ? { kind: 'next' } : { kind: 'value', value: text });
      text = '';
    }
  }
  return { answers, rest: text };
}

describe('the box of values', () => {
  const steps = (...kinds: string[]) => fc.infiniteStream(fc.constantFrom('press', 'press', 'toHost', 'fill', ...kinds));
  const press = async (keys: readonly string[], order: Iterable<string>) => {
    const leaves = keys.at(-1) === '⎋';
    const far = new FarBox();
    const { answers, filling } = askOn(far);
    const waiting = [...keys];
    for (const step of order) {
      if (waiting.length === 0) break;
      if (step === 'press') far.press(waiting.shift() ?? '');
      else if (step === 'fill') await far.deliver(filling);
      else if (step === 'toHost') await far.deliver(far.toHost);
      else {
        await far.deliver(far.toWindow);
        if (step === 'bothToWindow') await far.deliver(far.toWindow);
      }
    }
    for (let times = 0; times <= keys.length; times += 1) {
      await far.settle();
      await far.deliver(filling);
    }
    const { answers: wanted, rest } = meant(keys);
    assert.deepEqual(answers, wanted);
    if (!leaves) assert.equal(far.value, rest);
  };
  const typed = (key: fc.Arbitrary<string>) =>
    fc.tuple(fc.array(key, { maxLength: 16 }), fc.boolean()).map(([keys, leaves]) => (leaves ? [...keys, '⎋'] : keys));

  it('takes each value as it was typed, however late the window and the report follow', () => {
    // A change of the box, and the question whether it came, are one behind the other.
    const keys = typed(fc.constantFrom('1', '2', '张', '⏎'));
    return fc.assert(fc.asyncProperty(keys, steps('bothToWindow'), press), { numRuns: 500 });
  });

  it('does so when keys come between what the window is told, and no two are the same', () => {
    const keys = typed(fc.constantFrom('数', '⏎')).map((all) =>
      all.map((key, at) => (key === '数' ? String.fromCodePoint(0x4e00 + at) : key)),
    );
    return fc.assert(fc.asyncProperty(keys, steps('toWindow'), press), { numRuns: 500 });
  });

  it('puts a value back that did not go in, but never over what was typed since', async () => {
    const far = new FarBox();
    const type = async (keys: string) => {
      for (const key of keys) far.press(key);
      await far.settle();
    };
    const first = far.values.ask(question);
    await type('12⏎');
    assert.deepEqual(await first, { kind: 'value', value: '12' });
    far.values.putBack('12');
    await far.settle();
    assert.equal(far.value, '12');
    const again = far.values.ask(question);
    await type('⏎34⏎5');
    assert.deepEqual(await again, { kind: 'value', value: '12' });
    assert.equal(far.values.isAnswered, true);
    far.values.putBack('12');
    await far.settle();
    // Nothing goes in unseen, and nothing is lost.
    assert.equal(far.values.isAnswered, false);
    assert.equal(far.value, '34 5');
  });

  it('ends after Esc, though a value was put back meanwhile', async () => {
    const far = new FarBox();
    const first = far.values.ask(question);
    for (const key of '12⏎⎋') far.press(key);
    await far.settle();
    assert.equal((await first).kind, 'value');
    assert.equal(far.values.isLeft, true);
    far.values.putBack('12');
    assert.deepEqual(await far.values.ask(question), { kind: 'end' });
  });

  it('takes nothing that it does not show, after Enter and Backspace at once', async () => {
    const far = new FarBox();
    const first = far.values.ask(question);
    for (const key of '12⏎⌫') far.press(key);
    await far.settle();
    assert.equal((await first).kind, 'value');
    const second = far.values.ask(question);
    const shown = far.value;
    far.press('⏎');
    await far.settle();
    assert.deepEqual(await second, shown === '' ? { kind: 'next' } : { kind: 'value', value: shown });
  });

  it('comes back after another box took its place, and is not left by that', async () => {
    const far = new FarBox();
    await far.values.cover(async () => far.listeners.hide(undefined as never));
    assert.equal(far.values.isAnswered, false);
    far.press('⎋');
    await far.settle();
    assert.deepEqual(await far.values.ask(question), { kind: 'end' });
  });
});
