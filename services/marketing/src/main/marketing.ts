import { runProcess } from '@quayside/runtime';
import { marketingConfig } from './config.ts';
import { createMarketing } from './wire.ts';

runProcess('marketing', marketingConfig, async (context) => {
  const { config, logger, lifecycle } = context;
  const marketing = createMarketing(context);
  await marketing.start();
  const server = await marketing.api.listen({ host: config.HOST, port: config.PORT });
  lifecycle.add('http', server);
  logger.info({ port: server.port }, 'marketing is listening');
});
