import { edge, pages, service, standIn, worker } from './define.ts';

/**
 * Every process of the system, once, in the order of their start. What the app host runs, the ports, the images and
 * the manifests follow from it, and from what each process's `main/config.ts` reads: `npx pnpm generate` writes them.
 */
export const processes = [
  standIn('mail', {
    ...{ folder: 'tooling/app-host', image: undefined, entry: undefined },
    port: 1080,
    otherPorts: { smtp: 1025 },
    ready: { path: '/api/healthz' },
  }),
  standIn('payment-sandbox', {
    about: 'Stands in for a payment company',
    port: 8201,
    isPublic: true,
    assets: ['assets'],
  }),
  service('identity', {
    about: 'OpenID provider, accounts, sign-in pages',
    port: 8101,
    store: 'postgres',
    jobs: ['rotate-signing-key', 'set-admin', 'carry-over'],
    natives: ['@fontsource-variable/source-sans-3', '@fontsource-variable/source-serif-4', '@node-rs/argon2'],
    resources: { cpu: '100m', memory: 160, memoryLimit: 384 },
  }),
  service('catalog', {
    about: 'Items, pictures, prices and stock',
    port: 8102,
    store: 'postgres',
    jobs: ['move-pictures', 'carry-over'],
    assets: ['seed/pictures'],
    natives: ['sharp'],
    // Room for an index of 50,000 products, which is read in batches that leave much behind.
    resources: { cpu: '100m', memory: 160, memoryLimit: 640, heap: 384, semiSpace: 8 },
    maxReplicas: 9,
  }),
  service('basket', {
    about: 'Baskets and checkout',
    port: 8103,
    store: 'redis',
    jobs: ['carry-over'],
    resources: { cpu: '100m' },
    maxReplicas: 9,
  }),
  service('ordering-api', {
    about: 'Orders: an api and a worker',
    folder: 'services/ordering',
    api: 'ordering',
    port: 8104,
    store: 'mongodb',
    jobs: ['initiate-replica-set', 'carry-over'],
    natives: ['@fontsource/sawarabi-gothic', '@fontsource/source-sans-3'],
  }),
  worker('ordering-worker', {
    folder: 'services/ordering',
    port: 8114,
    store: 'mongodb',
    resources: { memory: 160 },
  }),
  service('marketing', { about: 'Campaigns and mail', port: 8105, store: 'postgres', jobs: ['carry-over'] }),
  edge('gateway', {
    about: 'The one public origin: sessions, sign-in, routes to the services',
    port: 8080,
    otherPorts: { 'gateway-management': 8081 },
    ready: { port: 'gateway-management' },
    store: 'redis',
    isPublic: true,
    // What V8 leaves lying about of a heap bounded higher is more than the pod has beside 2,000 event streams.
    resources: { cpu: '100m', heap: 160, semiSpace: 8 },
    maxReplicas: 12,
  }),
  pages('storefront', {
    about: 'The shop and its admin pages',
    port: 3000,
    resources: { cpu: '100m', memory: 160, memoryLimit: 448, heap: 288 },
    maxReplicas: 12,
  }),
] as const;

export type ProcessName = (typeof processes)[number]['name'];
