interface DeliveryLine {
  readonly sku: string;
  readonly quantity: number;
}

export interface ReadLines {
  readonly lines: readonly DeliveryLine[];
  /** By the number of the line, from 1 on. */
  readonly faults: readonly { readonly at: number; readonly text: string }[];
}

/**
 * What was scanned or pasted: a SKU in each line, and behind it how many, by a tab, a comma, a semicolon or a space. A SKU
 * alone is one unit, and one that comes again is counted together, as a scanner does it.
 *
 * @param least what a line says at least: of a delivery one, of a count nothing
 */
export const readLines = (text: string, least: 0 | 1 = 1): ReadLines => {
  const sums = new Map<string, number>();
  const faults = text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const [, sku = '', quantity = '1'] = /^\s*([^\s,;]+)[\s,;]*(\d{1,6})?\s*$/.exec(line) ?? [];
    if (sku === '' || Number(quantity) < least) return [{ at: index + 1, text: line.trim().slice(0, 80) }];
    const key = sku.toUpperCase();
    sums.set(key, (sums.get(key) ?? 0) + Number(quantity));
    return [];
  });
  return { lines: [...sums].map(([sku, quantity]) => ({ sku, quantity })), faults };
};
