/** The lowest price before the one in a row of `prices` was announced as reduced; null where it is not. */
export const lowestPrior = (prices: string): string =>
  `CASE WHEN ${prices}.compare_at IS NOT NULL THEN lowest_prior_price(${prices}.item_id, ${prices}.currency) END`;
