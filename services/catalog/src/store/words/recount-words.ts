import type { Pool } from 'pg';

const recountSql = `
  WITH used AS (
    SELECT term, array_agg(use ORDER BY use) AS uses
      FROM (SELECT words.term, words.use
              FROM products, words_of_product(tags, attributes, options) AS words
             UNION SELECT name, 'attribute' FROM attributes) AS found
     GROUP BY term
  ), gone AS (
    DELETE FROM words WHERE NOT EXISTS (SELECT FROM used WHERE used.term = words.term)
  )
  INSERT INTO words (term, uses) SELECT term, uses FROM used
  ON CONFLICT (term) DO UPDATE SET uses = excluded.uses WHERE words.uses <> excluded.uses`;

/** Words come with the products that have them; those that nobody uses any more go by this. */
export const createRecountWords =
  ({ pool }: { pool: Pool }) =>
  async (): Promise<void> => {
    await pool.query(recountSql);
  };
