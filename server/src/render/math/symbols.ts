// LaTeX commands that stand for one character, by what they are.

const pairs = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => {
        const at = pair.indexOf(':');
        return [pair.slice(0, at), pair.slice(at + 1)];
      }),
  );

/** Greek letters and the like: printed as names. */
export const letters = pairs(`
  alpha:α beta:β gamma:γ delta:δ epsilon:ϵ varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ iota:ι kappa:κ lambda:λ mu:μ nu:ν xi:ξ omicron:ο
  pi:π varpi:ϖ rho:ρ varrho:ϱ sigma:σ varsigma:ς tau:τ upsilon:υ phi:ϕ varphi:φ chi:χ psi:ψ omega:ω
  Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω
  infty:∞ partial:∂ nabla:∇ hbar:ℏ ell:ℓ emptyset:∅ varnothing:∅ Re:ℜ Im:ℑ aleph:ℵ prime:′ degree:° circ:∘ angle:∠ triangle:△ square:□
  ldots:… cdots:⋯ vdots:⋮ ddots:⋱ dots:…
`);

/** Signs between or before what they join. */
export const operators = pairs(`
  times:× div:÷ cdot:⋅ pm:± mp:∓ ast:∗ star:⋆ bullet:∙ oplus:⊕ ominus:⊖ otimes:⊗ odot:⊙ cup:∪ cap:∩ setminus:∖ wedge:∧ vee:∨ land:∧ lor:∨ neg:¬ lnot:¬
  le:≤ leq:≤ leqslant:≤ ge:≥ geq:≥ geqslant:≥ ne:≠ neq:≠ equiv:≡ approx:≈ sim:∼ simeq:≃ cong:≅ propto:∝ ll:≪ gg:≫ prec:≺ succ:≻ mid:∣ parallel:∥ perp:⊥
  in:∈ notin:∉ ni:∋ subset:⊂ subseteq:⊆ supset:⊃ supseteq:⊇ forall:∀ exists:∃ nexists:∄ therefore:∴ because:∵
  to:→ rightarrow:→ leftarrow:← gets:← leftrightarrow:↔ Rightarrow:⇒ Leftarrow:⇐ Leftrightarrow:⇔ iff:⇔ implies:⇒ mapsto:↦ uparrow:↑ downarrow:↓ longrightarrow:⟶
  colon:: lt:< gt:> vert:| lvert:| rvert:| Vert:‖ lVert:‖ rVert:‖ langle:⟨ rangle:⟩ lceil:⌈ rceil:⌉ lfloor:⌊ rfloor:⌋ lbrace:{ rbrace:} lbrack:[ rbrack:] backslash:\\
`);

/** Operators that are set large, and where their limits stand. */
export const largeOperators: Readonly<Record<string, { readonly text: string; readonly limits: boolean }>> = {
  sum: { text: '∑', limits: true },
  prod: { text: '∏', limits: true },
  coprod: { text: '∐', limits: true },
  bigcup: { text: '⋃', limits: true },
  bigcap: { text: '⋂', limits: true },
  int: { text: '∫', limits: false },
  iint: { text: '∬', limits: false },
  iiint: { text: '∭', limits: false },
  oint: { text: '∮', limits: false },
};

/** Functions by name; those of the second list have their limits below. */
export const functionNames: ReadonlySet<string> = new Set(
  'sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh ln log lg exp deg dim ker arg hom'.split(' '),
);
export const limitNames: ReadonlySet<string> = new Set('lim max min sup inf det gcd Pr limsup liminf'.split(' '));

/** Marks over and under; stretchy ones are as wide as what they mark. */
export const marks: Readonly<Record<string, { readonly mark: string; readonly place: 'over' | 'under'; readonly stretchy: boolean }>> = {
  hat: { mark: '^', place: 'over', stretchy: false },
  widehat: { mark: '^', place: 'over', stretchy: true },
  tilde: { mark: '~', place: 'over', stretchy: false },
  widetilde: { mark: '~', place: 'over', stretchy: true },
  bar: { mark: '¯', place: 'over', stretchy: false },
  overline: { mark: '¯', place: 'over', stretchy: true },
  underline: { mark: '_', place: 'under', stretchy: true },
  vec: { mark: '→', place: 'over', stretchy: false },
  overrightarrow: { mark: '→', place: 'over', stretchy: true },
  dot: { mark: '˙', place: 'over', stretchy: false },
  ddot: { mark: '¨', place: 'over', stretchy: false },
  overbrace: { mark: '⏞', place: 'over', stretchy: true },
  underbrace: { mark: '⏟', place: 'under', stretchy: true },
};

/** Blank room in em. */
export const spaces: Readonly<Record<string, number>> = {
  ',': 0.1667,
  ':': 0.2222,
  '>': 0.2222,
  ';': 0.2778,
  '!': -0.1667,
  ' ': 0.25,
  quad: 1,
  qquad: 2,
  thinspace: 0.1667,
  enspace: 0.5,
};

/** Brackets that an environment puts around its table. */
export const environments: Readonly<
  Record<string, { readonly left: string; readonly right: string; readonly align: 'center' | 'left' | 'equations' }>
> = {
  matrix: { left: '', right: '', align: 'center' },
  pmatrix: { left: '(', right: ')', align: 'center' },
  bmatrix: { left: '[', right: ']', align: 'center' },
  Bmatrix: { left: '{', right: '}', align: 'center' },
  vmatrix: { left: '|', right: '|', align: 'center' },
  Vmatrix: { left: '‖', right: '‖', align: 'center' },
  array: { left: '', right: '', align: 'center' },
  cases: { left: '{', right: '', align: 'left' },
  aligned: { left: '', right: '', align: 'equations' },
  align: { left: '', right: '', align: 'equations' },
  'align*': { left: '', right: '', align: 'equations' },
  split: { left: '', right: '', align: 'equations' },
  gathered: { left: '', right: '', align: 'center' },
};
