import type { Command } from './commands.ts';
import type { PortName } from './ports.ts';
import type { Process } from './process.ts';
import { processes } from './processes.ts';

export interface ToProcess {
  to: Process;
  port?: string;
  path?: string;
}

/** Where a variable of a pod comes from. */
export type InCluster =
  | { value: string }
  /** Another process, by its Service. */
  | ToProcess
  /** Something at the public origin, which the pod does not call. */
  | { atOrigin: string }
  | { configMap: string; key?: string }
  | { secret: string; key?: string }
  /** With all that belongs to it. */
  | { everyKeyOf: string };

/** A developer's machine, where the app host starts everything. */
export interface Here {
  publicOrigin: string;
  kafka: string;
  smtpUrl: string;
  /** URL of a store; of a database in it, where the store has several. */
  storeUrl(store: 'postgres' | 'mongodb' | 'redis', database: string): string;
  portOf(name: PortName): number;
  /** `http://127.0.0.1:<port>` of a process. */
  urlOf(name: PortName): string;
  secret(variable: string): string;
}

/** How one variable is filled in each place; where one of them is absent, the process takes its default. */
export interface Wiring {
  inCluster?: (command: Command) => InCluster;
  here?: (here: Here, command: Command) => string;
  /** What the process connects to by it, as NetworkPolicies name it. */
  reaches?: string;
  /** Made up here, at random, and the same for all that read it. */
  isSecret?: true;
}

const setting: Wiring = { inCluster: () => ({ configMap: 'settings' }) };
/** One that says who runs the shop: on this machine nobody does. */
const demoSetting = (value: string): Wiring => ({ ...setting, here: () => value });
const origin = (here: Wiring['here']): Wiring => ({
  inCluster: () => ({ configMap: 'origins' }),
  ...(here && { here }),
});
const secret = (name: string, variable: string): Wiring => ({
  inCluster: () => ({ secret: name }),
  here: (here) => here.secret(variable),
  isSecret: true,
});
const store = (kind: 'postgres' | 'mongodb' | 'redis', secretOf: string): Wiring => ({
  inCluster: ({ owner }) => ({ secret: `${owner}-${secretOf}` }),
  here: (here, { owner }) => here.storeUrl(kind, owner),
  reaches: kind,
});
const to = (process: Process, more: { port?: PortName; path?: string } = {}): Wiring => ({
  inCluster: () => ({ to: process, ...more }),
  here: (here) => `${here.urlOf(more.port ?? (process.name as PortName))}${more.path ?? ''}`,
});

const named = (name: string): Process => {
  const found = processes.find((process) => process.name === name);
  if (!found) throw new Error(`the system has no process ${name}`);
  return found;
};

const variableOf = (api: string) => `${api.toUpperCase().replaceAll('-', '_')}_URL`;

/** `CATALOG_URL` and its like: wherever one process calls another. */
const addresses = Object.fromEntries(
  processes
    .filter(({ kind }: Process) => kind === 'service' || kind === 'edge' || kind === 'pages')
    .map((process: Process) => [variableOf(process.api), to(process)]),
);

const issuer = (path: string): Wiring => ({
  inCluster: () => ({ atOrigin: path }),
  here: ({ publicOrigin }) => `${publicOrigin}${path}`,
});
const card = (path: string) => origin((here) => `http://localhost:${here.portOf('payment-sandbox')}${path}`);

/** What every variable of the system is filled with, by its name alone, in the order in which a pod lists them. */
export const wiring: Readonly<Record<string, Wiring>> = {
  HOST: { inCluster: () => ({ value: '0.0.0.0' }), here: () => '127.0.0.1' },
  PORT: {
    inCluster: ({ process }) => ({ value: String(process.port) }),
    here: (here, { process }) => String(here.portOf(process.name as PortName)),
  },
  // Above the 4 s after which the gateway drops an idle connection.
  DRAIN_MS: { inCluster: () => ({ value: '4500' }) },
  LOG_LEVEL: setting,
  MANAGEMENT_PORT: {
    inCluster: () => ({ value: String(named('gateway').otherPorts['gateway-management']) }),
    here: (here) => String(here.portOf('gateway-management')),
  },
  KAFKA_BROKERS: {
    inCluster: () => ({ everyKeyOf: 'kafka' }),
    here: ({ kafka }) => kafka,
    reaches: 'kafka',
  },

  PUBLIC_ORIGIN: origin(({ publicOrigin }) => publicOrigin),
  TOKEN_ISSUER: issuer('/identity'),
  TOKEN_JWKS_URL: to(named('identity'), { path: '/identity/jwks' }),
  GUEST_TOKEN_ISSUER: issuer('/guest'),
  GUEST_TOKEN_JWKS_URL: to(named('identity'), { path: '/identity/guest-jwks' }),
  PAYMENT_ORIGIN: card(''),
  PAYMENT_FORM_URL: card('/card-form'),
  PAYMENT_URL: { ...origin((here) => here.urlOf('payment-sandbox')), reaches: 'payment' },
  ALLOWED_ORIGINS: {
    inCluster: () => ({ configMap: 'origins', key: 'PUBLIC_ORIGIN' }),
    here: ({ publicOrigin }) => `${publicOrigin},${publicOrigin.replace('localhost', '127.0.0.1')}`,
  },
  ...addresses,

  DATABASE_URL: store('postgres', 'database'),
  REDIS_URL: store('redis', 'redis'),
  MONGODB_URL: store('mongodb', 'mongodb'),
  SMTP_URL: {
    inCluster: ({ owner }) => ({ secret: `${owner}-smtp` }),
    here: ({ smtpUrl }) => smtpUrl,
    reaches: 'mail',
  },

  TRUSTED_PROXY_HOPS: setting,
  ADMIN_NETWORKS: setting,
  OLD_SYSTEM_URL: setting,
  OLD_SYSTEM_PREFIX: setting,
  STAFF_SECOND_FACTOR: setting,
  STAFF_IDLE_MINUTES: setting,
  GRACE_PERIOD_SECONDS: setting,
  MAIL_FROM: setting,
  SHOP_TIME_ZONE: setting,
  SELLER_NAME: demoSetting('Quayside Outfitters'),
  SELLER_ADDRESS: demoSetting('Customs Quay 3; Falmouth TR11 3JT; United Kingdom'),
  SELLER_CONTACT: demoSetting('crew@quayside.test'),
  SELLER_TAX_ID: demoSetting('GB 999 9999 73'),
  SELLER_IMPRINT: demoSetting('A shop for show: nothing here is for sale'),
  SEED_DEMO_DATA: setting,
  DEMO: setting,
  LIMIT_FACTOR: setting,

  GATEWAY_CLIENT_SECRET: secret('openid-client', 'GATEWAY_CLIENT_SECRET'),
  MACHINE_CLIENT_SECRET: secret('identity-keys', 'MACHINE_CLIENT_SECRET'),
  COOKIE_KEYS: secret('identity-keys', 'COOKIE_KEYS'),
  ACCOUNT_KEYS: secret('identity-keys', 'ACCOUNT_KEYS'),
  INTERNAL_SECRET: secret('internal', 'INTERNAL_SECRET'),
  VAPID_PRIVATE_KEY: secret('web-push', 'VAPID_PRIVATE_KEY'),
  PAYMENT_API_KEY: secret('payment', 'PAYMENT_API_KEY'),
};
