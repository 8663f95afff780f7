import type { Migration } from '@quayside/postgres';

/**
 * Who bought what is known by account and product alone. What reviews come to stands beside the product, so that neither a list
 * nor a page counts them; it moves the product for whoever keeps a copy, and is no edit of it.
 */
export const reviews: Migration = {
  name: '0026-reviews',
  sql: `
    CREATE TABLE purchases (
      account_id uuid NOT NULL,
      product_id integer NOT NULL REFERENCES products (id) ON DELETE CASCADE,
      PRIMARY KEY (account_id, product_id)
    );
    CREATE INDEX purchases_of_product ON purchases (product_id);

    CREATE TABLE reviews (
      id uuid PRIMARY KEY,
      product_id integer NOT NULL REFERENCES products (id) ON DELETE CASCADE,
      -- Absent of reviews that came with the shop.
      account_id uuid,
      author text NOT NULL,
      stars smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
      title text NOT NULL,
      body text NOT NULL,
      state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'published', 'refused')),
      refusal text,
      reply text,
      helpful integer NOT NULL DEFAULT 0,
      written_at timestamptz NOT NULL,
      changed_at timestamptz NOT NULL,
      version integer NOT NULL DEFAULT 1,
      UNIQUE (product_id, account_id)
    );
    CREATE INDEX reviews_helpful ON reviews (product_id, helpful DESC, written_at DESC, id) WHERE state = 'published';
    CREATE INDEX reviews_newest ON reviews (product_id, written_at DESC, id) WHERE state = 'published';
    CREATE INDEX reviews_by_state ON reviews (state, written_at, id);
    CREATE INDEX reviews_of_account ON reviews (account_id, written_at DESC) WHERE account_id IS NOT NULL;

    CREATE TABLE review_votes (
      review_id uuid NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
      account_id uuid NOT NULL,
      PRIMARY KEY (account_id, review_id)
    );
    CREATE INDEX review_votes_of_review ON review_votes (review_id);

    ALTER TABLE products
      ADD COLUMN rating_count integer NOT NULL DEFAULT 0,
      ADD COLUMN rating_sum integer NOT NULL DEFAULT 0;

    CREATE OR REPLACE FUNCTION mark_product_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.changed_in := pg_current_xact_id();
      IF (NEW.rating_count, NEW.rating_sum) = (OLD.rating_count, OLD.rating_sum) THEN
        NEW.changed_at := now();
      END IF;
      RETURN NEW;
    END $$;
  `,
};
