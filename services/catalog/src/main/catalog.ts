import { runProcess } from '@quayside/runtime';
import { catalogConfig } from './config.ts';
import { createCatalog } from './wire.ts';

runProcess('catalog', catalogConfig, async ({ config, logger, lifecycle, metrics }) => {
  const catalog = createCatalog(config, { logger, lifecycle, metrics });
  await catalog.start();
  const server = await catalog.api.listen({ host: config.HOST, port: config.PORT });
  lifecycle.add('http', server);
  logger.info({ port: server.port }, 'catalog is listening');
});
