import { createPool } from '@quayside/postgres';
import { runProcess } from '@quayside/runtime';
import { emailKey, makeAdmin } from '../domain/user.ts';
import { setAdminConfig } from './config.ts';
import { createUsers } from './users.ts';

/** How the first admin comes about, where there is no demo data. */
runProcess('identity-set-admin', setAdminConfig, async ({ config, logger, lifecycle }) => {
  const pool = createPool({
    connectionString: config.DATABASE_URL,
    application: 'identity set-admin',
    logger,
  });
  lifecycle.add('database', () => pool.end());
  const { updateUser } = createUsers(pool);
  const found = await updateUser(emailKey(config.USER_EMAIL), (user) => makeAdmin(user, config.ADMIN));
  if (!found) throw new Error('no account has the e-mail address in USER_EMAIL');
  logger.info({ admin: config.ADMIN }, 'the roles are as asked; tokens follow within ten minutes');
  await lifecycle.stop('done');
});
