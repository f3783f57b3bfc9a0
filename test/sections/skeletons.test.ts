import assert from 'node:assert/strict';
import { ReportDocument } from '../../server/src/engine/document.ts';
import type { Line } from '../../server/src/engine/syntax/line.ts';
import { findingsWithTypes } from '../../server/src/features/findingsWithTypes.ts';
import { builtInCatalogue } from '../../server/src/sections/builtInCatalogue.ts';
import type { DocumentType, TypeVariant } from '../../server/src/sections/documentType.ts';
import { skeletonOf } from '../../server/src/sections/skeleton.ts';
import { typeOf } from '../../server/src/sections/typeOf.ts';

const { types } = builtInCatalogue();
const skeletons = types.flatMap((type): readonly (readonly [DocumentType, TypeVariant | undefined])[] => [
  [type, undefined],
  ...type.variants.map((variant) => [type, variant] as const),
]);
const nameOf = (type: DocumentType, variant: TypeVariant | undefined): string =>
  type.name + (variant === undefined ? '' : ` (${variant.name})`);

/** As New Report asks for it, nothing answered: the front matter of the type comes with it. */
const noDetails = {};

function* missingLinesOf(document: ReportDocument): Generator<readonly [number, Line]> {
  for (let line = 0; line < document.lineCount; line++) {
    yield [line, document.line(line)];
  }
}

describe('each skeleton', () => {
  const asked = skeletons.flatMap(([type, variant]) => [undefined, noDetails].map((details) => [type, variant, details] as const));
  for (const [type, variant, details] of asked) {
    describe(nameOf(type, variant) + (details === undefined ? '' : ', with front matter'), () => {
      const assembly = skeletonOf(type, types, variant, details);
      const text = assembly.text();
      const document = ReportDocument.create('file:///skeleton.report', 'report', 1, text);

      it('has no gap that is not recognised as missing data', () => {
        // Of `20××年` the mark is found without the unit; of 【待补：…】 all.
        const unknown = assembly.gaps().filter(({ start, end }) => {
          const { line, character } = document.positionAt(start);
          const { missing } = document.line(line);
          const to = character + end - start;
          return /^[【[]/.test(text.slice(start, end))
            ? !missing.some((datum) => datum.start === character && datum.end === to)
            : !missing.some((datum) => datum.start < to && datum.end > character);
        });
        assert.deepEqual(
          unknown.map(
            ({ start, end }) => `${text.slice(Math.max(0, start - 8), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 8)}`,
          ),
          [],
        );
      });

      it('has no missing data but its gaps', () => {
        const gaps = assembly.gaps();
        const strays: string[] = [];
        for (const [line, { text: words, missing }] of missingLinesOf(document)) {
          for (const datum of missing) {
            const start = document.offsetAt({ line, character: datum.start });
            const end = start + datum.end - datum.start;
            if (!gaps.some((gap) => gap.start < end && gap.end > start)) {
              strays.push(words.slice(Math.max(0, datum.start - 8), datum.end + 8));
            }
          }
        }
        assert.deepEqual(strays, []);
      });

      it('gives no finding but missing data', () => {
        const codes = [...findingsWithTypes(document, types)]
          .map(({ code, message }) => `${code}: ${message}`)
          .filter((one) => !one.startsWith('missing-data'));
        assert.deepEqual(codes, []);
      });

      it('is recognised as its type', () => {
        assert.equal(typeOf(document, types)?.id, type.id);
      });

      it('begins with a title and numbers its headings without a gap', () => {
        const last = [0, 0, 0, 0, 0];
        let titles = 0;
        for (const [, { syntax, text: words }] of document.structuralLines()) {
          titles += syntax.kind === 'title' ? 1 : 0;
          if ((syntax.kind === 'heading' || syntax.kind === 'numbered') && syntax.marker !== undefined) {
            const before = last[syntax.level] ?? 0;
            assert.equal(syntax.marker.value, before + 1, words);
            last[syntax.level] = before + 1;
            // Articles (条) count through all chapters.
            last.fill(0, syntax.level + 1, type.numbering === 'ordinal' && syntax.level < 3 ? 3 : last.length);
          }
        }
        assert.equal(titles, 1);
      });

      it('has each section as a heading that the engine sees', () => {
        const headings: string[] = [];
        for (const [, { syntax, text: words }] of document.structuralLines()) {
          if (syntax.kind === 'heading') {
            headings.push(words.slice(syntax.contentStart, syntax.contentEnd));
          }
        }
        const ids = variant?.sections.map((reference) => reference.split('/')[0]) ?? [];
        const wanted = type.sections.filter(({ id, presence }) => (variant === undefined ? presence === 'required' : ids.includes(id)));
        for (const { name } of wanted) {
          assert.ok(headings.includes(name), `${name} of ${headings.join(' | ')}`);
        }
      });
    });
  }
});
