import type { Migration } from '@quayside/postgres';

/** What changed is put into the index of words at once: a list of what is still to be put in would be read by every search. */
export const searchAtOnce: Migration = {
  name: '0007-search-at-once',
  sql: `
    ALTER INDEX products_search SET (fastupdate = off);
    SELECT gin_clean_pending_list('products_search');
  `,
};
