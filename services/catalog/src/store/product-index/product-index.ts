import { textLanguage } from '@quayside/contracts';
import { shopCurrency } from '../item-row.ts';
import type { StockFigure } from '../stock-figures.ts';
import { grown, setBit, wordsFor, type Bits } from './bits.ts';
import { createFacetValues, type FacetValues } from './facet-values.ts';
import { facetValueOf } from './facet-value-of.ts';
import type { IndexedProduct } from './indexed-product.ts';
import { starsReached } from './stars-reached.ts';
import { createPricesIn, type PricesIn } from './prices-in.ts';
import { createSortedOrder, type SortedOrder } from './sorted-order.ts';
import type { ProductTexts } from './words/product-texts.ts';
import { createWordIndex, type WordIndex } from './words/word-index.ts';

export type OrderName = 'id' | 'name' | 'rating';

/** All products of the shop as sets of bits, sorted places and what lists show of them. */
export interface ProductIndex {
  readonly products: readonly IndexedProduct[];
  readonly brands: FacetValues;
  readonly categories: FacetValues;
  /** By the stars that a product has at least. */
  readonly ratings: FacetValues;
  readonly attributes: ReadonlyMap<string, FacetValues>;
  readonly orders: Readonly<Record<OrderName, SortedOrder>>;
  /** By name, as a language has the names and sorts them; undefined: the shop's own. */
  byName(language: string | undefined): SortedOrder;
  listed(): Bits;
  /** Undefined, or one that nothing is sold in: the shop's own. */
  pricesIn(currency: string | undefined): PricesIn;
  inStock(): Bits;
  readonly words: WordIndex;
  /** Rises with every change of a product, whatever its stock, so that what was found can be told from what would be. */
  productChanges(): number;
  /** Takes in a product as it is now, and what it is found by. */
  put(product: IndexedProduct, texts: ProductTexts): void;
  /** Takes in a figure of a variant's stock, unless a newer one is known. */
  putStock(itemId: number, figure: StockFigure): void;
  /** How many of a product can be had, over all its variants. */
  availableOf(at: number): number;
  placeOf(productId: number): number | undefined;
}

const initialWords = 4;
const presumed = { count: 5, stars: 3.5 };
/** As people sort: Ä beside A, 2 before 10. */
const inOrder = new Intl.Collator('en', { numeric: true });
const nowhere = -1;
/** It may be heard of before its product is. */
const unknownStock = { available: 0, version: -1, at: nowhere, active: false };

