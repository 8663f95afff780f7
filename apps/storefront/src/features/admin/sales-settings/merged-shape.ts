import type { SalesSettings } from '@quayside/contracts/money';
import { withRates } from './settings-sheet.ts';

interface Sides<T> {
  readonly base: readonly T[];
  readonly mine: readonly T[];
  readonly theirs: readonly T[];
}

/** What is in theirs and was not taken away here, and what was added here. */
const mergedList = <T>(
  { base, mine, theirs }: Sides<T>,
  keyOf: (one: T) => string,
  merge: (mine: T, theirs: T, base: T | undefined) => T,
): T[] => {
  const by = (all: readonly T[], key: string) => all.find((one) => keyOf(one) === key);
  const kept = theirs.flatMap((one) => {
    const [ours, was] = [by(mine, keyOf(one)), by(base, keyOf(one))];
    if (!ours) return was ? [] : [one];
    return [merge(ours, one, was)];
  });
  return [...kept, ...mine.filter((one) => !by(base, keyOf(one)) && !by(theirs, keyOf(one)))];
};

/** Which parts there are once those that somebody else and this person added and took away are laid together. */
export const mergedShape = (
  base: SalesSettings,
  mine: SalesSettings,
  theirs: SalesSettings,
): SalesSettings => {
  const taxClasses = mergedList(
    { base: base.taxClasses, mine: mine.taxClasses, theirs: theirs.taxClasses },
    (name) => name,
    (name) => name,
  );
  const shape = {
    ...theirs,
    taxClasses,
    countries: mergedList(
      { base: base.countries, mine: mine.countries, theirs: theirs.countries },
      ({ country }) => country,
      (ours, one, was) => {
        const { states: _theirs, ...soldTo } = one;
        const states = mergedList(
          { base: was?.states ?? [], mine: ours.states ?? [], theirs: one.states ?? [] },
          ({ code }) => code,
          (_own, state) => state,
        );
        return states.length > 0 ? { ...soldTo, states } : soldTo;
      },
    ),
    shippingZones: mergedList(
      { base: base.shippingZones, mine: mine.shippingZones, theirs: theirs.shippingZones },
      ({ id }) => id,
      (ours, one, was) => ({
        ...one,
        methods: mergedList(
          { base: was?.methods ?? [], mine: ours.methods, theirs: one.methods },
          ({ method }) => method,
          (own, their, before) => ({
            ...their,
            rates: mergedList(
              { base: before?.rates ?? [], mine: own.rates, theirs: their.rates },
              ({ currency }) => currency,
              (_own, rate) => rate,
            ),
          }),
        ),
      }),
    ),
  };
  const usual = taxClasses[0] ?? '';
  return withRates(shape, (rates) =>
    Object.fromEntries(taxClasses.map((name) => [name, rates[name] ?? rates[usual] ?? 0])),
  );
};
