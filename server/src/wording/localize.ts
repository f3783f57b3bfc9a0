/** Gives a message in the user's language; `{0}`, `{1}` … stand for the arguments. The English message is the key. */
export type Localize = (message: string, ...args: readonly (string | number)[]) => string;

/** English: the messages as they stand in the code. */
export const english: Localize = (message, ...args) =>
  message.replace(/\{(\d+)\}/g, (whole, index) => String(args[Number(index)] ?? whole));
