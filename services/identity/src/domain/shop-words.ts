/** What the shop is called, and what its staff and its parts are. */
const named = [
  ...['quayside', 'quayside shop', 'storefront', 'gateway', 'identity', 'catalog', 'marketing', 'ordering'],
  ...['admin', 'administrator', 'support', 'merchandiser', 'shopper', 'account'],
];

/** Words that whoever knows this shop tries first: its name and its host, its roles and its parts. */
export const shopWords = (publicOrigin: string): readonly string[] => {
  const { hostname } = new URL(publicOrigin);
  return [...named, hostname, ...hostname.split('.')];
};
