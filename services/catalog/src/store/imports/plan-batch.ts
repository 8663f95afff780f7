import type { ClientBase } from 'pg';
import { CatalogError } from '../../domain/errors.ts';
import { ImportRowUnfit } from '../../domain/import-errors.ts';
import type { FullProductDecision } from '../../domain/full-product/change-full-product.ts';
import type { FullProduct } from '../../domain/full-product/full-product.ts';
import { blankProduct, decideImport } from '../../domain/imports/decide-import.ts';
import type { ImportSettings } from '../../domain/imports/import-file.ts';
import type { WantedProduct } from '../../domain/imports/wanted-product.ts';
import { pathOf } from '../../domain/imports/path-of.ts';
import { loadFullProducts } from '../full-product/load-full-product.ts';
import { loadRules } from '../full-product/load-rules.ts';
import type { Places } from './places.ts';

const asItIs = (product: FullProduct): FullProductDecision => ({
  product,
  added: [],
  removed: [],
  facts: [],
});

/** What would become of one product of a file. */
export type ProductPlan =
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string }
  | {
      readonly kind: 'planned';
      readonly wanted: WantedProduct;
      /** Undefined: there was none. */
      readonly before: FullProduct | undefined;
      /** Undefined: its texts, prices and variants are as the file says already. */
      readonly decision: FullProductDecision | undefined;
    };

interface Owners {
  readonly bySlug: ReadonlyMap<string, number>;
  /** In any language. */
  readonly ofSlug: ReadonlyMap<string, number>;
  readonly bySku: ReadonlyMap<string, number>;
  readonly byBarcode: ReadonlyMap<string, { readonly productId: number; readonly sku: string }>;
}

const slugsOf = ({ slug, de }: WantedProduct): string[] => [slug, ...(de?.slug ? [de.slug] : [])];

const ownersOf = async (tx: ClientBase, batch: readonly WantedProduct[]): Promise<Owners> => {
  const variants = batch.flatMap((wanted) => wanted.variants);
  const products = await tx.query<{ id: number; slug: string }>(
    'SELECT id, slug FROM products WHERE slug = ANY($1)',
    [batch.map(({ slug }) => slug)],
  );
  const slugs = await tx.query<{ slug: string; productId: number }>(
    'SELECT slug, product_id AS "productId" FROM product_slugs WHERE slug = ANY($1)',
    [batch.flatMap(slugsOf)],
  );
  const items = await tx.query<{ productId: number; sku: string; barcode: string | null }>(
    `SELECT product_id AS "productId", sku, barcode FROM items WHERE sku = ANY($1)
     UNION SELECT product_id, sku, barcode FROM items WHERE barcode = ANY($2)`,
    [variants.map(({ sku }) => sku), variants.flatMap(({ barcode }) => barcode ?? [])],
  );
  return {
    bySlug: new Map(products.rows.map(({ id, slug }) => [slug, id])),
    ofSlug: new Map(slugs.rows.map(({ slug, productId }) => [slug, productId])),
    bySku: new Map(items.rows.map(({ productId, sku }) => [sku, productId])),
    byBarcode: new Map(
      items.rows.flatMap(({ productId, sku, barcode }) => (barcode ? [[barcode, { productId, sku }]] : [])),
    ),
  };
};

/** By its slug, else by one of its SKUs, so that what was named anew in the shop is found all the same. */
const idOf = ({ slug, variants }: WantedProduct, { bySlug, bySku }: Owners): number | undefined =>
  bySlug.get(slug) ?? variants.map(({ sku }) => bySku.get(sku)).find((id) => id !== undefined);

