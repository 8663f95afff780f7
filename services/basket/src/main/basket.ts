import { runProcess } from '@quayside/runtime';
import { basketConfig } from './config.ts';
import { createBasket } from './wire.ts';

runProcess('basket', basketConfig, async (context) => {
  const { config, logger, lifecycle } = context;
  const basket = createBasket(context);
  await Promise.all([basket.publisher.start(), basket.relay.start(), basket.consumer.start()]);
  const server = await basket.api.listen({ host: config.HOST, port: config.PORT });
  lifecycle.add('http', server);
  logger.info({ port: server.port }, 'basket listening');
});
