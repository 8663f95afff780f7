import type { Migration } from '@quayside/postgres';

/**
 * Which products are in orders with which others. A weight grows with the time of the order, so that those of different times
 * compare as they stand; see `domain/together.ts`. The reservation of an order notes that it was counted.
 */
export const boughtTogether: Migration = {
  name: '0027-bought-together',
  sql: `
    CREATE TABLE bought_together (
      product_id integer NOT NULL REFERENCES products (id) ON DELETE CASCADE,
      other_id integer NOT NULL REFERENCES products (id) ON DELETE CASCADE,
      weight double precision NOT NULL,
      PRIMARY KEY (product_id, other_id)
    );
    CREATE INDEX bought_together_most ON bought_together (product_id, weight DESC, other_id);
    CREATE INDEX bought_together_of_other ON bought_together (other_id);
    CREATE INDEX bought_together_weight ON bought_together (weight);

    ALTER TABLE reservations ADD COLUMN counted_together boolean NOT NULL DEFAULT false;
  `,
};
