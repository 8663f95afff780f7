import type { Product, ProductVariant, Question, Review } from '@quayside/contracts';
import { asDecimal } from '@quayside/contracts/money';
import { shopLocale } from '../../i18n/locales.ts';
import { productPath } from '../../i18n/product-path.ts';
import { pathIn } from '../../i18n/paths.ts';

/** What schema.org has a word for among the names of options. */
const knownOptions: Readonly<Record<string, 'color' | 'size' | 'material' | 'pattern'>> = {
  color: 'color',
  colour: 'color',
  material: 'material',
  pattern: 'pattern',
  size: 'size',
};

const wordOf = (option: string) => knownOptions[option.toLowerCase()];

interface PageFacts {
  readonly locale?: string;
  readonly reviews?: readonly Review[] | undefined;
  readonly questions?: readonly Question[] | undefined;
}

/** A product with its offers; one that is made in several variants as the group of them, which Google asks for. */
export const productAsLinkedData = (
  product: Product,
  origin: string,
  { locale = shopLocale, reviews = [], questions = [] }: PageFacts = {},
): object => {
  const url = origin + pathIn(locale, productPath(locale, product));
  const sold = product.variants.filter(({ active }) => active);
  const facts = {
    name: product.name,
    description: product.description,
    brand: { '@type': 'Brand', name: product.brand.name },
    category: product.categories.map(({ name }) => name).join(' > '),
    ...(product.media.length > 0 && { image: product.media.map((picture) => absolute(origin, picture.url)) }),
    ...ratingOf(product, reviews),
    ...askedOf(questions),
  };
  const [only, ...more] = sold;
  if (more.length === 0) {
    return {
      '@context': 'https://schema.org',
      '@type': 'Product',
      '@id': url,
      ...facts,
      ...(only && asSold(only, url)),
    };
  }
  const varies = product.options.flatMap(({ name }) => wordOf(name) ?? []);
  return {
    '@context': 'https://schema.org',
    '@type': 'ProductGroup',
    '@id': url,
    url,
    productGroupID: String(product.id),
    ...facts,
    ...(varies.length > 0 && { variesBy: varies.map((word) => `https://schema.org/${word}`) }),
    hasVariant: sold.map((variant) => ({
      '@type': 'Product',
      name: [product.name, ...variant.optionValues].join(', '),
      ...(variant.pictureUrl !== '' && { image: absolute(origin, variant.pictureUrl) }),
      ...optionsOf(product, variant),
      ...asSold(variant, `${url}?item=${variant.itemId}`),
    })),
  };
};

/** Of a product that nobody has reviewed search engines want neither. */
const ratingOf = ({ rating }: Product, reviews: readonly Review[]): object =>
  rating
    ? {
        aggregateRating: {
          '@type': 'AggregateRating',
          ratingValue: rating.average,
          reviewCount: rating.count,
        },
        review: reviews.map(({ author, stars, title, body, writtenAt }) => ({
          '@type': 'Review',
          name: title,
          reviewBody: body,
          datePublished: writtenAt.slice(0, 10),
          author: { '@type': 'Person', name: author },
          reviewRating: { '@type': 'Rating', ratingValue: stars, bestRating: 5 },
        })),
      }
    : {};

/** As works that are about the product: a page of one question alone would be a `QAPage`. */
const askedOf = (questions: readonly Question[]): object => {
  const answered = questions.filter(({ reply, answers }) => reply !== undefined || answers.length > 0);
  if (answered.length === 0) return {};
  return {
    subjectOf: answered.map(({ author, body, askedAt, reply, answers }) => ({
      '@type': 'Question',
      text: body,
      author: { '@type': 'Person', name: author },
      dateCreated: askedAt.slice(0, 10),
      answerCount: answers.length + (reply ? 1 : 0),
      ...(reply && {
        acceptedAnswer: {
          '@type': 'Answer',
          text: reply.body,
          author: { '@type': 'Organization', name: 'Quayside' },
          dateCreated: reply.answeredAt.slice(0, 10),
        },
      }),
      ...(answers.length > 0 && {
        suggestedAnswer: answers.map((answer) => ({
          '@type': 'Answer',
          text: answer.body,
          author: { '@type': 'Person', name: answer.author },
          dateCreated: answer.answeredAt.slice(0, 10),
        })),
      }),
    })),
  };
};

const absolute = (origin: string, path: string): string => new URL(path, origin).href;

const optionsOf = ({ options }: Product, { optionValues }: ProductVariant): Record<string, string> =>
  Object.fromEntries(
    options.flatMap(({ name }, at) => {
      const [word, value] = [wordOf(name), optionValues[at]];
      return word && value !== undefined ? [[word, value]] : [];
    }),
  );

const asSold = ({ sku, barcode, price, availableStock }: ProductVariant, url: string): object => ({
  sku,
  ...(barcode !== undefined && { gtin: barcode }),
  offers: {
    '@type': 'Offer',
    url,
    price: asDecimal(price),
    priceCurrency: price.currency,
    availability: `https://schema.org/${availableStock > 0 ? 'InStock' : 'OutOfStock'}`,
    itemCondition: 'https://schema.org/NewCondition',
    ...(price.compareAt !== undefined && {
      priceSpecification: {
        '@type': 'UnitPriceSpecification',
        priceType: 'https://schema.org/StrikethroughPrice',
        price: asDecimal({ amount: price.compareAt, currency: price.currency }),
        priceCurrency: price.currency,
      },
    }),
  },
});
