import { initiateReplicaSet } from '@quayside/mongo';
import { runProcess } from '@quayside/runtime';
import { initiateConfig } from './config.ts';

runProcess('mongodb-initiate', initiateConfig, async ({ config, logger, lifecycle }) => {
  const made = await initiateReplicaSet(config.MONGODB_URL);
  logger.info({ made }, made ? 'the replica set is initiated' : 'the replica set was there already');
  await lifecycle.stop('done');
});
