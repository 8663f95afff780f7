const head =
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,' +
  'Variant Inventory Qty,Variant Price,Image Src,Status';

/** The SKU of a product of the file below. */
export const skuOf = (mark: string, at: number): string =>
  `WEEK-${mark.toUpperCase()}-${String(at).padStart(3, '0')}`;
/** Its name: numbered so that a search for it finds no other. */
export const nameOf = (mark: string, at: number): string => `Week ${mark} no${String(at).padStart(3, '0')}`;

/**
 * Drafts in Shopify's columns, one variant each and none in stock. Every `faultyEach`th has a price that is none.
 *
 * @returns the file, and which products have a fault
 */
export const shopifyFile = (mark: string, products: number, faultyEach: number) => {
  const faulty = Array.from({ length: products }, (_, at) => at).filter(
    (at) => at % faultyEach === faultyEach - 1,
  );
  const rows = Array.from({ length: products }, (_, at) => {
    const price = faulty.includes(at) ? 'on request' : `${20 + (at % 50)}.00`;
    const name = nameOf(mark, at);
    return `week-${mark}-${at},${name},<p>Of a <b>working</b> week.</p>,Skerry,Lanterns,week,TRUE,,,${skuOf(mark, at)},400,0,${price},,draft`;
  });
  return { text: [head, ...rows].join('\n'), faulty };
};
