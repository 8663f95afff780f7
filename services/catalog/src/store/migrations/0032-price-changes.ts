import type { Migration } from '@quayside/postgres';

/**
 * Every change of a price, by whatever wrote it: the database notes it, also of processes of the version before. Who and
 * in which job is said by settings of the transaction. `was_sold` is whether somebody could buy at the price before.
 *
 * The lowest prior price is that of the 30 days before the price of now was announced as reduced: each price that held in
 * these days is what some change in them, or the announcement itself, changed from.
 */
export const priceChanges: Migration = {
  name: '0032-price-changes',
  sql: `
    CREATE TABLE price_changes (
      id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      item_id integer NOT NULL REFERENCES items ON DELETE CASCADE,
      currency text NOT NULL,
      from_amount integer,
      to_amount integer,
      from_compare_at integer,
      to_compare_at integer,
      was_sold boolean NOT NULL,
      actor_id text,
      source_kind text CHECK (source_kind IN ('job', 'import')),
      source_id text,
      at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX price_changes_of_item ON price_changes (item_id, currency, id);

    CREATE FUNCTION note_price_changes() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      changes text := CASE TG_OP
        WHEN 'INSERT' THEN 'SELECT item_id, currency, NULL::int, amount, NULL::int, compare_at FROM after'
        WHEN 'DELETE' THEN 'SELECT item_id, currency, amount, NULL::int, compare_at, NULL::int FROM before'
        ELSE 'SELECT item_id, currency, before.amount, after.amount, before.compare_at, after.compare_at
                FROM after JOIN before USING (item_id, currency)
               WHERE (before.amount, before.compare_at) IS DISTINCT FROM (after.amount, after.compare_at)'
      END;
    BEGIN
      EXECUTE format(
        'INSERT INTO price_changes (item_id, currency, from_amount, to_amount, from_compare_at, to_compare_at,
                                    was_sold, actor_id, source_kind, source_id)
         SELECT change.*, items.active AND products.status = ''active'',
                nullif(current_setting(''quayside.actor'', true), ''''),
                nullif(current_setting(''quayside.source_kind'', true), ''''),
                nullif(current_setting(''quayside.source_id'', true), '''')
           FROM (%s) AS change (item_id, currency, from_amount, to_amount, from_compare_at, to_compare_at)
           JOIN items ON items.id = change.item_id JOIN products ON products.id = items.product_id', changes);
      RETURN NULL;
    END $$;
    CREATE TRIGGER note_new_prices AFTER INSERT ON prices REFERENCING NEW TABLE AS after
      FOR EACH STATEMENT EXECUTE FUNCTION note_price_changes();
    CREATE TRIGGER note_changed_prices AFTER UPDATE ON prices REFERENCING OLD TABLE AS before NEW TABLE AS after
      FOR EACH STATEMENT EXECUTE FUNCTION note_price_changes();
    CREATE TRIGGER note_gone_prices AFTER DELETE ON prices REFERENCING OLD TABLE AS before
      FOR EACH STATEMENT EXECUTE FUNCTION note_price_changes();

    CREATE FUNCTION lowest_prior_price(of_item integer, in_currency text) RETURNS integer LANGUAGE sql STABLE AS $$
      SELECT min(change.from_amount)
        FROM (SELECT id, at FROM price_changes
               WHERE item_id = of_item AND currency = in_currency AND to_compare_at IS NOT NULL
                 AND (to_amount IS DISTINCT FROM from_amount OR from_compare_at IS NULL)
               ORDER BY id DESC LIMIT 1) AS announced
        JOIN price_changes AS change
          ON change.item_id = of_item AND change.currency = in_currency AND change.id <= announced.id
         AND change.at >= announced.at - interval '30 days' AND change.was_sold
    $$;
  `,
};
