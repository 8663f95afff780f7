/** Bounds of the bands that prices are counted in, in minor units of the shop's currency. */
const bounds = [0, 2_500, 5_000, 10_000, 20_000, 50_000];

export interface PriceBand {
  readonly slug: string;
  readonly name: string;
}

/** The band is named by its bounds, the upper one not belonging to it: `2500-5000`, and `50000-` for the last. */
export const priceBandOf = (amount: number): PriceBand => {
  const at = bounds.findLastIndex((bound) => amount >= bound);
  const slug = `${bounds[at]}-${bounds[at + 1] ?? ''}`;
  return { slug, name: slug };
};
