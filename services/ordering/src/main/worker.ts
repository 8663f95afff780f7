import { runProcess } from '@quayside/runtime';
import { workerConfig } from './config.ts';
import { createOrderingWorker } from './wire-worker.ts';

runProcess('ordering-worker', workerConfig, async ({ config, logger, lifecycle, metrics }) => {
  const { port } = await createOrderingWorker(config, { logger, lifecycle, metrics }).start();
  logger.info({ port }, 'ordering worker started');
});
