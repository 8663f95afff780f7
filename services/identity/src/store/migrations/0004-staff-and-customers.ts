import type { Migration } from '@quayside/postgres';

/**
 * Roles of the staff, accounts that are disabled, and what the list of customers finds and sorts them by. That an admin
 * is left is kept by the database: of two who demote each other at once, the second to commit is refused.
 */
export const staffAndCustomers: Migration = {
  name: '0004-staff-and-customers',
  sql: `
    ALTER TABLE users DROP CONSTRAINT users_roles_check;
    ALTER TABLE users ADD CONSTRAINT users_roles_check
      CHECK (roles <@ ARRAY['shopper', 'support', 'merchandiser', 'admin']);
    ALTER TABLE users
      ADD COLUMN disabled_at timestamptz,
      ADD COLUMN orders integer NOT NULL DEFAULT 0,
      ADD COLUMN spend jsonb NOT NULL DEFAULT '[]',
      ADD COLUMN last_order_at timestamptz,
      ADD COLUMN figures_version integer NOT NULL DEFAULT 0,
      ADD COLUMN words tsvector GENERATED ALWAYS AS (
        to_tsvector('simple', name || ' ' || regexp_replace(email, '[^[:alnum:]]+', ' ', 'g'))
      ) STORED;
    CREATE INDEX users_by_words ON users USING gin (words) WITH (fastupdate = off);
    CREATE INDEX users_by_name ON users (lower(name), id);
    CREATE INDEX users_by_registration ON users (created_at, id);
    CREATE INDEX users_by_orders ON users (orders, id);
    CREATE INDEX users_by_last_order ON users (coalesce(last_order_at, '-infinity'), id);
    CREATE INDEX users_on_staff ON users (lower(name), id) WHERE roles <> '{shopper}';
    CREATE INDEX users_disabled ON users (lower(name), id) WHERE disabled_at IS NOT NULL;
    CREATE INDEX users_active_admins ON users (id) WHERE 'admin' = ANY (roles) AND disabled_at IS NULL;

    CREATE TABLE customer_notes (
      id uuid PRIMARY KEY,
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      at timestamptz NOT NULL,
      author_id uuid NOT NULL,
      text text NOT NULL
    );
    CREATE INDEX customer_notes_of_user ON customer_notes (user_id, at);

    CREATE FUNCTION keep_an_admin() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(8101003);
      IF NOT EXISTS (SELECT 1 FROM users WHERE 'admin' = ANY (roles) AND disabled_at IS NULL) THEN
        RAISE EXCEPTION 'somebody has to be an admin' USING ERRCODE = 'QS001';
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER an_admin_is_left_after_update AFTER UPDATE OF roles, disabled_at ON users FOR EACH ROW
      WHEN ('admin' = ANY (OLD.roles) AND OLD.disabled_at IS NULL
        AND NOT ('admin' = ANY (NEW.roles) AND NEW.disabled_at IS NULL))
      EXECUTE FUNCTION keep_an_admin();
    CREATE TRIGGER an_admin_is_left_after_delete AFTER DELETE ON users FOR EACH ROW
      WHEN ('admin' = ANY (OLD.roles) AND OLD.disabled_at IS NULL)
      EXECUTE FUNCTION keep_an_admin();
  `,
};
