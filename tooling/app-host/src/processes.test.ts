import { expect, test } from '@jest/globals';

import type { ProcessContext } from './hosted-process.ts';
import { portsAt } from './ports.ts';
import { processEnvironment } from './process-environment.ts';
import { processes } from './processes.ts';
import { stopOrder } from './stop-order.ts';

const ports = portsAt(0);
const context: ProcessContext = {
  ...{
    mode: 'dev',
    inspect: false,
    ports,
    dataFolder: '/data',
    compileCache: '/cache',
    smtpUrl: 'smtp://mail',
  },
  urls: { postgres: 'postgres://pg', redis: 'redis://re', mongodb: 'mongodb://mo', kafka: 'ka:1' },
  publicOrigin: 'http://localhost:8080',
  secrets: { PAYMENT_API_KEY: 'word', INTERNAL_SECRET: 'inside' },
  databaseUrl: (name) => `postgres://pg/${name}`,
  mongodbUrl: (name) => `mongodb://mo/${name}`,
  urlOf: (name) => `http://127.0.0.1:${ports[name]}`,
};
const named = (name: string) => processes.find((hosted) => hosted.name === name);

test('a process is told what its configuration reads, and nothing of what is not its own', () => {
  expect(named('ordering-worker')?.environment(context)).toEqual({
    HOST: '127.0.0.1',
    PORT: '8114',
    KAFKA_BROKERS: 'ka:1',
    PUBLIC_ORIGIN: 'http://localhost:8080',
    PAYMENT_URL: 'http://127.0.0.1:8201',
    BASKET_URL: 'http://127.0.0.1:8103',
    IDENTITY_URL: 'http://127.0.0.1:8101',
    MONGODB_URL: 'mongodb://mo/ordering',
    PAYMENT_API_KEY: 'word',
    INTERNAL_SECRET: 'inside',
    SELLER_NAME: 'Quayside Outfitters',
    SELLER_ADDRESS: 'Customs Quay 3; Falmouth TR11 3JT; United Kingdom',
    SELLER_CONTACT: 'crew@quayside.test',
    SELLER_TAX_ID: 'GB 999 9999 73',
    SELLER_IMPRINT: 'A shop for show: nothing here is for sale',
  });
});

test('the gateway finds each API at the variable of its name', () => {
  expect(named('gateway')?.environment(context)).toMatchObject({
    CATALOG_URL: 'http://127.0.0.1:8102',
    ORDERING_URL: 'http://127.0.0.1:8104',
    STOREFRONT_URL: 'http://127.0.0.1:3000',
  });
});

test('a process has as much heap as its pod where that is asked for, and what suits Node.js else', () => {
  const heapOf = (inherited: NodeJS.ProcessEnv) => {
    const catalog = named('catalog');
    return catalog && processEnvironment(catalog, context, inherited)['NODE_OPTIONS'];
  };
  expect(heapOf({ HEAPS_OF_PODS: 'true' })).toMatch(/^--max-old-space-size=\d+ --max-semi-space-size=\d+$/);
  expect(heapOf({})).toBeUndefined();
  expect(heapOf({ HEAPS_OF_PODS: 'false', NODE_OPTIONS: '--trace-gc' })).toBe('--trace-gc');
});

test('pages open a debugger of their own where it is asked for', () => {
  const argumentsOf = (inspect: boolean) => named('storefront')?.nodeArguments?.({ ...context, inspect });
  expect(argumentsOf(true)).toContain('--inspect=127.0.0.1:4000');
  expect(argumentsOf(false)?.join(' ')).not.toContain('inspect');
});

test('what a process needs and owns follows from what it reads', () => {
  expect(named('catalog')).toMatchObject({ needs: ['kafka', 'postgres'], database: 'catalog' });
  expect(named('gateway')).toMatchObject({ needs: ['redis'], ready: { port: 'gateway-management' } });
  expect(named('basket')?.database).toBeUndefined();
});

test('pages stop before the edge, that before services, and those before what stands in for other companies', () => {
  const order = stopOrder(processes);
  expect(order[0]).toEqual(['storefront']);
  expect(order[1]).toEqual(['gateway']);
  expect(order[2]).toContain('ordering-worker');
  expect(order[3]).toEqual(['mail', 'payment-sandbox']);
});
