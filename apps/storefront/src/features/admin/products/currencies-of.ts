import type { AdminProduct, SalesRegions } from '@quayside/contracts';

/** Columns of prices: what the product has prices in, and what the shop sells in. */
export const currenciesOf = ({ variants }: AdminProduct, regions: SalesRegions | undefined): string[] => {
  const priced = variants.flatMap(({ prices }) => prices.map(({ currency }) => currency));
  const sold = (regions?.countries ?? []).flatMap(({ currencies }) => currencies);
  return [...new Set(['USD', ...priced, ...sold])].slice(0, 6);
};
