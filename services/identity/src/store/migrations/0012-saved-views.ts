import type { Migration } from '@quayside/postgres';

/** With an account go the views that were nobody else's, whichever process deletes it; shared ones stay without an owner. */
export const savedViews: Migration = {
  name: '0012-saved-views',
  sql: `
    CREATE TABLE saved_views (
      id uuid PRIMARY KEY,
      "table" text NOT NULL,
      name text NOT NULL,
      owner_id uuid REFERENCES users ON DELETE SET NULL,
      is_shared boolean NOT NULL,
      query jsonb NOT NULL,
      version integer NOT NULL DEFAULT 1 CHECK (version > 0)
    );
    CREATE UNIQUE INDEX saved_views_by_name ON saved_views (owner_id, "table", lower(name));
    CREATE INDEX saved_views_shared ON saved_views ("table") WHERE is_shared;

    CREATE FUNCTION forget_own_views() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM saved_views WHERE owner_id = OLD.id AND NOT is_shared;
      RETURN OLD;
    END $$;
    CREATE TRIGGER forget_own_views BEFORE DELETE ON users FOR EACH ROW EXECUTE FUNCTION forget_own_views();
  `,
};