/** @throws {ImportRowUnfit} for what another product has */
const requireFree = (
  wanted: WantedProduct,
  id: number | undefined,
  { ofSlug, bySku, byBarcode }: Owners,
): void => {
  const { de, variants } = wanted;
  // What is there already keeps the slug that it has now.
  for (const one of id === undefined ? slugsOf(wanted) : de?.slug ? [de.slug] : []) {
    const owner = ofSlug.get(one);
    if (owner !== undefined && owner !== id) throw new ImportRowUnfit(`Product ${owner} has the slug ${one}`);
  }
  for (const { sku, barcode } of variants) {
    const owner = bySku.get(sku);
    if (owner !== undefined && owner !== id) throw new ImportRowUnfit(`Product ${owner} has the SKU ${sku}`);
    const holder = barcode === undefined ? undefined : byBarcode.get(barcode);
    if (holder && holder.sku !== sku) {
      throw new ImportRowUnfit(`${holder.sku} has the barcode ${barcode ?? ''}`);
    }
  }
};

/** @throws {ImportRowUnfit} for a slug that another product of the batch is to have */
const claim = (claimed: Map<string, number>, wanted: WantedProduct, at: number): void => {
  for (const slug of slugsOf(wanted)) {
    if ((claimed.get(slug) ?? at) !== at)
      throw new ImportRowUnfit(`Another product of the file has the slug ${slug}`);
    claimed.set(slug, at);
  }
};

/** @throws {ImportRowUnfit} where somebody has to say it first */
const placeOf = async (
  { name, brand, category }: WantedProduct,
  before: FullProduct | undefined,
  { places, settings }: { places: Places; settings: ImportSettings },
) => {
  const brandName = brand ?? (before ? undefined : settings.brand);
  const path = category ?? (before ? undefined : pathOf(settings.category));
  if (!before && !name) throw new ImportRowUnfit('It is new, and has no name');
  if (brandName === '') throw new ImportRowUnfit('It is new, and nothing says of which brand');
  if (path?.length === 0) throw new ImportRowUnfit('It is new, and nothing says of which category');
  return {
    brandId: brandName === undefined ? (before?.brandId ?? 0) : await places.brand(brandName),
    categoryId: path === undefined ? (before?.categoryId ?? 0) : await places.category(path),
  };
};

/**
 * What would become of each of these products; those that are there are locked, so that it may be written.
 *
 * Products that are new are as hidden as the settings say.
 */
export const planBatch = async (
  tx: ClientBase,
  batch: readonly WantedProduct[],
  options: { places: Places; settings: ImportSettings },
): Promise<ProductPlan[]> => {
  const owners = await ownersOf(tx, batch);
  const ids = batch.map((wanted) => idOf(wanted, owners));
  const known = [...new Set(ids.filter((id) => id !== undefined))].toSorted((a, b) => a - b);
  await tx.query('SELECT 1 FROM products WHERE id = ANY($1) ORDER BY id FOR UPDATE', [known]);
  const loaded = await loadFullProducts(tx, known);
  const products = new Map(loaded.map((product) => [product.id, product]));
  const rules = await loadRules(tx);
  const taken = new Set<number>();
  const claimed = new Map<string, number>();
  const plans: ProductPlan[] = [];
  for (const [at, wanted] of batch.entries()) {
    const id = ids[at];
    try {
      if (id !== undefined && taken.has(id))
        throw new ImportRowUnfit('Another product of the file is the same one');
      if (id !== undefined) taken.add(id);
      requireFree(wanted, id, owners);
      claim(claimed, wanted, at);
      const before = id === undefined ? undefined : products.get(id);
      const place = await placeOf(wanted, before, options);
      const isHidden = !before && options.settings.status === 'draft';
      const asked = isHidden ? { ...wanted, status: 'draft' as const } : wanted;
      const blank = blankProduct(asked, place);
      const decision = decideImport(before ?? blank, asked, place, rules);
      plans.push({
        kind: 'planned',
        wanted: asked,
        before,
        decision: decision ?? (before ? undefined : asItIs(blank)),
      });
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error;
      plans.push({ kind: 'refused', code: error.code, detail: error.message });
    }
  }
  return plans;
};
