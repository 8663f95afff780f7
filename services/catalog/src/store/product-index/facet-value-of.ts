/** How the value of an attribute is named in an address, and shown. */
export const facetValueOf = (value: string | number | boolean): { slug: string; name: string } => {
  if (typeof value === 'boolean') return value ? { slug: 'yes', name: 'Yes' } : { slug: 'no', name: 'No' };
  const name = String(value);
  const slug = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return { slug: slug === '' ? 'other' : slug, name };
};
