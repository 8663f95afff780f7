import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { HostedProcess, ProcessContext } from './hosted-process.ts';

const packageFolder = (name: string, from: string): string =>
  dirname(createRequire(from).resolve(`${name}/package.json`));

/** Where services find the public keys of those whose tokens they accept. */
const tokenKeys = ({ publicOrigin, urlOf }: ProcessContext) => ({
  TOKEN_ISSUER: `${publicOrigin}/identity`,
  TOKEN_JWKS_URL: `${urlOf('identity')}/identity/jwks`,
  GUEST_TOKEN_ISSUER: `${publicOrigin}/guest`,
  GUEST_TOKEN_JWKS_URL: `${urlOf('gateway-management')}/guest-jwks.json`,
});

/** Every process of the system in the order of its start. */
export const processes: readonly HostedProcess[] = [
  {
    name: 'mail',
    cwd: 'tooling/app-host',
    // Its defaults keep 200 MB for a few messages.
    nodeArguments: ({ ports, dataFolder }) => [
      '--max-old-space-size=96',
      '--max-semi-space-size=2',
      join(maildevFolder(), 'dist/bin/maildev.js'),
      ...['--smtp', String(ports.smtp), '--web', String(ports.mail), '--max-emails', '500'],
      ...['--mail-directory', join(dataFolder, 'mail')],
      ...['--ip', '127.0.0.1', '--web-ip', '127.0.0.1', '--silent'],
    ],
    reloadsItself: true,
    port: 'mail',
    otherPorts: ['smtp'],
    ready: { port: 'mail', path: '/api/healthz' },
    needs: [],
    after: [],
    environment: () => ({}),
  },
  {
    name: 'payment-sandbox',
    cwd: 'apps/payment-sandbox',
    entry: 'payment-sandbox',
    port: 'payment-sandbox',
    ready: { port: 'payment-sandbox', path: '/readyz' },
    needs: [],
    after: [],
    environment: ({ publicOrigin, secrets }) => ({
      ALLOWED_ORIGINS: `${publicOrigin},${publicOrigin.replace('localhost', '127.0.0.1')}`,
      PAYMENT_API_KEY: secrets.paymentApiKey,
    }),
  },
  {
    name: 'identity',
    cwd: 'services/identity',
    entry: 'identity',
    port: 'identity',
    ready: { port: 'identity', path: '/readyz' },
    needs: ['postgres', 'kafka'],
    database: 'identity',
    after: [],
    environment: ({ urls, secrets }) => ({
      KAFKA_BROKERS: urls.kafka,
      GATEWAY_CLIENT_SECRET: secrets.gatewayClientSecret,
      MACHINE_CLIENT_SECRET: secrets.machineClientSecret,
      COOKIE_KEYS: secrets.cookieKey,
    }),
  },
  {
    name: 'catalog',
    cwd: 'services/catalog',
    entry: 'catalog',
    port: 'catalog',
    ready: { port: 'catalog', path: '/readyz' },
    needs: ['postgres', 'kafka'],
    database: 'catalog',
    after: [],
    environment: (context) => ({ ...tokenKeys(context), KAFKA_BROKERS: context.urls.kafka }),
  },
  {
    name: 'basket',
    cwd: 'services/basket',
    entry: 'basket',
    port: 'basket',
    ready: { port: 'basket', path: '/readyz' },
    needs: ['redis', 'kafka'],
    after: [],
    environment: (context) => ({
      ...tokenKeys(context),
      REDIS_URL: context.urls.redis,
      KAFKA_BROKERS: context.urls.kafka,
    }),
  },
  {
    name: 'ordering-api',
    cwd: 'services/ordering',
    entry: 'api',
    port: 'ordering-api',
    ready: { port: 'ordering-api', path: '/readyz' },
    needs: ['mongodb', 'kafka'],
    after: [],
    environment: (context) => ({
      ...tokenKeys(context),
      MONGODB_URL: context.mongodbUrl('ordering'),
      KAFKA_BROKERS: context.urls.kafka,
    }),
  },
  {
    name: 'ordering-worker',
    cwd: 'services/ordering',
    entry: 'worker',
    port: 'ordering-worker',
    ready: { port: 'ordering-worker', path: '/readyz' },
    needs: ['mongodb', 'kafka'],
    after: ['payment-sandbox'],
    environment: ({ urls, mongodbUrl, urlOf, secrets }) => ({
      MONGODB_URL: mongodbUrl('ordering'),
      KAFKA_BROKERS: urls.kafka,
      PAYMENT_URL: urlOf('payment-sandbox'),
      PAYMENT_API_KEY: secrets.paymentApiKey,
    }),
  },
  {
    name: 'marketing',
    cwd: 'services/marketing',
    entry: 'marketing',
    port: 'marketing',
    ready: { port: 'marketing', path: '/readyz' },
    needs: ['postgres', 'kafka'],
    database: 'marketing',
    after: ['mail'],
    environment: (context) => ({
      ...tokenKeys(context),
      KAFKA_BROKERS: context.urls.kafka,
      SMTP_URL: context.smtpUrl,
    }),
  },
  {
    name: 'gateway',
    cwd: 'apps/gateway',
    entry: 'gateway',
    port: 'gateway',
    otherPorts: ['gateway-management'],
    ready: { port: 'gateway-management', path: '/readyz' },
    needs: ['redis'],
    after: ['identity', 'catalog', 'basket', 'ordering-api', 'ordering-worker', 'marketing'],
    environment: ({ urls, urlOf, ports, secrets }) => ({
      MANAGEMENT_PORT: String(ports['gateway-management']),
      REDIS_URL: urls.redis,
      STOREFRONT_URL: urlOf('storefront'),
      IDENTITY_URL: urlOf('identity'),
      CATALOG_URL: urlOf('catalog'),
      BASKET_URL: urlOf('basket'),
      ORDERING_URL: urlOf('ordering-api'),
      MARKETING_URL: urlOf('marketing'),
      PAYMENT_FORM_URL: `http://localhost:${ports['payment-sandbox']}/card-form`,
      GATEWAY_CLIENT_SECRET: secrets.gatewayClientSecret,
    }),
  },
  {
    name: 'storefront',
    cwd: 'apps/storefront',
    nodeArguments: ({ mode, ports }) => [
      join(
        packageFolder('next', join(import.meta.dirname, '../../../apps/storefront/package.json')),
        'dist/bin/next',
      ),
      mode,
      ...['--port', String(ports.storefront), '--hostname', '127.0.0.1'],
      // Above the 4 s after which the gateway drops an idle connection.
      ...(mode === 'start' ? ['--keepAliveTimeout', '65000'] : []),
    ],
    reloadsItself: true,
    port: 'storefront',
    ready: { port: 'storefront', path: '/readyz' },
    needs: [],
    after: ['gateway'],
    environment: ({ urlOf, ports }) => ({
      GATEWAY_URL: urlOf('gateway'),
      PAYMENT_ORIGIN: `http://localhost:${ports['payment-sandbox']}`,
      NEXT_TELEMETRY_DISABLED: '1',
    }),
  },
];

/** maildev hides its package.json; its entry is `<folder>/dist/index.js`. */
function maildevFolder(): string {
  return dirname(dirname(fileURLToPath(import.meta.resolve('maildev'))));
}
