// The parts that become images. A bundle is nearly all a service needs; what it reads beside it is named here.
export const parts = [
  { name: 'gateway', folder: 'apps/gateway' },
  { name: 'storefront', folder: 'apps/storefront', standalone: true },
  { name: 'payment-sandbox', folder: 'apps/payment-sandbox', assets: ['assets'] },
  { name: 'identity', folder: 'services/identity', natives: ['@node-rs/argon2'] },
  { name: 'catalog', folder: 'services/catalog', assets: ['seed/pictures'] },
  { name: 'basket', folder: 'services/basket' },
  { name: 'ordering', folder: 'services/ordering' },
  { name: 'marketing', folder: 'services/marketing' },
];
