import { expect, test } from '@jest/globals';
import type { ServiceStore } from '@quayside/messaging';
import { createLifecycle, createLogger, createMetrics, loadConfig } from '@quayside/runtime';
import { createService } from './create-service.ts';
import { defineService } from './define-service.ts';
import { serviceConfig } from './service-config.ts';

test('starts from the store outwards, closes the other way round, and begins nothing before the store is prepared', async () => {
  const order: string[] = [];
  const note = (what: string) => async () => void order.push(what);
  const [mayPrepare, begun] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const store: ServiceStore<object, object, undefined> = {
    open: () => ({
      name: 'store',
      access: {},
      isAway: () => false,
      check: async () => undefined,
      prepare: () => mayPrepare.promise,
      relay: {
        start: note('start relay'),
        wake: () => undefined,
        drain: async () => undefined,
        close: note('close relay'),
      },
      close: note('close store'),
    }),
  };
  const config = serviceConfig({});
  const definition = defineService({
    name: 'alpha',
    config,
    store,
    build: ({ lifecycle }) => {
      lifecycle.add('own', note('close what build opened'));
      return {
        background: {
          first: { start: note('start first'), close: note('close first') },
          last: { start: () => begun.resolve(), close: note('close last') },
        },
      };
    },
  });
  const logger = createLogger({ service: 'test', level: 'silent' });
  const lifecycle = createLifecycle({ logger });
  const env = { PORT: '0', KAFKA_BROKERS: '127.0.0.1:1' };
  const context = { config: loadConfig(config, env), logger, lifecycle, metrics: createMetrics('alpha') };
  const service = createService(definition, context);
  await service.start();
  await service.listen();
  expect(order).toEqual(['start relay']);
  expect((await lifecycle.health.readiness()).checks['store']).toEqual({
    ok: false,
    error: 'not yet prepared',
  });

  mayPrepare.resolve();
  await begun.promise;
  await lifecycle.stop('end of test');
  expect(order).toEqual([
    ...['start relay', 'start first'],
    ...['close last', 'close first', 'close what build opened', 'close relay', 'close store'],
  ]);
});
