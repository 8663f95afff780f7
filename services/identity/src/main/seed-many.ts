import { randomBytes } from 'node:crypto';
import { runJob } from '@quayside/chassis';
import { madeUpCustomer } from '@quayside/contracts';
import { postgresJob } from '@quayside/postgres';
import { addManyUsers } from '../store/add-many-users.ts';
import { createPasswordHasher } from '../store/password-hasher.ts';
import { seedManyConfig } from './config.ts';

/** Puts many customers into a shop, who cannot sign in: nobody knows their password. */
runJob(
  postgresJob({
    name: 'identity-seed-many',
    config: seedManyConfig,
    run: async ({ config: { CUSTOMERS: count }, pool, logger }) => {
      const password = randomBytes(32).toString('base64url');
      const passwordHash = await createPasswordHasher().hash(password, { from: 'seed', account: 'many' });
      await addManyUsers(pool, { count, passwordHash, make: madeUpCustomer });
      logger.info({ count }, 'customers are there');
    },
  }),
);
