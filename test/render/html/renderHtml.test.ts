import assert from 'node:assert/strict';
import type { Inline, Report } from '../../../server/src/engine/model/report.ts';
import { escapeHtml, safeHref } from '../../../server/src/render/html/escape.ts';
import { type HtmlOptions, renderHtml } from '../../../server/src/render/html/renderHtml.ts';
import { common, plain } from '../../../server/src/render/layout/presets.ts';
import { english } from '../../../server/src/wording/localize.ts';
import { heading, paragraph, table, title } from '../layout/blocks.ts';
import { hostileLinks, hostileTexts } from './hostile.ts';
import { reportOf } from './hostileReport.ts';

const options: HtmlOptions = {
  layout: common,
  t: english,
  title: 'report',
  describe: (inline) => `Missing: ${inline.kind === 'missing' ? inline.datum.field : inline.key}`,
};
const render = (report: Report, more: Partial<HtmlOptions> = {}): string => renderHtml(report, { ...options, ...more });
const reportWith = (...blocks: Report['blocks']): Report => ({ frontMatter: {}, blocks });

/** Elements and attributes of a document, by a reader that knows nothing of how it was written. Throws where markup is not well formed. */
function markupOf(html: string): {
  readonly tags: ReadonlySet<string>;
  readonly attributes: readonly (readonly [name: string, value: string])[];
} {
  const tags = new Set<string>();
  const attributes: (readonly [string, string])[] = [];
  const body = html.slice(html.indexOf('<body>'), html.indexOf('</html>'));
  for (let at = body.indexOf('<'); at >= 0; at = body.indexOf('<', at)) {
    const tag = /^<(\/?[a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>/.exec(body.slice(at, at + 20_000));
    assert.ok(tag, `stray < in ${body.slice(at, at + 60)}`);
    tags.add(tag[1] ?? '');
    for (const [, name = '', value = ''] of (tag[2] ?? '').matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) attributes.push([name, value]);
    at += tag[0].length;
  }
  return { tags, attributes };
}

const knownTags = 'body main section div p span mark code sup a table colgroup col tr th td img svg'.split(' ');
const knownAttributes = 'class role scope href rel alt src width height title cellpadding data-block data-line data-column data-path'.split(
  ' ',
);

describe('HTML of a report', () => {
  for (const words of [...hostileTexts, ...hostileLinks]) {
    it(`holds ${JSON.stringify(words)} as nothing but words`, () => {
      const html = render(reportOf(words));
      const { tags, attributes } = markupOf(html);
      for (const tag of tags) assert.ok(knownTags.includes(tag.replace('/', '')), `<${tag}>`);
      for (const [name, value] of attributes) {
        assert.ok(knownAttributes.includes(name) || name.startsWith('aria-'), `attribute ${name}`);
        if (name === 'href' || name === 'src') assert.match(value, /^(?:https?:|mailto:|#|[^:/\\][^:\\]*$)/i);
      }
      const head = html.slice(0, html.indexOf('<body>'));
      assert.equal(head.split('<style>').length, 2);
      assert.equal(head.split('</title>').length, 2);
      assert.ok(!head.includes('<script'));
    });
  }

  it('puts the running title over a line as wide as the type area, as the Word file has it', () => {
    const html = render(reportWith(heading(1, '', 'Scope')), { layout: plain });
    const left = /\.page \.area\{[^}]*left:([^;]*);/.exec(html)?.[1];
    assert.ok(left !== undefined && left !== '0');
    assert.match(html, new RegExp(`\\.page \\.running\\{[^}]*left:${left};[^}]*border-bottom:`));
  });

  it('keeps every character of hostile words', () => {
    const words = '<b>&amp;"\'</b>';
    assert.ok(render(reportWith(paragraph(words))).includes(escapeHtml(words)));
  });

  it('is one file that loads nothing and forbids all it does not need', () => {
    const html = render(reportWith(title('报告'), paragraph('正文')));
    assert.match(html, /default-src 'none'/);
    assert.doesNotMatch(html, /https?:|url\(|@import|<script|<link/);
    assert.match(html, /@page\{size:210mm 297mm;margin:0\}/);
  });

  it('has a section for each page, with its name and number', () => {
    const html = render(reportWith(...Array.from({ length: 30 }, () => paragraph('一行'))));
    assert.deepEqual(
      [...html.matchAll(/<section class="page" aria-label="([^"]*)">/g)].map(([, name]) => name),
      ['Page 1', 'Page 2'],
    );
    assert.match(html, /class="folio right" aria-hidden="true">— 1 —</);
    assert.match(html, /class="folio left" aria-hidden="true">— 2 —</);
  });

  it('tells screen readers of headings and their levels', () => {
    const html = render(reportWith(title('报告'), heading(1, '一、', '情况'), heading(2, '（一）', '成效。', '正文')));
    assert.match(html, /<p class="p k-title a-center" role="heading" aria-level="1"/);
    assert.match(html, /<p class="p k-heading1 a-justify" role="heading" aria-level="2"/);
    assert.match(html, /<span class="f-heading2"|role="heading" aria-level="3"/);
  });

  it('marks a missing datum with its place and what is missing', () => {
    const missing: Inline = {
      kind: 'missing',
      text: '*',
      start: 3,
      datum: { start: 3, end: 4, kind: 'count', certainty: 'sure', field: '检查次数' },
    };
    const html = render(
      reportWith(paragraph('前'), { kind: 'paragraph', inlines: [{ kind: 'text', text: '共检查', start: 0 }, missing], lineCount: 1 }),
    );
    assert.match(
      html,
      /data-line="1"><span class="line i-4 end"><span data-column="0">共检查<\/span><mark class="missing" data-column="3" title="Missing: 检查次数">\*<\/mark>/,
    );
  });

  it('repeats the header of a table on its next page', () => {
    const html = render(reportWith(table(2, 60)));
    assert.equal(html.split('<th scope="col"').length - 1, 2 * (html.split('<table').length - 1));
    assert.ok(html.split('<table').length > 2);
  });

  it('puts pictures into the file, or a box that names the one that is missing', () => {
    const picture = reportWith({ kind: 'picture', path: 'a.png', caption: [], pathStart: 0, lineCount: 1 });
    assert.match(render(picture), /class="picture-missing" data-path="a.png">Picture not found: a.png</);
    const found = render(picture, {
      pictures: { sizeOf: () => ({ width: 100, height: 50 }), sourceOf: () => 'data:image/png;base64,AAAA' },
    });
    assert.match(found, /<img alt="" data-path="a.png" width="100" height="50" src="data:image\/png;base64,AAAA">/);
    const tiny = render(picture, { pictures: { sizeOf: () => ({ width: 4, height: 2 }), sourceOf: () => undefined } });
    // It stands at the foot of a line of 24 pt.
    assert.match(tiny, /<svg class="gap" width="1" height="30" [^>]*><\/svg><img alt="" data-path="a.png" width="4" height="2">/);
  });
});

describe('links', () => {
  it('may lead to the web, to mail, into the report and beside it', () => {
    for (const href of ['https://example.org/a?b=c#d', 'HTTP://example.org', 'mailto:a@example.org', '#part', 'annex/a b.pdf'])
      assert.equal(safeHref(href), href);
  });
  for (const href of hostileLinks) {
    it(`do not lead to ${JSON.stringify(href)}`, () => {
      const safe = safeHref(href);
      assert.ok(safe === undefined || /^https:/.test(safe));
    });
  }
});
