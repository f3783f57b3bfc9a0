import type { Inline } from '../../engine/model/report.ts';
import type { PageLayout } from './pageLayout.ts';

const point = /^[ \u3000]*[一二三四五六七八九十]{1,3}[是要]/;

/** A paragraph's words with the first sentence of a point (一是……。) bold, where the layout wants that; else the same words. */
export function withBoldPoint(inlines: readonly Inline[], { boldPoints }: PageLayout): readonly Inline[] {
  const [first] = inlines;
  if (boldPoints !== true || first?.kind !== 'text' || !point.test(first.text)) return inlines;
  const printed: Inline[] = [];
  let open = true;
  for (const inline of inlines) {
    if (!open || (inline.kind !== 'text' && inline.kind !== 'missing')) {
      printed.push(inline);
      continue;
    }
    const end = inline.kind === 'text' ? inline.text.search(/[。！？]/) : -1;
    if (inline.kind !== 'text' || end < 0 || end === inline.text.length - 1) {
      printed.push({ ...inline, bold: true });
      open = end < 0;
      continue;
    }
    printed.push({ ...inline, text: inline.text.slice(0, end + 1), bold: true });
    printed.push({ ...inline, text: inline.text.slice(end + 1), start: inline.start + end + 1 });
    open = false;
  }
  return printed;
}
