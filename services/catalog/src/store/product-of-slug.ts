/** SQL: the id of the product that a slug names in any language, or that had it before. */
export const productOfSlug = (slug: string): string =>
  `coalesce((SELECT product_id FROM product_slugs WHERE slug = ${slug}),
            (SELECT product_id FROM old_slugs WHERE slug = ${slug}))`;

/** SQL: the slugs of a product of `products` in other languages; null where it has none. */
export const otherSlugs = `(SELECT json_object_agg(language, slug) FROM product_texts
                             WHERE product_id = products.id AND slug IS NOT NULL)`;