export const createProductIndex = (): ProductIndex => {
  const products: IndexedProduct[] = [];
  const places = new Map<number, number>();
  const stock = new Map<number, StockFigure & { readonly at: number; readonly active: boolean }>();
  const sums: number[] = [];
  let words = initialWords;
  let listed: Bits = new Int32Array(words);
  let inStock: Bits = new Int32Array(words);
  let productChanges = 0;
  const foundBy = createWordIndex();
  const brands = createFacetValues(words);
  const categories = createFacetValues(words);
  const ratings = createFacetValues(words);
  const attributes = new Map<string, FacetValues>();

  const at = (place: number): IndexedProduct => products[place] as IndexedProduct;
  const compareNames = (a: number, b: number): number =>
    inOrder.compare(at(a).name, at(b).name) || at(a).id - at(b).id;
  const byName = new Map(
    textLanguage.options.map((language) => {
      const collator = new Intl.Collator(language, { numeric: true });
      const nameAt = (place: number): string => at(place).names?.[language] ?? at(place).name;
      return [
        language as string,
        createSortedOrder((a, b) => collator.compare(nameAt(a), nameAt(b)) || at(a).id - at(b).id),
      ];
    }),
  );
  /**
   * The worst first. A few reviews say less than many: each product is taken to have some of the middle besides, so that
   * one review of five stars does not come before a hundred that average 4.8.
   */
  const ratingOf = (place: number): number => {
    const { ratingSum, ratingCount } = at(place);
    return (ratingSum + presumed.count * presumed.stars) / (ratingCount + presumed.count);
  };
  const orders = {
    id: createSortedOrder((a, b) => at(a).id - at(b).id),
    name: createSortedOrder(compareNames),
    rating: createSortedOrder(
      (a, b) => ratingOf(a) - ratingOf(b) || at(a).ratingCount - at(b).ratingCount || at(b).id - at(a).id,
    ),
  };

  const shopPrices = createPricesIn(words, (place) => at(place).id);
  const prices = new Map([[shopCurrency as string, shopPrices]]);
  const putPrices = (place: number, { from, to, inOther = {} }: IndexedProduct): void => {
    shopPrices.put(place, { from: from.amount, to: to.amount });
    for (const currency of Object.keys(inOther)) {
      if (prices.has(currency)) continue;
      const further = createPricesIn(words, (one) => at(one).id);
      // Nothing that was there before is sold in it.
      for (let earlier = 0; earlier < place; earlier += 1) further.put(earlier, undefined);
      prices.set(currency, further);
    }
    for (const [currency, known] of prices) {
      const sold = inOther[currency];
      if (known !== shopPrices) known.put(place, sold && { from: sold.from.amount, to: sold.to.amount });
    }
  };

  const grow = (size: number): void => {
    if (wordsFor(size) <= words) return;
    words = Math.max(words * 2, wordsFor(size));
    listed = grown(listed, words);
    inStock = grown(inStock, words);
    for (const values of [brands, categories, ...attributes.values(), ratings, ...prices.values()])
      values.grow(words);
  };

  const valuesOf = (code: string): FacetValues => {
    const known = attributes.get(code) ?? createFacetValues(words);
    attributes.set(code, known);
    return known;
  };

  const mark = (place: number, product: IndexedProduct, on: boolean): void => {
    brands.put(place, product.brand, on);
    for (const category of product.categories) categories.put(place, category, on);
    for (const stars of starsReached(product)) ratings.put(place, stars, on);
    for (const [code, value] of Object.entries(product.attributes)) {
      valuesOf(code).put(place, facetValueOf(value), on);
    }
  };

  const sumUp = (place: number): void => {
    let sum = 0;
    for (const { itemId } of at(place).variants) {
      const known = stock.get(itemId);
      if (known?.active) sum += known.available;
    }
    sums[place] = sum;
    setBit(inStock, place, sum > 0);
  };

  return {
    products,
    brands,
    categories,
    ratings,
    attributes,
    orders,
    byName: (language = '') => byName.get(language) ?? orders.name,
    pricesIn: (currency = shopCurrency) => (prices.get(currency) ?? shopPrices).prices,
    listed: () => listed.subarray(0, wordsFor(products.length)),
    inStock: () => inStock.subarray(0, wordsFor(products.length)),
    words: foundBy,
    productChanges: () => productChanges,
    put: (product, texts) => {
      const known = places.get(product.id);
      const place = known ?? products.length;
      grow(place + 1);
      if (known !== undefined) mark(place, at(place), false);
      products[place] = product;
      putPrices(place, product);
      places.set(product.id, place);
      mark(place, product, true);
      for (const { itemId, active, available, version } of product.variants) {
        const heard = stock.get(itemId);
        const newest = heard && heard.version > version ? heard : { available, version };
        stock.set(itemId, { available: newest.available, version: newest.version, at: place, active });
      }
      setBit(listed, place, product.isListed);
      sumUp(place);
      for (const order of [...Object.values(orders), ...byName.values()]) order.changed(place);
      foundBy.put(place, texts);
      productChanges += 1;
    },
    putStock: (itemId, { available, version }) => {
      const known = stock.get(itemId) ?? unknownStock;
      if (known.version >= version) return;
      stock.set(itemId, { ...known, available, version });
      if (known.at === nowhere || known.available === available) return;
      sumUp(known.at);
    },
    availableOf: (place) => sums[place] ?? 0,
    placeOf: (productId) => places.get(productId),
  };
};
