import { defineService, periodically, untilDone } from '@quayside/chassis';
import { basicCredentials } from '@quayside/http';
import { postgresIsAway, postgresStore } from '@quayside/postgres';
import { v7 as uuidv7 } from 'uuid';
import { deleteUser } from '../domain/user.ts';
import { orderSigningKeys } from '../domain/signing-key.ts';
import { serveGuestKeys } from '../http/guest-key-routes.ts';
import { createIdentityRouter } from '../http/identity-router.ts';
import { createProvider } from '../http/oidc/create-provider.ts';
import { createProviderHost } from '../http/oidc/provider-host.ts';
import { createAttemptStore } from '../store/attempt-store.ts';
import { serveUsers } from '../http/user-routes.ts';
import { createGuestKeyStore } from '../store/guest-key-store.ts';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { createOidcModelStore } from '../store/oidc-model-store.ts';
import { createPasswordHasher } from '../store/password-hasher.ts';
import { createSigningKeyStore } from '../store/signing-key-store.ts';
import { sweepExpired } from '../store/sweep-expired.ts';
import { isCommonPassword } from '../usecases/common-passwords.ts';
import { createRegisterUser } from '../usecases/register-user.ts';
import { createEnsureSigningKey } from '../usecases/rotate-signing-key.ts';
import { createSignIn } from '../usecases/sign-in.ts';
import { identityConfig } from './config.ts';
import { createUsers } from './users.ts';

const reloadKeysMs = 30_000;
const sweepMs = 5 * 60_000;

export const identity = defineService({
  name: 'identity',
  config: identityConfig,
  store: postgresStore({ migrations: allMigrations }),
  build: ({ config, logger, lifecycle, now, store: { pool } }) => {
    const publicOrigin = config.PUBLIC_ORIGIN.replace(/\/$/, '');
    const users = createUsers(pool);
    const passwords = createPasswordHasher();
    const signingKeys = createSigningKeyStore(pool);
    const register = createRegisterUser({
      addUser: users.addUser,
      hashPassword: passwords.hash,
      isCommonPassword,
      newId: uuidv7,
    });
    const signIn = createSignIn({
      credentialsOf: users.credentialsOf,
      verifyPassword: passwords.verify,
      attempts: createAttemptStore(pool),
      now,
    });
    const ensureSigningKey = createEnsureSigningKey({ changeKeys: signingKeys.changeKeys, now });

    const provided = {
      publicOrigin,
      secrets: { gateway: config.GATEWAY_CLIENT_SECRET, machine: config.MACHINE_CLIENT_SECRET },
      cookieKeys: config.COOKIE_KEYS.split(','),
      adapterFor: createOidcModelStore(pool).adapterFor,
      findUser: users.userById,
      isAway: postgresIsAway,
      logger,
    };
    const providerHost = createProviderHost({
      loadKeys: async () => orderSigningKeys(await signingKeys.publishedKeys(now()), now()),
      build: (keys) => createProvider(provided, keys),
    });
    lifecycle.health.addCheck('signing keys', async () => {
      if (!providerHost.current()) throw new Error('not loaded yet');
    });
    const loadFirstKeys = async () => {
      await ensureSigningKey();
      await providerHost.refresh();
    };

    return {
      routes: (api) => {
        // One hop: the gateway, whose X-Forwarded-* are its own.
        api.app.set('trust proxy', 1);
        serveGuestKeys(api, { keys: createGuestKeyStore(pool), isAway: postgresIsAway });
        serveUsers(api, {
          accountOf: users.accountOf,
          deleteUser: (id) => users.deleteUser(id, deleteUser),
          isAway: postgresIsAway,
        });
        api.router.use(
          '/identity',
          createIdentityRouter({
            logger,
            publicOrigin,
            currentProvider: providerHost.current,
            isAway: postgresIsAway,
            signIn,
            register,
            cookieKeys: provided.cookieKeys,
          }),
        );
      },
      isGateway: basicCredentials('quayside-gateway', config.GATEWAY_CLIENT_SECRET).areIn,
      background: {
        'signing keys': untilDone({ work: loadFirstKeys }),
        'key reload': periodically({ everyMs: reloadKeysMs, work: providerHost.refresh }),
        sweep: periodically({ everyMs: sweepMs, work: () => sweepExpired(pool) }),
      },
      exposed: { reloadKeys: providerHost.refresh },
    };
  },
});
