import type { FormField } from '../form/form-fields.ts';
import { mergeOf, type FormValues } from '../form/form-values.ts';
import { asList } from './product-values.ts';

interface Sides {
  readonly base: FormValues;
  readonly mine: FormValues;
  readonly theirs: FormValues;
}

/** Lists whose entries come and go: what either side added is kept, what either took away is gone, in their order. */
const lists = ['rows', 'media'] as const;

const mergedList = (name: string, { base, mine, theirs }: Sides): string => {
  const [old, own, other] = [base, mine, theirs].map((values) => asList<string | number>(values[name])) as [
    (string | number)[],
    (string | number)[],
    (string | number)[],
  ];
  const gone = old.filter((entry) => !own.includes(entry) || !other.includes(entry));
  const isReordered =
    own.filter((entry) => old.includes(entry)).join() !== old.filter((entry) => own.includes(entry)).join();
  const [first, second] = isReordered ? [own, other] : [other, own];
  return JSON.stringify([...new Set([...first, ...second])].filter((entry) => !gone.includes(entry)));
};

/** The merge of the kit, in which variants and pictures that one side added or took away stand in nobody's way. */
export const mergeProduct = (fields: readonly FormField[], sides: Sides) => {
  const { changedByThem, clashing, merged } = mergeOf(fields, sides);
  return {
    changedByThem,
    clashing: clashing.filter((name) => !lists.some((list) => list === name)),
    merged: { ...merged, ...Object.fromEntries(lists.map((name) => [name, mergedList(name, sides)])) },
  };
};
