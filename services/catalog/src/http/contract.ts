import { catalogApi, type ProblemDefinition } from '@quayside/contracts';
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

/** What the catalog serves; every error of its domain has a problem there. */
export const contract = catalogApi satisfies { problems: Record<CatalogErrorCode, ProblemDefinition> };
