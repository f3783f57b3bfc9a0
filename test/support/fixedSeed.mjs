// The property tests take the same cases in every run; `SEED=any npm test` takes others, and a failure prints its own.
import fc from 'fast-check';

const { SEED } = process.env;
if (SEED === undefined) fc.configureGlobal({ seed: 20261123 });
else if (/^-?\d+$/.test(SEED)) fc.configureGlobal({ seed: Number(SEED) });
