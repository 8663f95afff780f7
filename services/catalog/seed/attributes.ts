/** What goods are described by beside words; facets are what a listing can be filtered by. */
export const seedAttributes = [
  { code: 'material', name: 'Material', type: 'text', facet: true },
  { code: 'waterproof', name: 'Waterproof', type: 'boolean', facet: true },
  { code: 'volume', name: 'Volume', type: 'number', unit: 'L', facet: true },
  { code: 'sleeps', name: 'Sleeps', type: 'number', facet: true },
  { code: 'diameter', name: 'Diameter', type: 'number', unit: 'mm', facet: true },
  { code: 'weight', name: 'Weight', type: 'number', unit: 'g', facet: false },
] as const;
