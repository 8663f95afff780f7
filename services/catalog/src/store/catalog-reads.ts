import type { Pool } from 'pg';
import type { Item, Named, NamedCategory } from '../domain/item.ts';
import type {
  CatalogReads,
  ItemPage,
  ItemQuery,
  Picture,
  ProductCard,
  ProductDetail,
  ProductList,
  ProductQuery,
  ShownIn,
  StockedItem,
  TypeInTree,
} from '../usecases/catalog-reads.ts';
import type { PictureStore } from '../usecases/pictures.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import type { KeptIndex } from './product-index/kept-index.ts';
import { suggestedProducts, toSuggestions } from './to-suggestions.ts';
import { cardsOf, listProducts } from './product-index/list-products.ts';
import type { Searches } from './product-index/searches.ts';
import { slugsOfCategory } from './category-of-slug.ts';
import { findProduct } from './find-product.ts';
import { orderBy, toItemFilter } from './item-filter.ts';
import { inLanguage } from './in-language.ts';
import { listProductPages } from './list-product-pages.ts';
import { itemColumns, itemTables, stockOf, toItem, type ItemRow } from './item-row.ts';
import { stocked } from './load-stocked-item.ts';
import { prepared } from './prepared.ts';

import type { ReadCache } from './read-cache.ts';
import type { StockFigures } from './stock-figures.ts';
import { idsBoughtWith } from './together.ts';
import { createCurrentStock, type ReadStock } from './with-current-stock.ts';

/** Some of those bought together may be sold out, or not sold any more. */
const togetherLookedAt = 16;
const togetherAtMost = 4;

interface ReadItem extends ReadStock {
  readonly item: Item;
}

interface ReadPage extends Omit<ItemPage, 'items'> {
  readonly read: readonly ReadItem[];
}

const toReadItem = (row: ItemRow): ReadItem => ({
  itemId: row.id,
  item: toItem(row),
  stock: stockOf(row),
});

const listItems = async (pool: Pool, query: ItemQuery, found: number[] | undefined): Promise<ReadPage> => {
  const { where, join, params } = toItemFilter(query, found);
  const { page, pageSize } = query;
  const [items, counts] = await Promise.all([
    pool.query<ItemRow>(
      prepared(
        `SELECT ${itemColumns} FROM ${itemTables} ${join} WHERE ${where}
          ORDER BY ${orderBy(query, found !== undefined)} LIMIT $${params.length + 1} OFFSET $${params.length + 2}`,
        [...params, pageSize, (page - 1) * pageSize],
      ),
    ),
    pool.query<{ total: number }>(
      prepared(`SELECT count(*)::int AS total FROM ${itemTables} ${join} WHERE ${where}`, [...params]),
    ),
  ]);
  return { read: items.rows.map(toReadItem), page, pageSize, totalItems: counts.rows[0]?.total ?? 0 };
};

const findItem = async (pool: Pool, idOrSlug: number | string): Promise<ReadItem | undefined> => {
  const is = typeof idOrSlug === 'number' ? 'items.id = $1' : 'products.slug = $1';
  const { rows } = await pool.query<ItemRow>(
    prepared(
      `SELECT ${itemColumns} FROM ${itemTables} WHERE ${is}
       ORDER BY items.position, items.id LIMIT 1`,
      [idOrSlug],
    ),
  );
  return rows[0] && toReadItem(rows[0]);
};

const listBrands = async (pool: Pool): Promise<Named[]> =>
  (await pool.query<Named>('SELECT id, slug, name FROM brands ORDER BY name')).rows;

type WithSlugs<T> = Omit<T, 'slugs'> & { slugs: Record<string, string> | null };

const withoutNull = <T extends object>({ slugs, ...rest }: WithSlugs<T>) => ({
  ...rest,
  ...(slugs && { slugs }),
});

/** Types are the roots of the tree of categories. */
const listTypes = async (pool: Pool, language: string | undefined): Promise<NamedCategory[]> => {
  const { rows } = await pool.query<WithSlugs<NamedCategory>>(
    prepared(
      `SELECT id, slug, ${slugsOfCategory('categories')} AS slugs, coalesce(text, name) AS name
         FROM categories LEFT JOIN translations ON language = $1 AND term = name
        WHERE parent_id IS NULL`,
      [language ?? null],
    ),
  );
  const { compare } = new Intl.Collator(language ?? 'en');
  return rows.map(withoutNull).sort((a, b) => compare(a.name, b.name));
};

/** Categories that share a parent in the order of staff, each of them followed by what is in it. */
const listTypesInTree = async (pool: Pool, language: string | undefined): Promise<TypeInTree[]> => {
  const { rows } = await pool.query<WithSlugs<TypeInTree>>(
    prepared(
      `WITH RECURSIVE tree AS (
         SELECT id, slug, slugs, name, NULL::text AS parent, ARRAY[row(position, lower(name), id)] AS place
           FROM categories WHERE parent_id IS NULL
         UNION ALL
         SELECT below.id, below.slug, below.slugs, below.name, tree.slug,
                tree.place || row(below.position, lower(below.name), below.id)
           FROM categories AS below JOIN tree ON below.parent_id = tree.id
       )
       SELECT slug, ${slugsOfCategory('tree')} AS slugs, coalesce(text, name) AS name, parent
         FROM tree LEFT JOIN translations ON language = $1 AND term = name
        ORDER BY place`,
      [language ?? null],
    ),
  );
  return rows.map(withoutNull);
};

