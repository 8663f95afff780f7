import { createLifecycle, createMetrics, loadConfig } from '@quayside/runtime';
import { captureLogs, freePort, testRedis, waitUntil } from '@quayside/testkit';
import { gatewayConfig } from '../src/main/config.ts';
import { createGateway } from '../src/main/wire.ts';
import { clientSecret, createTestProvider } from './open-id-provider.ts';
import { servicesAt } from './services-at.ts';
import { createStandIn } from './stand-ins.ts';

/**
 * The real gateway with a real Redis and a real OpenID provider; its other neighbours are stand-ins.
 *
 * @param options.timeoutMs of every route that has one
 */
export const startTestGateway = async (
  options: {
    redisUrl?: string;
    timeoutMs?: number;
    identityIsAway?: boolean;
    environment?: Record<string, string>;
    loopDelay?: () => number;
    mostStreams?: number;
    now?: () => Date;
    proofTimes?: { attackMs?: number; taskMs?: number };
  } = {},
) => {
  const { logger, lines } = captureLogs();
  const redis = await testRedis();
  const origin = `http://localhost:${await freePort()}`;
  const provider = await createTestProvider(origin);
  provider.away = options.identityIsAway ?? false;
  const [catalog, basket, ordering, marketing, storefront] = await Promise.all(
    Array.from({ length: 5 }, createStandIn),
  );
  if (!catalog || !basket || !ordering || !marketing || !storefront) throw new Error('unreachable');
  const lifecycle = createLifecycle({ logger });
  const config = loadConfig(gatewayConfig, {
    NODE_ENV: 'test',
    PORT: new URL(origin).port,
    HOST: 'localhost',
    MANAGEMENT_PORT: '0',
    PUBLIC_ORIGIN: origin,
    REDIS_URL: options.redisUrl ?? redis.url,
    ...servicesAt('http://127.0.0.1:9'),
    IDENTITY_URL: provider.url,
    CATALOG_URL: catalog.url,
    BASKET_URL: basket.url,
    ORDERING_URL: ordering.url,
    MARKETING_URL: marketing.url,
    STOREFRONT_URL: storefront.url,
    PAYMENT_FORM_URL: 'http://localhost:8201/card-form',
    GATEWAY_CLIENT_SECRET: clientSecret,
    ...options.environment,
  });
  const context = { config, logger, lifecycle, metrics: createMetrics('gateway') };
  const { timeoutMs, loopDelay, mostStreams, proofTimes, now } = options;
  const gateway = createGateway(context, {
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(now && { now }),
    ...(loopDelay && { loopDelay }),
    ...(mostStreams !== undefined && { mostStreams }),
    ...(proofTimes && { proofTimes }),
  });
  const { managementPort } = await gateway.listen();
  const management = `http://localhost:${managementPort}`;
  if (!options.redisUrl) {
    const ready = async () => (await fetch(`${management}/readyz`)).ok;
    await waitUntil(ready, { describe: 'the gateway to be ready' });
  }
  const standIns = { catalog, basket, ordering, marketing, storefront };
  return {
    ...standIns,
    origin,
    management,
    provider,
    redis: redis.redis,
    redisUrl: redis.url,
    lines,
    close: async () => {
      await lifecycle.stop('test is over');
      await Promise.all(Object.values(standIns).map((standIn) => standIn.close()));
      await provider.close();
      await redis.close();
    },
  };
};
export type TestGateway = Awaited<ReturnType<typeof startTestGateway>>;
