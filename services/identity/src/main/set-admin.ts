import { runJob } from '@quayside/chassis';
import { postgresJob } from '@quayside/postgres';
import { emailKey } from '@quayside/contracts/email';
import { makeAdmin } from '../domain/user.ts';
import { setAdminConfig } from './config.ts';
import { createUsers } from './users.ts';

/** How the first admin comes about, where there is no demo data. */
runJob(
  postgresJob({
    name: 'identity-set-admin',
    config: setAdminConfig,
    run: async ({ config, pool, logger }) => {
      const { updateUser } = createUsers(pool);
      const found = await updateUser(emailKey(config.USER_EMAIL), (user) => makeAdmin(user, config.ADMIN));
      if (!found) throw new Error('no account has confirmed the e-mail address in USER_EMAIL');
      logger.info({ admin: config.ADMIN }, 'the roles are as asked; tokens follow within ten minutes');
    },
  }),
);
