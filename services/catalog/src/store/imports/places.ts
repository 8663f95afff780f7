import { postgresAuditLog } from '@quayside/postgres';
import type { ClientBase, Pool } from 'pg';
import { slugFrom } from '../../domain/imports/slug-from.ts';
import type { Actor } from '../../usecases/actor.ts';

interface Category {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
  readonly parentId: number | null;
  readonly path: readonly number[];
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** One that is not taken: "bags", then "bags-2". */
const freeSlug = (name: string, taken: ReadonlySet<string>): string => {
  const base = slugFrom(name, 100) || 'other';
  for (let at = 1; ; at += 1) {
    const slug = at === 1 ? base : `${base}-${at}`;
    if (!taken.has(slug)) return slug;
  }
};

const load = async (db: ClientBase | Pool) => {
  const brands = await db.query<{ id: number; name: string; slug: string }>(
    'SELECT id, name, slug FROM brands ORDER BY id',
  );
  const categories = await db.query<Category>(
    'SELECT id, name, slug, parent_id AS "parentId", path FROM categories ORDER BY position, id',
  );
  return { brands: brands.rows, categories: categories.rows };
};

/**
 * Brands and categories by their names or slugs, those that are not there made by `by` or, where nobody makes any, said
 * to be number 0.
 */
export const createPlaces = async (tx: ClientBase | Pool, by: Actor | undefined) => {
  const { brands, categories } = await load(tx);

  const makeBrand = async (name: string, maker: Actor): Promise<number> => {
    // Others may have made it since this transaction looked; then it is theirs.
    const slug = freeSlug(name, new Set(brands.map((one) => one.slug)));
    const { rows } = await tx.query<{ id: number }>(
      `INSERT INTO brands (slug, name) VALUES ($1, $2)
       ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug RETURNING id`,
      [slug, name],
    );
    const { id } = rows[0] as { id: number };
    brands.push({ id, name, slug });
    const after = { slug, name, description: null };
    await postgresAuditLog.append(tx as ClientBase, maker, {
      action: 'created',
      entity: 'brand',
      entityId: id,
      after,
    });
    return id;
  };

  const makeCategory = async (
    name: string,
    parent: Category | undefined,
    maker: Actor,
  ): Promise<Category> => {
    const slug = freeSlug(name, new Set(categories.map((one) => one.slug)));
    const { rows } = await tx.query<Category>(
      `INSERT INTO categories (id, slug, name, parent_id, path, position)
       SELECT id, $1, $2, $3, $4::int[] || id, (SELECT count(*) FROM categories)
         FROM (SELECT nextval(pg_get_serial_sequence('categories', 'id'))::int AS id) AS next
       RETURNING id, slug, name, parent_id AS "parentId", path`,
      [slug, name, parent?.id ?? null, parent?.path ?? []],
    );
    const made = rows[0] as Category;
    categories.push(made);
    const after = { slug, name, parentId: made.parentId };
    await postgresAuditLog.append(tx as ClientBase, maker, {
      action: 'created',
      entity: 'category',
      entityId: made.id,
      after,
    });
    return made;
  };

  return {
    brand: async (name: string): Promise<number> => {
      const known = brands.find((one) => same(one.name, name)) ?? brands.find(({ slug }) => slug === name);
      if (known) return known.id;
      return by ? makeBrand(name, by) : 0;
    },
    nameOfBrand: (id: number) => brands.find((one) => one.id === id) ?? { name: '', slug: '' },
    pathOfCategory: (id: number) => {
      const found = categories.find((one) => one.id === id);
      const names = (found?.path ?? []).map((at) => categories.find((one) => one.id === at)?.name ?? '');
      return { names, slug: found?.slug ?? '' };
    },
    /** A single name is any category of that name; a path begins at a root. */
    category: async (names: readonly string[]): Promise<number> => {
      const [only, ...more] = names;
      const anywhere =
        more.length === 0 &&
        (categories.find((one) => same(one.name, only ?? '')) ??
          categories.find(({ slug }) => slug === only));
      if (anywhere) return anywhere.id;
      let at: Category | undefined;
      for (const name of names) {
        const parentId = at?.id ?? null;
        const known = categories.find((one) => one.parentId === parentId && same(one.name, name));
        if (!known && !by) return 0;
        at = known ?? (await makeCategory(name, at, by as Actor));
      }
      return at?.id ?? 0;
    },
  };
};
export type Places = Awaited<ReturnType<typeof createPlaces>>;
