/**
 * Makes `old` like `fresh` by replacing no more children than differ: what stays equal stays the same node, so pictures are not loaded again and a
 * selection elsewhere on the page survives.
 */
function morph(old: Element, fresh: Element): void {
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  const before = [...old.childNodes];
  const after = [...fresh.childNodes];
  let start = 0;
  const isEqual = (a: Node | undefined, b: Node | undefined) => a !== undefined && b !== undefined && a.isEqualNode(b);
  while (start < after.length && isEqual(before[start], after[start])) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && isEqual(before[before.length - 1 - end], after[after.length - 1 - end]))
    end++;
  const anchor = before[before.length - end] ?? null;
  for (let index = start; index < before.length - end; index++) before[index]?.remove();
  const middle = document.createDocumentFragment();
  for (let index = start; index < after.length - end; index++) {
    const node = after[index];
    if (node) middle.append(node);
  }
  old.insertBefore(middle, anchor);
}

/** Makes a page that is shown like the fresh one; what did not change in its type area stays. */
export function morphPage(old: Element, fresh: Element): void {
  const oldArea = old.querySelector(':scope > .area');
  const freshArea = fresh.querySelector(':scope > .area');
  if (!oldArea || !freshArea) {
    old.replaceWith(fresh);
    return;
  }
  morph(oldArea, freshArea);
  freshArea.remove();
  while (oldArea.nextSibling) oldArea.nextSibling.remove();
  while (oldArea.previousSibling) oldArea.previousSibling.remove();
  old.append(...fresh.children);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
}
