import type { Migration } from '@quayside/postgres';

/**
 * What a product sold in a month, beside its days: best sellers of a year add up months. Days that are
 * written go into them; the trigger sees to that, as
 * a process of the release before knows no months.
 */
export const salesMonths: Migration = {
  name: '0011-sales-months',
  sql: `
    CREATE TABLE product_sales_months (
      currency text,
      month date,
      item_id integer,
      -- As it was called last.
      name text NOT NULL,
      units bigint NOT NULL,
      amount bigint NOT NULL,
      PRIMARY KEY (currency, month, item_id)
    );
    LOCK TABLE product_sales IN SHARE ROW EXCLUSIVE MODE;
    INSERT INTO product_sales_months
    SELECT currency, date_trunc('month', day)::date, item_id, (array_agg(name ORDER BY day DESC))[1], sum(units),
           sum(amount) FROM product_sales GROUP BY 1, 2, 3;

    CREATE FUNCTION add_to_sales_months() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO product_sales_months AS months (currency, month, item_id, name, units, amount)
        SELECT currency, date_trunc('month', day)::date, item_id, (array_agg(name ORDER BY day DESC))[1], sum(units),
               sum(amount) FROM fresh
         GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (currency, month, item_id) DO UPDATE
           SET name = excluded.name, units = months.units + excluded.units, amount = months.amount + excluded.amount;
      ELSE
        INSERT INTO product_sales_months AS months (currency, month, item_id, name, units, amount)
        SELECT fresh.currency, date_trunc('month', fresh.day)::date, fresh.item_id,
               (array_agg(fresh.name ORDER BY fresh.day DESC))[1],
               sum(fresh.units - former.units), sum(fresh.amount - former.amount)
          FROM fresh JOIN former USING (currency, day, item_id)
         GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (currency, month, item_id) DO UPDATE
           SET name = excluded.name, units = months.units + excluded.units, amount = months.amount + excluded.amount;
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER months_follow_new_days AFTER INSERT ON product_sales REFERENCING NEW TABLE AS fresh
      FOR EACH STATEMENT EXECUTE FUNCTION add_to_sales_months();
    CREATE TRIGGER months_follow_days AFTER UPDATE ON product_sales REFERENCING OLD TABLE AS former NEW TABLE AS fresh
      FOR EACH STATEMENT EXECUTE FUNCTION add_to_sales_months();
  `,
};
