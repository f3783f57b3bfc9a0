// Stands for node:assert/strict in the browser's extension host: what the suite uses of it, no more.

function ok(value: unknown, message = `${String(value)} is not true`): asserts value {
  if (!value) throw new Error(message);
}

function equal(actual: unknown, expected: unknown, message = `${String(actual)} is not ${String(expected)}`): void {
  ok(Object.is(actual, expected), message);
}

function deepEqual(actual: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  ok(left === right, `${left} is not ${right}`);
}

function match(actual: string, expected: RegExp): void {
  ok(expected.test(actual), `${JSON.stringify(actual)} does not match ${expected}`);
}

const assert = Object.assign(ok, { ok, equal, deepEqual, match });
// biome-ignore lint/style/noDefaultExport: node:assert has one.
export default assert;
