import { connectWithRetry, runProcess } from '@quayside/runtime';
import { warnIfNotDurable } from '../store/warn-if-not-durable.ts';
import { basketConfig } from './config.ts';
import { createBasket } from './wire.ts';

runProcess('basket', basketConfig, async (context) => {
  const { config, logger, lifecycle } = context;
  const stopping = new AbortController();
  const basket = createBasket(context);
  lifecycle.add('start', async () => stopping.abort());

  await Promise.all([basket.publisher.start(), basket.relay.start(), basket.consumer.start()]);
  const server = await basket.api.listen({ host: config.HOST, port: config.PORT });
  lifecycle.add('http', server);
  logger.info({ port: server.port }, 'basket listening');

  await connectWithRetry('redis', () => warnIfNotDurable(basket.redis, logger), {
    logger,
    signal: stopping.signal,
  });
});
