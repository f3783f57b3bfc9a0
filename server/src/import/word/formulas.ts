import { attributeOf, childOf, elementsOf, type XmlElement } from '../../ooxml/tree.ts';

/** A formula in LaTeX, `undefined` where a part of it has no words for us; and its words in a line. */
export interface Formula {
  readonly tex: string | undefined;
  readonly text: string;
}

const symbols: Readonly<Record<string, string>> = {
  '×': '\\times ',
  '÷': '\\div ',
  '±': '\\pm ',
  '·': '\\cdot ',
  '≤': '\\le ',
  '≥': '\\ge ',
  '≠': '\\ne ',
  '≈': '\\approx ',
  '∞': '\\infty ',
  '→': '\\to ',
  '∈': '\\in ',
  '∂': '\\partial ',
  '∆': '\\Delta ',
  '−': '-',
  '∑': '\\sum ',
  '∏': '\\prod ',
  '∫': '\\int ',
  '…': '\\dots ',
  '%': '\\%',
  '#': '\\#',
  '&': '\\&',
  $: '\\$',
  _: '\\_',
  '{': '\\{',
  '}': '\\}',
  '\\': '\\backslash ',
};
const greek =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma tau upsilon phi chi psi omega';
const letters: ReadonlyMap<string, string> = new Map([
  ...Object.entries(symbols),
  ...greek.split(' ').map((name, index) => [String.fromCharCode(0x3b1 + index), `\\${name} `] as const),
  ...['Gamma 393', 'Delta 394', 'Theta 398', 'Lambda 39b', 'Xi 39e', 'Pi 3a0', 'Sigma 3a3', 'Phi 3a6', 'Psi 3a8', 'Omega 3a9'].map(
    (entry) => {
      const [name = '', code = ''] = entry.split(' ');
      return [String.fromCharCode(Number.parseInt(code, 16)), `\\${name} `] as const;
    },
  ),
]);
const accents: Readonly<Record<string, string>> = {
  '\u0302': '\\hat',
  '\u0303': '\\tilde',
  '\u0304': '\\bar',
  '\u0305': '\\bar',
  '\u0307': '\\dot',
  '\u20d7': '\\vec',
};
const functions = /^(?:sin|cos|tan|cot|log|ln|lg|exp|max|min|lim|det)$/;

/** Reads Office's mathematics (`m:oMath`). */
export function formulaOf(root: XmlElement): Formula {
  const state = { whole: true };
  const tex = rowOf(root, state).trim();
  return { tex: state.whole && tex !== '' ? tex : undefined, text: wordsOf(root) };
}

interface State {
  whole: boolean;
}

const rowOf = (element: XmlElement | undefined, state: State): string =>
  elementsOf(element)
    .map((child) => partOf(child, state))
    .join('');
const group = (element: XmlElement | undefined, state: State): string => `{${rowOf(element, state).trim()}}`;

