import type { Migration } from '@quayside/postgres';

/**
 * The words that products share, so that staff can list them and write them in other languages. Kept by triggers, as
 * imports, seeds and processes of before write products and translations too. What is written is in `translations`.
 */
export const words: Migration = {
  name: '0070-words',
  sql: `
    CREATE TABLE words (
      id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      term text NOT NULL UNIQUE,
      uses text[] NOT NULL,
      version integer NOT NULL DEFAULT 1 CHECK (version > 0),
      changed_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE FUNCTION words_of_product(tags text[], attributes jsonb, options jsonb)
      RETURNS TABLE (term text, use text) LANGUAGE sql IMMUTABLE AS $$
      SELECT found.* FROM (
        SELECT unnest(tags), 'tag'
         UNION SELECT CASE value WHEN 'true' THEN 'Yes' WHEN 'false' THEN 'No' ELSE value #>> '{}' END, 'attribute-value'
                 FROM jsonb_each(attributes) WHERE jsonb_typeof(value) IN ('string', 'boolean')
         UNION SELECT option ->> 'name', 'option' FROM jsonb_array_elements(options) AS option
         UNION SELECT jsonb_array_elements_text(option -> 'values'), 'option-value' FROM jsonb_array_elements(options) AS option
      ) AS found (term, use)
      -- Figures are the same in each language.
      WHERE found.term !~ '^[[:digit:][:space:][:punct:]–×]*$'
    $$;

    -- What is known already is looked for first: a conflict would lock its row until the product is written.
    CREATE FUNCTION keep_words(terms text[], found_as text[]) RETURNS void LANGUAGE sql AS $$
      INSERT INTO words (term, uses)
      SELECT term, array_agg(DISTINCT use ORDER BY use) FROM unnest(terms, found_as) AS found (term, use)
       WHERE NOT EXISTS (SELECT FROM words WHERE words.term = found.term AND use = ANY (uses))
       GROUP BY term ORDER BY term
      ON CONFLICT (term) DO UPDATE
        SET uses = ARRAY(SELECT DISTINCT unnest(words.uses || excluded.uses) ORDER BY 1)
    $$;

    CREATE FUNCTION keep_words_of_new_products() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM keep_words(array_agg(found.term), array_agg(found.use))
         FROM (SELECT DISTINCT of_one.* FROM touched, words_of_product(tags, attributes, options) AS of_one) AS found;
      RETURN NULL;
    END $$;
    CREATE TRIGGER keep_words_of_new AFTER INSERT ON products REFERENCING NEW TABLE AS touched
      FOR EACH STATEMENT EXECUTE FUNCTION keep_words_of_new_products();

    CREATE FUNCTION keep_words_of_product() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM keep_words(array_agg(term), array_agg(use)) FROM words_of_product(NEW.tags, NEW.attributes, NEW.options);
      RETURN NULL;
    END $$;
    CREATE TRIGGER keep_words_of_changed AFTER UPDATE OF tags, attributes, options ON products
      FOR EACH ROW WHEN (OLD.tags IS DISTINCT FROM NEW.tags OR OLD.attributes IS DISTINCT FROM NEW.attributes
                         OR OLD.options IS DISTINCT FROM NEW.options)
      EXECUTE FUNCTION keep_words_of_product();

    CREATE FUNCTION keep_word_of_attribute() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM keep_words(ARRAY[NEW.name], ARRAY['attribute']);
      RETURN NULL;
    END $$;
    CREATE TRIGGER keep_words AFTER INSERT OR UPDATE OF name ON attributes
      FOR EACH ROW EXECUTE FUNCTION keep_word_of_attribute();

    SELECT keep_words(array_agg(term), array_agg(use))
      FROM (SELECT of_one.* FROM products, words_of_product(tags, attributes, options) AS of_one
             UNION SELECT name, 'attribute' FROM attributes) AS found;

    CREATE INDEX items_by_option_value ON items USING gin (option_values);
    CREATE TABLE renamed_products (product_id integer PRIMARY KEY REFERENCES products ON DELETE CASCADE);

    CREATE FUNCTION note_translation() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      written text := CASE TG_OP WHEN 'DELETE' THEN OLD.term ELSE NEW.term END;
    BEGIN
      IF TG_OP = 'UPDATE' AND OLD.text = NEW.text THEN RETURN NULL; END IF;
      UPDATE words SET version = version + 1, changed_at = now() WHERE term = written;
      INSERT INTO renamed_products
      SELECT DISTINCT product_id FROM items
       WHERE option_values @> ARRAY[written] AND product_id IN (SELECT product_id FROM product_texts)
       ORDER BY product_id
      ON CONFLICT DO NOTHING;
      RETURN NULL;
    END $$;
    CREATE TRIGGER note_translation AFTER INSERT OR UPDATE OR DELETE ON translations
      FOR EACH ROW EXECUTE FUNCTION note_translation();
  `,
};
