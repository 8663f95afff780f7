import { asDecimal } from '@quayside/contracts/money';
import type { AttributeDefinition } from '../../domain/full-product/fit.ts';
import type { FullProduct, FullVariant, ProductText } from '../../domain/full-product/full-product.ts';

export interface ExportColumns {
  /** That of the shop first. */
  readonly currencies: readonly string[];
  readonly attributes: readonly AttributeDefinition[];
}

/** A product with what its brand and category are called in a file. */
export interface ExportedProduct {
  readonly product: FullProduct;
  readonly brand: string;
  readonly category: string;
}

const optionNumbers = [1, 2, 3] as const;

/** The names of the columns, in their order. */
export const exportHead = ({ currencies, attributes }: ExportColumns): string[] => [
  ...['slug', 'status', 'name', 'description', 'seo title', 'seo description'],
  ...['name (de)', 'description (de)', 'seo title (de)', 'seo description (de)', 'slug (de)'],
  ...['brand', 'category', 'tags'],
  ...attributes.map(({ code }) => `attribute ${code}`),
  ...optionNumbers.flatMap((number) => [`option${number} name`, `option${number} value`]),
  ...['sku', 'barcode', 'weight (g)', 'on hand', 'sold'],
  ...currencies.flatMap((currency) => [
    `price ${currency.toLowerCase()}`,
    `price before ${currency.toLowerCase()}`,
  ]),
  ...['variant picture', 'pictures', 'picture texts'],
];

const textCells = (text: ProductText | null): string[] => [
  text?.name ?? '',
  text?.description ?? '',
  text?.seoTitle ?? '',
  text?.seoDescription ?? '',
];

const pathOf = (hash: string): string => `/api/v1/catalog/images/${hash}`;

const ofVariant = (
  { options, media }: FullProduct,
  variant: FullVariant | undefined,
  { currencies }: ExportColumns,
) => {
  const picture = media.find(({ id }) => id === variant?.mediaId);
  return {
    options: optionNumbers.flatMap((number) => [
      variant ? (options[number - 1]?.name ?? '') : '',
      variant?.optionValues[number - 1] ?? '',
    ]),
    rest: [
      variant?.sku ?? '',
      variant?.barcode ?? '',
      variant?.weightGrams ?? '',
      variant?.onHand ?? '',
      variant ? (variant.active ? 'yes' : 'no') : '',
      ...currencies.flatMap((currency) => {
        const price = variant?.prices.find((one) => one.currency === currency);
        if (!price) return ['', ''];
        const { amount, compareAt } = price;
        return [
          asDecimal({ amount, currency }),
          compareAt === null ? '' : asDecimal({ amount: compareAt, currency }),
        ];
      }),
      picture ? pathOf(picture.hash) : '',
    ],
  };
};

const cellOf = (value: string | number | boolean | undefined): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? '');

/** A row for each variant; what belongs to the product as a whole stands in the first. */
export const rowsOf = (
  { product, brand, category }: ExportedProduct,
  columns: ExportColumns,
): (string | number)[][] => {
  const { slug, status, texts, tags, attributes, media } = product;
  const variants = product.variants.length > 0 ? product.variants : [undefined];
  const whole = [
    status,
    ...textCells(product),
    ...textCells(texts.de),
    texts.de?.slug ?? '',
    ...[brand, category, tags.join('\n')],
    ...columns.attributes.map(({ code }) => cellOf(attributes[code])),
  ];
  return variants.map((variant, at) => {
    const isFirst = at === 0;
    const { options, rest } = ofVariant(product, variant, columns);
    return [
      slug,
      ...whole.map((cell) => (isFirst ? cell : '')),
      ...options,
      ...rest,
      isFirst ? media.map(({ hash }) => pathOf(hash)).join('\n') : '',
      isFirst ? media.map(({ alt }) => alt).join('\n') : '',
    ];
  });
};