function partOf(element: XmlElement, state: State): string {
  const child = (name: string): XmlElement | undefined => childOf(element, name);
  switch (element.name) {
    case 'r':
      return runOf(element);
    case 'f':
      return `\\frac${group(child('num'), state)}${group(child('den'), state)}`;
    case 'sSup':
      return `${base(child('e'), state)}^${group(child('sup'), state)}`;
    case 'sSub':
      return `${base(child('e'), state)}_${group(child('sub'), state)}`;
    case 'sSubSup':
      return `${base(child('e'), state)}_${group(child('sub'), state)}^${group(child('sup'), state)}`;
    case 'rad': {
      const degree = rowOf(child('deg'), state).trim();
      return `\\sqrt${degree === '' ? '' : `[${degree}]`}${group(child('e'), state)}`;
    }
    case 'nary': {
      const sign = propertyOf(element, 'naryPr', 'chr') ?? '∫';
      const limit = (mark: string, name: string): string =>
        rowOf(child(name), state).trim() === '' ? '' : `${mark}${group(child(name), state)}`;
      return `${(letters.get(sign) ?? sign).trim()}${limit('_', 'sub')}${limit('^', 'sup')} ${rowOf(child('e'), state)}`;
    }
    case 'd': {
      const open = propertyOf(element, 'dPr', 'begChr') ?? '(';
      const close = propertyOf(element, 'dPr', 'endChr') ?? ')';
      const inner = elementsOf(element)
        .filter(({ name }) => name === 'e')
        .map((one) => rowOf(one, state));
      return `\\left${fence(open)}${inner.join(propertyOf(element, 'dPr', 'sepChr') ?? '|')}\\right${fence(close)}`;
    }
    case 'func': {
      const name = wordsOf(child('fName') ?? element).trim();
      const word = functions.test(name) ? `\\${name} ` : rowOf(child('fName'), state);
      return `${word}${group(child('e'), state)}`;
    }
    case 'limLow':
      return `${base(child('e'), state)}_${group(child('lim'), state)}`;
    case 'limUpp':
      return `${base(child('e'), state)}^${group(child('lim'), state)}`;
    case 'acc':
      return `${accents[propertyOf(element, 'accPr', 'chr') ?? '\u0302'] ?? '\\hat'}${group(child('e'), state)}`;
    case 'bar':
      return `${propertyOf(element, 'barPr', 'pos') === 'top' ? '\\overline' : '\\underline'}${group(child('e'), state)}`;
    case 'm': {
      const rows = elementsOf(element)
        .filter(({ name }) => name === 'mr')
        .map((row) =>
          elementsOf(row)
            .map((cell) => rowOf(cell, state))
            .join(' & '),
        );
      return `\\begin{matrix}${rows.join(' \\\\ ')}\\end{matrix}`;
    }
    case 'e':
    case 'oMath':
    case 'box':
    case 'borderBox':
    case 'ins':
      return rowOf(element, state);
    case 'eqArr':
    case 'groupChr':
    case 'phant':
    case 'sPre':
      state.whole = false;
      return rowOf(element, state);
    default:
      return '';
  }
}

/** What a raised or lowered sign hangs on. */
function base(element: XmlElement | undefined, state: State): string {
  const inner = rowOf(element, state).trim();
  return [...inner].length === 1 ? inner : `{${inner}}`;
}

const fence = (mark: string): string => (mark === '' ? '.' : mark === '{' || mark === '}' ? `\\${mark}` : mark);

const propertyOf = (element: XmlElement, properties: string, name: string): string | undefined =>
  attributeOf(childOf(childOf(element, properties), name), 'val');

const han = /[\u3400-\u9fff]+/g;

function runOf(run: XmlElement): string {
  const words = elementsOf(run)
    .filter(({ name }) => name === 't')
    .map((text) => text.children.join(''))
    .join('');
  const tex = [...words].map((char) => letters.get(char) ?? char).join('');
  return tex.replace(han, '\\text{$&}');
}

/** The words of a formula in a line: `(a)/(b)`, `x^2`. */
function wordsOf(element: XmlElement): string {
  const child = (name: string): string => {
    const found = childOf(element, name);
    return found === undefined ? '' : wordsOf(found);
  };
  const held = (words: string): string => ([...words].length > 1 ? `(${words})` : words);
  switch (element.name) {
    case 't':
      return element.children.filter((one) => typeof one === 'string').join('');
    case 'f':
      return `${held(child('num'))}/${held(child('den'))}`;
    case 'sSup':
      return `${child('e')}^${held(child('sup'))}`;
    case 'sSub':
      return `${child('e')}_${held(child('sub'))}`;
    case 'rad':
      return `√${held(child('e'))}`;
    case 'd':
      return `${propertyOf(element, 'dPr', 'begChr') ?? '('}${elementsOf(element)
        .filter(({ name }) => name === 'e')
        .map(wordsOf)
        .join(',')}${propertyOf(element, 'dPr', 'endChr') ?? ')'}`;
    case 'nary':
      return `${propertyOf(element, 'naryPr', 'chr') ?? '∫'}${child('e')}`;
    default:
      return elementsOf(element).map(wordsOf).join('');
  }
}
