import type { Migration } from '@quayside/postgres';

/**
 * Slugs of categories in other languages, and what leads to a category: one slug names one of them, whatever the language,
 * and so does one that it had before until another takes it. Kept by triggers, as processes of before, seeds and the page
 * of words write categories and their German names too. A German name without a slug gives one.
 */
export const slugsOfCategories: Migration = {
  name: '0080-slugs-of-categories',
  sql: `
    ALTER TABLE categories ADD COLUMN slugs jsonb NOT NULL DEFAULT '{}';

    CREATE TABLE category_slugs (
      slug text PRIMARY KEY CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      category_id integer NOT NULL REFERENCES categories ON DELETE CASCADE,
      is_old boolean NOT NULL DEFAULT false
    );
    CREATE INDEX category_slugs_by_category ON category_slugs (category_id);
    INSERT INTO category_slugs SELECT slug, id FROM categories;

    CREATE FUNCTION category_slug_is_free(wanted text, category integer) RETURNS boolean LANGUAGE sql STABLE AS $$
      SELECT NOT EXISTS (SELECT FROM category_slugs WHERE slug = wanted AND category_id <> category)
         AND NOT EXISTS (SELECT FROM categories WHERE slug = wanted AND id <> category)
    $$;

    -- Where another category has what the name gives, also with its number, it has none and is found by that of the shop.
    CREATE FUNCTION made_category_slugs(category integer) RETURNS jsonb LANGUAGE sql STABLE AS $$
      SELECT coalesce(jsonb_object_agg(language, made.slug), '{}')
        FROM categories
        JOIN translations ON term = name AND NOT slugs ? language
        CROSS JOIN slug_from(text) AS base
        CROSS JOIN LATERAL (
          SELECT slug FROM unnest(ARRAY[base, base || '-' || category]) WITH ORDINALITY AS tried (slug, place)
           WHERE base <> '' AND category_slug_is_free(slug, category) ORDER BY place LIMIT 1
        ) AS made
       WHERE id = category
    $$;

    CREATE FUNCTION keep_category_slugs() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      made jsonb := made_category_slugs(NEW.id);
      wanted text;
    BEGIN
      IF made <> '{}' THEN
        -- Which comes back here.
        UPDATE categories SET slugs = slugs || made WHERE id = NEW.id;
        RETURN NULL;
      END IF;
      UPDATE category_slugs SET is_old = true WHERE category_id = NEW.id;
      FOR wanted IN SELECT slug FROM categories WHERE id = NEW.id
                     UNION SELECT value FROM categories, jsonb_each_text(slugs) WHERE id = NEW.id LOOP
        INSERT INTO category_slugs VALUES (wanted, NEW.id)
        ON CONFLICT (slug) DO UPDATE SET category_id = excluded.category_id, is_old = false
          WHERE category_slugs.is_old;
        IF NOT FOUND THEN
          RAISE unique_violation USING CONSTRAINT = 'category_slugs_pkey', MESSAGE = 'another category has this slug',
            DETAIL = 'Key (slug)=(' || wanted || ') already exists.';
        END IF;
      END LOOP;
      RETURN NULL;
    END $$;
    CREATE TRIGGER keep_slugs AFTER INSERT OR UPDATE OF name, slug, slugs ON categories
      FOR EACH ROW EXECUTE FUNCTION keep_category_slugs();

    -- Looked for first: the update waits for whoever changes the tree.
    CREATE FUNCTION name_category() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM categories WHERE name = NEW.term AND NOT slugs ? NEW.language) THEN
        UPDATE categories SET slugs = slugs WHERE name = NEW.term AND NOT slugs ? NEW.language;
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER name_category AFTER INSERT OR UPDATE ON translations
      FOR EACH ROW EXECUTE FUNCTION name_category();

    UPDATE categories SET slugs = slugs WHERE name IN (SELECT term FROM translations);
  `,
};
