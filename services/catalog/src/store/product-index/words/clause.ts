import { placeIn, weightIn } from './postings.ts';
import type { WordIndex } from './word-index.ts';

/** What has to be found of a product: a term, any of several clauses, or all of them. */
export type Clause =
  | {
      readonly term: string;
      /** Between 0 and 1: how close it is to what was asked for. */ readonly closeness: number;
    }
  | { readonly any: readonly Clause[] }
  | { readonly all: readonly Clause[]; readonly closeness: number };

/** A score for each place, 0 where the clause is not satisfied. */
type Scores = Float32Array;

/** A rare word tells more than one that half the shop has. */
const rarity = (size: number, having: number): number => Math.log2(2 + size / (having + 1));

const takeTerm = (index: WordIndex, term: string, closeness: number, into: Scores): void => {
  const entries = index.entriesOf(term);
  const factor = closeness * rarity(into.length, entries.length);
  for (const entry of entries) {
    const place = placeIn(entry);
    const score = weightIn(entry) * factor;
    if (score > (into[place] as number)) into[place] = score;
  }
};

const takeAll = (index: WordIndex, clauses: readonly Clause[], closeness: number, into: Scores): void => {
  const parts = clauses.map((clause) => scoresOf(index, clause, into.length));
  for (let place = 0; place < into.length; place += 1) {
    let sum = 0;
    for (const part of parts) {
      const score = part[place] as number;
      if (score === 0) {
        sum = 0;
        break;
      }
      sum += score;
    }
    if (sum * closeness > (into[place] as number)) into[place] = sum * closeness;
  }
};

const take = (index: WordIndex, clause: Clause, into: Scores): void => {
  if ('term' in clause) takeTerm(index, clause.term, clause.closeness, into);
  else if ('any' in clause) for (const each of clause.any) take(index, each, into);
  else takeAll(index, clause.all, clause.closeness, into);
};

/** How well each product satisfies a clause: of `any` its best part counts, of `all` the sum. */
export const scoresOf = (index: WordIndex, clause: Clause, size: number): Scores => {
  const scores = new Float32Array(size);
  take(index, clause, scores);
  return scores;
};
