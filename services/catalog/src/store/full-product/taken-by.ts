import { DatabaseError } from 'pg';
import {
  BarcodeTaken,
  BrandUnknown,
  CategoryUnknown,
  SkuTaken,
  SlugTaken,
  type CatalogError,
} from '../../domain/errors.ts';

/** PostgreSQL says `Key (sku)=(QS-1) already exists.` */
const valueIn = (detail: string | undefined): string => /\)=\((.*)\)/.exec(detail ?? '')?.[1] ?? '';

/** What a constraint that refused the write of a product or a category means. */
export const takenBy = (
  error: unknown,
  { slug = '', brandId = 0, categoryId = 0 }: { slug?: string; brandId?: number; categoryId?: number },
): CatalogError | undefined => {
  if (!(error instanceof DatabaseError)) return undefined;
  switch (error.constraint) {
    case 'products_slug_key':
    case 'types_slug_key':
    case 'categories_slug_key':
      return new SlugTaken(slug);
    case 'product_slugs_pkey':
    case 'category_slugs_pkey':
      return new SlugTaken(valueIn(error.detail));
    case 'items_sku_key':
      return new SkuTaken(`Another variant has the SKU ${valueIn(error.detail)}`);
    case 'items_barcode_key':
      return new BarcodeTaken(`Another variant has the barcode ${valueIn(error.detail)}`);
    case 'products_brand_id_fkey':
      return new BrandUnknown(brandId);
    case 'products_category_id_fkey':
      return new CategoryUnknown(categoryId);
    default:
      return undefined;
  }
};
