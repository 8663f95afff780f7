import type { FullProduct } from '../../domain/full-product/full-product.ts';

/** A product as the audit log compares it: each variant is a field of its own, and so is each picture list as a whole. */
export const auditedProduct = ({
  id: _id,
  version: _version,
  changedAt: _changedAt,
  variants,
  media,
  texts: { de },
  ...fields
}: FullProduct): Record<string, unknown> => ({
  ...fields,
  ...(de && { german: de }),
  pictures: media.map(({ alt, alts }) => (alts?.de ? `${alt} (German: ${alts.de})` : alt)),
  ...Object.fromEntries(
    variants.map(({ sku, barcode, optionValues, prices, weightGrams, active }) => [
      `variant ${sku}`,
      { barcode, optionValues, prices, weightGrams, active },
    ]),
  ),
});
