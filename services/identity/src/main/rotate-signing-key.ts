import { createPool } from '@quayside/postgres';
import { runProcess } from '@quayside/runtime';
import { createSigningKeyStore } from '../store/signing-key-store.ts';
import { createRotateSigningKey } from '../usecases/rotate-signing-key.ts';
import { rotateConfig } from './config.ts';

runProcess('identity-rotate-signing-key', rotateConfig, async ({ config, logger, lifecycle }) => {
  const pool = createPool({
    connectionString: config.DATABASE_URL,
    application: 'identity rotate-signing-key',
    logger,
  });
  lifecycle.add('database', () => pool.end());
  const { changeKeys } = createSigningKeyStore(pool);
  await createRotateSigningKey({ changeKeys, now: () => new Date() })();
  logger.info('a new signing key is published and takes over in two minutes');
  await lifecycle.stop('done');
});
