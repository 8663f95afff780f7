import type { Pool } from 'pg';

/** Adds brands of these names, those that are there already left alone; answers the ids of all brands. */
export const addBrands = async (pool: Pool, names: readonly string[]): Promise<number[]> => {
  await pool.query(
    `INSERT INTO brands (slug, name)
     SELECT slug, name FROM unnest($1::text[], $2::text[]) AS row (slug, name)
     ON CONFLICT (slug) DO NOTHING`,
    [names.map((name) => name.toLowerCase().replaceAll(/[^a-z]+/g, '-')), names],
  );
  const { rows } = await pool.query<{ id: number }>('SELECT id FROM brands ORDER BY id');
  return rows.map(({ id }) => id);
};