const findPicture = async (
  pool: Pool,
  pictures: Pick<PictureStore, 'find'>,
  itemId: number,
): Promise<Picture | undefined> => {
  const { rows } = await answerOrUnavailable(
    pool.query<{ hash: string }>(
      prepared('SELECT hash FROM items JOIN media ON media.id = items.media_id WHERE items.id = $1', [
        itemId,
      ]),
    ),
  );
  return rows[0] && findImage(pictures, rows[0].hash);
};

const findImage = async (
  pictures: Pick<PictureStore, 'find'>,
  hash: string,
  width?: number,
): Promise<Picture | undefined> => {
  const found = await pictures.find(hash, width);
  return found && { ...found, hash };
};

/**
 * The read side: each question is one query or two at once, and none goes through the writing stores. What is
 * remembered are the facts; the stock in an answer is that of the moment it is given.
 */
export const createCatalogReads = (options: {
  pool: Pool;
  cache: ReadCache;
  figures: StockFigures;
  products: KeptIndex;
  searches: Searches;
  pictures: Pick<PictureStore, 'find'>;
  now: () => Date;
}): CatalogReads => {
  const { pool, cache, searches, pictures } = options;
  const remembered = <T>(key: string, load: () => Promise<T>, rests?: 'stock'): Promise<T> =>
    cache.read(key, () => answerOrUnavailable(load()), rests);
  const withCurrentStock = createCurrentStock(options.figures);

  const pageOf = async (query: ItemQuery): Promise<ItemPage> => {
    const rests = query.inStock === undefined ? undefined : 'stock';
    const { q } = query;
    const search = query.includeInactive ? searches.allIds : searches.listedIds;
    const listed = await remembered(
      `items ${JSON.stringify(query)}`,
      async () => listItems(pool, query, q === undefined ? undefined : await search(q)),
      rests,
    );
    return withCurrentStock(listed, listed.read, (available) => {
      const { read, ...page } = listed;
      return { items: read.map(({ item }, at) => stocked(item, available[at])), ...page };
    });
  };
  const itemOf = async (idOrSlug: number | string): Promise<StockedItem | undefined> => {
    const found = await remembered(`item ${JSON.stringify(idOrSlug)}`, () => findItem(pool, idOrSlug));
    return found && withCurrentStock(found, [found], ([available]) => stocked(found.item, available));
  };

  const productOf = async (slug: string, language?: string): Promise<ProductDetail | undefined> => {
    const found = await remembered(`product ${language ?? ''} ${slug}`, async () => {
      const read = await findProduct(pool, slug, language);
      return read && language !== undefined ? inLanguage(pool, read, language) : read;
    });
    if (!found) return undefined;
    const { product, variants } = found;
    const read = variants.map(({ variant: { itemId }, stock }) => ({ itemId, stock }));
    return withCurrentStock(found, read, (available) => ({
      ...product,
      variants: variants.map(({ variant }, at) => ({ ...variant, availableStock: available[at] ?? 0 })),
    }));
  };

  const productsOf = async (query: ProductQuery): Promise<ProductList> => {
    const { index, words } = await answerOrUnavailable(options.products.fresh());
    return listProducts(
      index,
      words,
      query,
      query.q === undefined ? undefined : searches.find(index, words, query.q),
    );
  };

  const cards = async (ids: readonly number[], shown: ShownIn): Promise<ProductCard[]> => {
    const { index, words } = await answerOrUnavailable(options.products.fresh());
    return cardsOf(index, words, ids, shown);
  };

  const boughtWith = async (slug: string, shown: ShownIn): Promise<ProductCard[]> => {
    const asked = { now: options.now(), atMost: togetherLookedAt };
    const ids = await answerOrUnavailable(idsBoughtWith(pool, slug, asked));
    if (ids.length === 0) return [];
    return (await cards(ids, shown))
      .filter(({ availableStock }) => availableStock > 0)
      .slice(0, togetherAtMost);
  };

  return {
    listItems: pageOf,
    cards,
    boughtWith,
    listProducts: productsOf,
    suggest: async (query) =>
      toSuggestions(await productsOf({ ...query, page: 1, pageSize: suggestedProducts })),
    findItem: itemOf,
    listProductPages: (part) => answerOrUnavailable(listProductPages(pool, part)),
    listBrands: () => remembered('brands', () => listBrands(pool)),
    listTypes: (language) => remembered(`types ${language ?? ''}`, () => listTypes(pool, language)),
    listTypesInTree: (language) =>
      remembered(`types in the tree ${language ?? ''}`, () => listTypesInTree(pool, language)),
    findProduct: productOf,
    findImage: (hash, width) => findImage(pictures, hash, width),
    findPicture: (itemId) => findPicture(pool, pictures, itemId),
  };
};
