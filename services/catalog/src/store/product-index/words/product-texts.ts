/** What a product is found by, the most telling first; each in all the languages that it has. */
export interface ProductTexts {
  readonly names: readonly string[];
  /** Brand and categories. */
  readonly kinds: readonly string[];
  /** Tags, attributes and values of options. */
  readonly marks: readonly string[];
  readonly descriptions: readonly string[];
  /** SKUs and barcodes. */
  readonly codes: readonly string[];
}
