import { catalogApi, type ProblemDefinition } from '@quayside/contracts';
import type { NothingFound, TooManyTags } from '../domain/bulk/bulk-errors.ts';
import type {
  DeliveryKnown,
  SkusUnknown,
  ChangedSince,
  JobNotFound,
  JobNotUndoable,
  JobRunning,
  PriceNotPositive,
  PictureTooLarge,
  PictureUnfit,
  TooManyPictures,
  AttributeUnfit,
  BarcodeTaken,
  BrandUnknown,
  CategoryUnknown,
  CurrencyUnknown,
  MediaUnknown,
  OptionsUnfit,
  PriceNeeded,
  ProductNotSellable,
  SkuTaken,
  VariantInUse,
  VariantUnknown,
  BrandInUse,
  BrandNotFound,
  CategoryCycle,
  CategoryInUse,
  CategoryNotFound,
  CatalogUnavailable,
  CurrencyNotSold,
  ItemNotFound,
  NothingReserved,
  PictureNotFound,
  ParentNotFound,
  ProductNotFound,
  SlugTaken,
  StaleVersion,
  StockBelowReserved,
  StockTooLarge,
} from '../domain/errors.ts';
import type {
  ImportBusy,
  ImportFileUnfit,
  ImportMappingNotFound,
  ImportMappingNotYours,
  ImportNotFound,
  ImportNotReady,
} from '../domain/import-errors.ts';

import type {
  CountBelowReserved,
  CountedAtUnfit,
  NothingChosen,
  NothingCounted,
  StockTakeBooked,
  StockTakeNotFound,
  StockTakeTooLarge,
} from '../domain/stock-take-errors.ts';
import type { PreviewNotValid } from '../domain/preview-error.ts';
import type { SynonymsNotFound } from '../domain/synonym-group.ts';
import type { WordNotFound } from '../domain/word.ts';
import type {
  AnswerNotFound,
  AnswerNotYoursToGive,
  QuestionIsYourOwn,
  QuestionNotFound,
  TooManyQuestions,
} from '../domain/question-errors.ts';
import type { ReviewIsYourOwn, ReviewNotFound, ReviewNotYoursToWrite } from '../domain/review-errors.ts';

type CatalogErrorCode = (
  | ImportBusy
  | ImportFileUnfit
  | ImportMappingNotFound
  | ImportMappingNotYours
  | ImportNotFound
  | ImportNotReady
  | DeliveryKnown
  | SkusUnknown
  | ChangedSince
  | JobNotFound
  | JobNotUndoable
  | JobRunning
  | NothingFound
  | PriceNotPositive
  | PictureTooLarge
  | PictureUnfit
  | TooManyPictures
  | TooManyTags
  | AttributeUnfit
  | BarcodeTaken
  | BrandUnknown
  | CategoryUnknown
  | CurrencyUnknown
  | MediaUnknown
  | OptionsUnfit
  | PriceNeeded
  | ProductNotSellable
  | SkuTaken
  | VariantInUse
  | VariantUnknown
  | BrandInUse
  | BrandNotFound
  | CategoryCycle
  | CategoryInUse
  | CategoryNotFound
  | CatalogUnavailable
  | CurrencyNotSold
  | ItemNotFound
  | NothingReserved
  | PictureNotFound
  | ParentNotFound
  | ProductNotFound
  | AnswerNotFound
  | AnswerNotYoursToGive
  | QuestionIsYourOwn
  | QuestionNotFound
  | TooManyQuestions
  | ReviewIsYourOwn
  | ReviewNotFound
  | ReviewNotYoursToWrite
  | SlugTaken
  | StaleVersion
  | StockBelowReserved
  | StockTooLarge
  | CountBelowReserved
  | CountedAtUnfit
  | NothingChosen
  | NothingCounted
  | StockTakeBooked
  | StockTakeNotFound
  | StockTakeTooLarge
  | PreviewNotValid
  | SynonymsNotFound
  | WordNotFound
)['code'];

/** What the catalog serves; every error of its domain has a problem there. */
export const contract = catalogApi satisfies { problems: Record<CatalogErrorCode, ProblemDefinition> };
