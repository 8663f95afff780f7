import { runJob } from '@quayside/chassis';
import { postgresJob } from '@quayside/postgres';
import { createSigningKeyStore } from '../store/signing-key-store.ts';
import { createRotateSigningKey } from '../usecases/rotate-signing-key.ts';
import { rotateConfig } from './config.ts';

runJob(
  postgresJob({
    name: 'identity-rotate-signing-key',
    config: rotateConfig,
    run: async ({ pool, logger }) => {
      const { changeKeys } = createSigningKeyStore(pool);
      await createRotateSigningKey({ changeKeys, now: () => new Date() })();
      logger.info('a new signing key is published and takes over in two minutes');
    },
  }),
);
