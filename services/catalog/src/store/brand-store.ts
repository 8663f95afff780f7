import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { ClientBase, Pool } from 'pg';
import { brandText, type Brand } from '../domain/brand.ts';
import { BrandInUse, BrandNotFound, SlugTaken } from '../domain/errors.ts';
import type { BrandQuery, BrandStore } from '../usecases/brand-store.ts';
import type { Announce } from './announce.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { anywhere } from './like.ts';
import { refusedBy } from './refused-by.ts';
import { tellProductsChanged } from './tell-products-changed.ts';

const columns = `id, slug, name, description, version, changed_at,
  (SELECT count(*)::int FROM products WHERE brand_id = brands.id) AS products`;

type BrandRow = Omit<Brand, 'changedAt'> & { changed_at: Date };

const toBrand = ({ changed_at, ...brand }: BrandRow): Brand => ({
  ...brand,
  changedAt: changed_at.toISOString(),
});

const sorts: Readonly<Record<string, string>> = {
  name: 'lower(name)',
  slug: 'slug',
  products: 'products',
  changed: 'changed_at',
};

const orderBy = (sort = 'name'): string => {
  const by = sorts[sort.replace(/^-/, '')] ?? 'lower(name)';
  return sort.startsWith('-') ? `${by} DESC, id DESC` : `${by}, id`;
};

const isUsed = 'EXISTS (SELECT 1 FROM products WHERE brand_id = brands.id)';

const list = async (pool: Pool, { q, sort, used, page, pageSize }: BrandQuery) => {
  const where = `($1::text IS NULL OR lower(name) LIKE $1 OR slug LIKE $1) AND ($2::boolean IS NULL OR ${isUsed} = $2)`;
  const filter = [q === undefined ? null : anywhere(q), used ?? null];
  const [found, counted] = await Promise.all([
    pool.query<BrandRow>(
      `SELECT * FROM (SELECT ${columns} FROM brands WHERE ${where}) AS found
        ORDER BY ${orderBy(sort)} LIMIT $3 OFFSET $4`,
      [...filter, pageSize, (page - 1) * pageSize],
    ),
    pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM brands WHERE ${where}`, filter),
  ]);
  return { items: found.rows.map(toBrand), page, pageSize, totalItems: counted.rows[0]?.count ?? 0 };
};

const find = async (db: Pool | ClientBase, id: number): Promise<Brand> => {
  const { rows } = await db.query<BrandRow>(`SELECT ${columns} FROM brands WHERE id = $1`, [id]);
  if (!rows[0]) throw new BrandNotFound(id);
  return toBrand(rows[0]);
};

const lock = async (tx: ClientBase, id: number): Promise<Brand> => {
  await tx.query('SELECT 1 FROM brands WHERE id = $1 FOR UPDATE', [id]);
  return find(tx, id);
};

const insert = async (
  tx: ClientBase,
  { slug, name, description }: ReturnType<typeof brandText>,
): Promise<Brand> => {
  const { rows } = await tx.query<{ id: number }>(
    'INSERT INTO brands (slug, name, description) VALUES ($1, $2, $3) RETURNING id',
    [slug, name, description],
  );
  return find(tx, (rows[0] as { id: number }).id);
};

const save = async (tx: ClientBase, { id, slug, name, description, version }: Brand): Promise<Brand> => {
  await tx.query(
    'UPDATE brands SET slug = $2, name = $3, description = $4, version = $5, changed_at = now() WHERE id = $1',
    [id, slug, name, description, version],
  );
  return find(tx, id);
};

export const createBrandStore = (options: {
  pool: Pool;
  announce: Announce;
  /** Called after a commit, before the caller hears of it. */
  onChange: () => void;
}): BrandStore => {
  const { pool, announce } = options;
  const write = async <T>(slug: string | undefined, work: (tx: ClientBase) => Promise<T>): Promise<T> => {
    try {
      const written = await answerOrUnavailable(inTransaction(pool, work));
      options.onChange();
      return written;
    } catch (error) {
      if (refusedBy('unique', error)) throw new SlugTaken(slug ?? '');
      throw error;
    }
  };
  const entity = 'brand';

  return {
    list: (query) => answerOrUnavailable(list(pool, query)),
    find: (id) => answerOrUnavailable(find(pool, id)),
    add: (text, by) =>
      write(text.slug, async (tx) => {
        const brand = await insert(tx, text);
        await postgresAuditLog.append(tx, by, {
          action: 'created',
          entity,
          entityId: brand.id,
          after: brandText(brand),
        });
        return brand;
      }),
    update: async (id, by, decide) => {
      let slug: string | undefined;
      const change = async (tx: ClientBase): Promise<Brand> => {
        const before = await lock(tx, id);
        const decided = decide(before);
        if (!decided) return before;
        slug = decided.slug;
        const after = await save(tx, decided);
        const told = {
          action: 'changed',
          entity,
          entityId: id,
          before: brandText(before),
          after: brandText(after),
        };
        await postgresAuditLog.append(tx, by, told);
        if (before.name !== after.name || before.slug !== after.slug) {
          await tellProductsChanged(tx, announce, 'brand_id = $1', id);
        }
        return after;
      };
      return write(undefined, change).catch((error: unknown) => {
        throw error instanceof SlugTaken ? new SlugTaken(slug ?? '') : error;
      });
    },
    remove: (id, by, check) =>
      write(undefined, async (tx) => {
        const before = await lock(tx, id);
        check(before);
        if (before.products > 0) throw new BrandInUse(before.name);
        await tx.query('DELETE FROM brands WHERE id = $1', [id]).catch((error: unknown) => {
          throw refusedBy('foreignKey', error) ? new BrandInUse(before.name) : error;
        });
        await postgresAuditLog.append(tx, by, {
          action: 'deleted',
          entity,
          entityId: id,
          before: brandText(before),
        });
      }),
  };
};
