import { runProcess } from '@quayside/runtime';
import { createPool } from '../store/pool.ts';
import { createSigningKeyStore } from '../store/signing-key-store.ts';
import { createRotateSigningKey } from '../usecases/rotate-signing-key.ts';
import { rotateConfig } from './config.ts';

runProcess('identity-rotate-signing-key', rotateConfig, async ({ config, logger, lifecycle }) => {
  const pool = createPool({ connectionString: config.DATABASE_URL, logger });
  lifecycle.add('database', () => pool.end());
  const { changeKeys } = createSigningKeyStore(pool);
  await createRotateSigningKey({ changeKeys, now: () => new Date() })();
  logger.info('a new signing key is published and takes over in two minutes');
  await lifecycle.stop('done');
});
