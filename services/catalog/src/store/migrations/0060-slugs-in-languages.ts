import type { Migration } from '@quayside/postgres';

/**
 * Slugs in other languages. One slug names one product, whatever the language: `product_slugs` holds all that are in use,
 * kept by triggers, so that whoever writes a product, a process of before too, is held to it. A text without a slug gets one from its name.
 */
export const slugsInLanguages: Migration = {
  name: '0060-slugs-in-languages',
  sql: `
    ALTER TABLE product_texts ADD COLUMN slug text CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

    CREATE TABLE product_slugs (
      slug text PRIMARY KEY,
      product_id integer NOT NULL REFERENCES products ON DELETE CASCADE
    );
    INSERT INTO product_slugs SELECT slug, id FROM products;

    CREATE FUNCTION slug_from(name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
      SELECT trim(BOTH '-' FROM left(regexp_replace(regexp_replace(normalize(
               replace(replace(replace(replace(translate(lower(name), 'øđł', 'odl'), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'),
               NFKD), '[\\u0300-\\u036f]', '', 'g'), '[^a-z0-9]+', '-', 'g'), 100))
    $$;

    -- Held at once, so that two texts of one statement do not get the same.
    CREATE FUNCTION fill_text_slug() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      made text := slug_from(NEW.name);
    BEGIN
      IF NEW.slug IS NOT NULL OR made = '' THEN RETURN NEW; END IF;
      INSERT INTO product_slugs VALUES (made, NEW.product_id) ON CONFLICT (slug) DO NOTHING;
      NEW.slug := CASE (SELECT product_id FROM product_slugs WHERE slug = made)
                    WHEN NEW.product_id THEN made ELSE made || '-' || NEW.product_id END;
      RETURN NEW;
    END $$;
    CREATE TRIGGER fill_slug BEFORE INSERT OR UPDATE ON product_texts
      FOR EACH ROW EXECUTE FUNCTION fill_text_slug();

    CREATE FUNCTION keep_product_slug(product integer, before text, after text) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      IF before IS NOT DISTINCT FROM after THEN RETURN; END IF;
      DELETE FROM product_slugs
       WHERE slug = before AND product_id = product
         AND NOT EXISTS (SELECT FROM products WHERE id = product AND slug = before)
         AND NOT EXISTS (SELECT FROM product_texts WHERE product_id = product AND slug = before);
      IF after IS NULL THEN RETURN; END IF;
      INSERT INTO product_slugs VALUES (after, product) ON CONFLICT (slug) DO NOTHING;
      IF (SELECT product_id FROM product_slugs WHERE slug = after) <> product THEN
        RAISE unique_violation USING CONSTRAINT = 'product_slugs_pkey', MESSAGE = 'another product has this slug',
          DETAIL = 'Key (slug)=(' || after || ') already exists.';
      END IF;
    END $$;

    CREATE FUNCTION keep_slug_of_product() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM keep_product_slug(NEW.id, CASE WHEN TG_OP = 'UPDATE' THEN OLD.slug END, NEW.slug);
      RETURN NULL;
    END $$;
    CREATE TRIGGER keep_slug AFTER INSERT OR UPDATE OF slug ON products
      FOR EACH ROW EXECUTE FUNCTION keep_slug_of_product();

    CREATE FUNCTION keep_slug_of_text() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM keep_product_slug(coalesce(NEW.product_id, OLD.product_id), OLD.slug, NEW.slug);
      RETURN NULL;
    END $$;
    CREATE TRIGGER keep_slug AFTER INSERT OR UPDATE OR DELETE ON product_texts
      FOR EACH ROW EXECUTE FUNCTION keep_slug_of_text();

    UPDATE product_texts SET slug = NULL;
  `,
};
