import type { Product, ProductVariant } from '@quayside/contracts';

/** The variant asked for by its item id, else the first that can be had, else the first. */
export const chosenVariant = (
  { variants }: Product,
  asked: string | undefined,
): ProductVariant | undefined => {
  const sold = variants.filter(({ active }) => active);
  return (
    sold.find(({ itemId }) => String(itemId) === asked) ??
    sold.find(({ availableStock }) => availableStock > 0) ??
    sold[0]
  );
};

/** A value of an option, and what one gets who takes it and keeps the other values. */
export interface Choice {
  readonly value: string;
  readonly isChosen: boolean;
  /** Absent where the product is not made so. */
  readonly variant?: ProductVariant | undefined;
}

export const choicesOf = (product: Product, chosen: ProductVariant, optionAt: number): Choice[] =>
  (product.options[optionAt]?.values ?? []).map((value) => ({
    value,
    isChosen: chosen.optionValues[optionAt] === value,
    variant: product.variants.find(
      ({ active, optionValues }) =>
        active &&
        optionValues.every((own, at) => own === (at === optionAt ? value : chosen.optionValues[at])),
    ),
  }));
