const orientations: Readonly<Record<string, 'landscape' | 'portrait'>> = {
  横排: 'landscape',
  横向: 'landscape',
  landscape: 'landscape',
  竖排: 'portrait',
  纵向: 'portrait',
  portrait: 'portrait',
};

/** Where the options at the end of a caption begin, and what they say. Words that are none stay words of the caption. */
export function captionOptions(text: string): { readonly start: number; readonly orientation: 'landscape' | 'portrait' } | undefined {
  const found = /[ \t\u3000]{0,20}[{｛]\s{0,5}([^{}｛｝\s]{1,12})\s{0,5}[}｝]\s{0,20}$/.exec(text);
  const orientation = orientations[found?.[1]?.toLowerCase() ?? ''];
  return found && orientation ? { start: found.index, orientation } : undefined;
}
