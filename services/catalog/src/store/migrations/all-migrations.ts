import { jobsMigration, postgresAuditLog, postgresOutbox, type Migration } from '@quayside/postgres';
import { items } from './0001-items.ts';
import { stock } from './0002-stock.ts';
import { changeFeed } from './0003-change-feed.ts';
import { stockApart } from './0004-stock-apart.ts';
import { products } from './0005-products.ts';
import { brandsEdited } from './0006-brands-edited.ts';
import { searchAtOnce } from './0007-search-at-once.ts';
import { unitsBack } from './0008-units-back.ts';
import { categoriesEdited } from './0009-categories-edited.ts';
import { productsEdited } from './0010-products-edited.ts';
import { imageSizes } from './0011-image-sizes.ts';
import { deliveries } from './0012-deliveries.ts';
import { imports } from './0021-imports.ts';
import { importPictures } from './0022-import-pictures.ts';
import { importSheets } from './0023-import-sheets.ts';
import { importsSearched } from './0024-imports-searched.ts';
import { importMappings } from './0025-import-mappings.ts';
import { boughtTogether } from './0027-bought-together.ts';
import { reviews } from './0026-reviews.ts';
import { stockTakes } from './0030-stock-takes.ts';
import { synonymsEdited } from './0031-synonyms-edited.ts';
import { priceChanges } from './0032-price-changes.ts';
import { previewKey } from './0033-preview-key.ts';
import { picturesElsewhere } from './0051-pictures-elsewhere.ts';
import { importArchives } from './0052-import-archives.ts';
import { questions } from './0050-questions.ts';
import { synonyms } from './0020-synonyms.ts';
import { translations } from './0040-translations.ts';
import { slugsInLanguages } from './0060-slugs-in-languages.ts';
import { words } from './0070-words.ts';
import { slugsOfCategories } from './0080-slugs-of-categories.ts';
import { pictureTexts } from './0041-picture-texts.ts';

export const allMigrations: readonly Migration[] = [
  items,
  stock,
  changeFeed,
  stockApart,
  products,
  brandsEdited,
  postgresAuditLog.migration,
  searchAtOnce,
  unitsBack,
  categoriesEdited,
  productsEdited,
  imageSizes,
  synonyms,
  jobsMigration,
  deliveries,
  imports,
  importPictures,
  importSheets,
  importsSearched,
  importMappings,
  reviews,
  stockTakes,
  synonymsEdited,
  priceChanges,
  previewKey,
  boughtTogether,
  translations,
  pictureTexts,
  questions,
  picturesElsewhere,
  importArchives,
  slugsInLanguages,
  words,
  slugsOfCategories,
  postgresOutbox.migration,
];
