import { runJob } from '@quayside/chassis';
import { postgresJob } from '@quayside/postgres';
import { createSecretSeals } from '../store/secret-seals.ts';
import { createSigningKeyStore } from '../store/signing-key-store.ts';
import { createRotateSigningKey } from '../usecases/rotate-signing-key.ts';
import { rotateConfig } from './config.ts';

runJob(
  postgresJob({
    name: 'identity-rotate-signing-key',
    config: rotateConfig,
    run: async ({ pool, config, logger }) => {
      const seals = createSecretSeals(config.ACCOUNT_KEYS.split(','), 'signing key');
      const { changeKeys } = createSigningKeyStore(pool, seals);
      await createRotateSigningKey({ changeKeys, now: () => new Date() })();
      logger.info('a new signing key is published and takes over in two minutes');
    },
  }),
);
