import { runJob } from '@quayside/chassis';
import { initiateReplicaSet } from '@quayside/mongo';
import { initiateConfig } from './config.ts';

runJob({
  name: 'mongodb-initiate',
  config: initiateConfig,
  run: async ({ config, logger }) => {
    const made = await initiateReplicaSet(config.MONGODB_URL);
    logger.info({ made }, made ? 'the replica set is initiated' : 'the replica set was there already');
  },
});
