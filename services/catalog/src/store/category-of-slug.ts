/** SQL: the slugs of a category in other languages, out of that table; null where it has none. */
export const slugsOfCategory = (table: string): string => `nullif(${table}.slugs, '{}')`;

/** SQL: the ids of the categories that these slugs name in any language, or that had them before. */
export const categoriesOfSlugs = (slugs: string): string =>
  `(SELECT category_id FROM category_slugs WHERE slug = ANY (${slugs}))`;
