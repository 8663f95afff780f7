const pages: Readonly<Record<string, (id: string) => string>> = {
  order: (id) => `/admin/orders/${id}`,
  'draft-order': (id) => `/admin/draft-orders/${id}`,
  'sales-settings': () => '/admin/sales-settings',
  mail: (id) => `/admin/orders/${id}`,
  brand: (id) => `/admin/brands/${id}`,
  category: (id) => `/admin/categories/${id}`,
  import: (id) => `/admin/imports/${id}`,
  campaign: (id) => `/admin/campaigns/${id}`,
  question: (id) => `/admin/questions/${id}`,
  review: (id) => `/admin/reviews/${id}`,
  job: (id) => `/admin/jobs/${id}`,
  'stock-take': (id) => `/admin/stock/counts/${id}`,
  synonyms: (id) => `/admin/synonyms/${id}`,
  word: (id) => `/admin/words/${id}`,
  stock: (id) => `/admin/stock/${id}`,
  customer: (id) => `/admin/customers/${id}`,
  user: (id) => `/admin/users/${id}`,
  'api-key': () => '/admin/api-keys',
  'dead-letter': (id) => `/admin/dead-letters/${id}`,
  product: (id) => `/admin/products/${id}`,
};

/** Where a thing that the audit log names can be looked at, if it has a page. */
export const pageOfEntity = (entity: string, id: string): string | undefined => pages[entity]?.(id);
