import type { ProductObstacle, ProductStatus } from '@quayside/contracts';

export const statusWords: Readonly<Record<ProductStatus, string>> = {
  draft: 'Draft',
  active: 'In the shop',
  archived: 'Archived',
};

type Words = (obstacle: ProductObstacle) => string;

const of = ({ skus = [] }: ProductObstacle): string =>
  skus.length > 4 ? `${skus.slice(0, 3).join(', ')} and ${skus.length - 3} more` : skus.join(', ');

const obstacleWords: Readonly<Record<ProductObstacle['code'], Words>> = {
  'is-draft': () => 'It is a draft: publish it when it is ready',
  'is-archived': () => 'It is archived',
  'no-variants': () => 'It has no variant that could be sold',
  'all-variants-off': () => 'All its variants are switched off',
  'no-price': () => 'No variant that is on has a price in the shop’s currency',
  'sold-out': () => 'Nothing of it is in stock',
  'variant-off': (found) => `Switched off: ${of(found)}`,
  'variant-without-price': (found) => `Without a price: ${of(found)}`,
  'variant-sold-out': (found) => `Sold out: ${of(found)}`,
  'currency-missing': (found) => `Without a price in ${found.currency ?? ''}: ${of(found)}`,
  'no-picture': () => 'It has no picture',
  'no-description': () => 'It has no description',
  'text-missing': () => 'It has no German texts',
};

/** A reason as it is told to staff. */
export const wordsOf = (found: ProductObstacle): string => obstacleWords[found.code](found);
