export const seedBrands = [
  { slug: 'hallvik', name: 'Hallvik' },
  { slug: 'saltskerry', name: 'Saltskerry' },
  { slug: 'tindborg', name: 'Tindborg' },
  { slug: 'merrow-pike', name: 'Merrow & Pike' },
  { slug: 'gannet-rock', name: 'Gannet Rock' },
  { slug: 'fjellmork', name: 'Fjellmörk' },
  { slug: 'brisund', name: 'Brisund' },
  { slug: 'alpenhart', name: 'Alpenhart' },
  { slug: 'keelson-works', name: 'Keelson Works' },
  { slug: 'bramble-bight', name: 'Bramble & Bight' },
  { slug: 'ostervane', name: 'Ostervane' },
  { slug: 'grauhorn', name: 'Grauhorn' },
] as const;

export type BrandSlug = (typeof seedBrands)[number]['slug'];
