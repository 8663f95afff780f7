import { runProcess } from '@quayside/runtime';
import { apiConfig } from './config.ts';
import { createOrderingApi } from './wire-api.ts';

runProcess('ordering-api', apiConfig, async ({ config, logger, lifecycle, metrics }) => {
  const { port } = await createOrderingApi(config, { logger, lifecycle, metrics }).start();
  logger.info({ port }, 'ordering api listening');
});
