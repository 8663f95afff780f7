import { problemMap, type ProblemMap } from '@quayside/http';
import type {
  CatalogUnavailable,
  CurrencyNotSold,
  ItemNotFound,
  NothingReserved,
  PictureNotFound,
  ProductNotFound,
  StaleVersion,
  StockBelowReserved,
  StockTooLarge,
} from '../domain/errors.ts';

type CatalogErrorCode = (
  | CatalogUnavailable
  | CurrencyNotSold
  | ItemNotFound
  | NothingReserved
  | PictureNotFound
  | ProductNotFound
  | StaleVersion
  | StockBelowReserved
  | StockTooLarge
)['code'];

/** The one place where an error of the catalog becomes an HTTP answer. */
export const problems = problemMap({
  'item-not-found': { status: 404, title: 'No such item' },
  'product-not-found': { status: 404, title: 'No such product' },
  'currency-not-sold': { status: 422, title: 'The item is not sold in that currency' },
  'picture-not-found': { status: 404, title: 'No such picture' },
  'stale-version': { status: 412, title: 'The item was changed meanwhile' },
  'stock-below-reserved': { status: 409, title: 'Not that many can be taken away' },
  'stock-too-large': { status: 422, title: 'More than the ledger can count' },
  'nothing-reserved': { status: 409, title: 'The order holds no reservation' },
  'catalog-unavailable': {
    status: 503,
    title: 'The catalog is out of reach right now',
    headers: { 'retry-after': '1' },
  },
} satisfies Record<CatalogErrorCode, ProblemMap[string]>);
