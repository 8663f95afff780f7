import escapeHtml from 'escape-html';
import { shopPage } from '@quayside/contracts';
import { asDecimal } from '@quayside/contracts/money';
import type { FullProduct, FullVariant } from '../../domain/full-product/full-product.ts';
import { variantName } from '../../domain/product.ts';

/** A product in the language of a feed, with what its category is called from the root on. */
export interface FedProduct {
  readonly product: FullProduct;
  readonly brand: string;
  readonly category: readonly string[];
  /** Of options and their values, what they are called. */
  readonly say: (term: string) => string;
}

export interface FeedRules {
  readonly language: 'en' | 'de';
  readonly currency: string;
  /** The shop's, without a slash at its end. */
  readonly origin: string;
}

/** A name of Google's with what it says. */
export type FeedField = readonly [name: string, value: string];

const [longestTitle, longestDescription, mostPictures, longestValue] = [150, 5000, 10, 100];

const shortened = (text: string, max: number): string =>
  text.length <= max ? text : text.slice(0, max).replace(/\p{Surrogate}$/u, '');

/** Google reads descriptions as HTML: nothing of it is cut in two. */
const asHtml = (text: string): string =>
  shortened(escapeHtml(text).replaceAll('\n', '<br>'), longestDescription).replace(/(&[^;]*|<[^>]*)$/, '');

/** What Google tells variants apart by, under the names of options in the shop's own language. */
const fieldsOfOptions: Readonly<Record<string, string>> = {
  color: 'color',
  colour: 'color',
  material: 'material',
  pattern: 'pattern',
  size: 'size',
};

/** An option that Google has no word for is what sizes are for: how long, how much, how many. */
const fieldsOf = (options: readonly { readonly name: string }[]): (string | undefined)[] => {
  const known = options.map(({ name }) => fieldsOfOptions[name.toLowerCase()]);
  const first = known.includes('size') ? -1 : known.indexOf(undefined);
  return known.map((field, at) => (at === first ? 'size' : field));
};

const optionFields = ({ product, say }: FedProduct, { optionValues }: FullVariant): FeedField[] => {
  const fields = fieldsOf(product.options);
  return product.options.flatMap((_, at): FeedField[] => {
    const [field, value] = [fields[at], optionValues[at]];
    return field && value !== undefined ? [[field, shortened(say(value), longestValue)]] : [];
  });
};

/** What Google calls a GTIN: of GS1's lengths, with the right check digit. */
const isGtin = (code: string): boolean => {
  if (!/^(\d{8}|\d{12,14})$/.test(code)) return false;
  const sum = [...code]
    .toReversed()
    .reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
};

const pictureFields = ({ media }: FullProduct, { mediaId }: FullVariant, origin: string): FeedField[] => {
  const [first, ...more] = media.toSorted(
    (one, other) => Number(other.id === mediaId) - Number(one.id === mediaId),
  );
  const urlOf = ({ hash }: { hash: string }) => `${origin}/api/v1/catalog/images/${hash}`;
  return [
    ...(first ? [['image_link', urlOf(first)] as const] : []),
    ...more.slice(0, mostPictures).map((picture) => ['additional_image_link', urlOf(picture)] as const),
  ];
};

/**
 * A variant by Google's specification (https://support.google.com/merchants/answer/7052112); undefined where it has no
 * price in the currency of the feed.
 */
export const googleItem = (
  fed: FedProduct,
  variant: FullVariant,
  { language, currency, origin }: FeedRules,
): FeedField[] | undefined => {
  const { product, brand, category, say } = fed;
  const price = variant.prices.find((one) => one.currency === currency);
  if (!price) return undefined;
  const { name, description } = (language === 'de' ? product.texts.de : null) ?? product;
  const money = (amount: number) => `${asDecimal({ amount, currency })} ${currency}`;
  const title = variantName(name, variant.optionValues.map(say));
  const { barcode, weightGrams } = variant;
  const slug = (language === 'de' ? product.texts.de?.slug : null) ?? product.slug;
  const page = shopPage(language, 'product', `/${slug}?item=${variant.itemId}`);
  return [
    ['id', variant.sku],
    ...(product.options.length > 0 ? [['item_group_id', String(product.id)] as const] : []),
    ['title', shortened(title, longestTitle)],
    ['description', asHtml(description)],
    ['link', origin + page],
    ...pictureFields(product, variant, origin),
    ['availability', variant.available > 0 ? 'in_stock' : 'out_of_stock'],
    ['price', money(price.compareAt ?? price.amount)],
    ...(price.compareAt === null ? [] : [['sale_price', money(price.amount)] as const]),
    ['condition', 'new'],
    ['brand', brand],
    ...(barcode !== null && isGtin(barcode) ? [['gtin', barcode] as const] : []),
    ['mpn', variant.sku],
    ['product_type', category.map(say).join(' > ')],
    ...optionFields(fed, variant),
    ...(weightGrams === null ? [] : [['shipping_weight', `${weightGrams} g`] as const]),
  ];
};
