import { createApi } from '@quayside/http';
import { createKafka, createPublisher, kafkaAccess } from '@quayside/messaging';
import { createPool, createPostgresOutboxRelay, postgresIsAway, requireSchema } from '@quayside/postgres';
import { connectWithRetry, type ProcessContext } from '@quayside/runtime';
import { v7 as uuidv7 } from 'uuid';
import { orderSigningKeys } from '../domain/signing-key.ts';
import { createIdentityRouter } from '../http/identity-router.ts';
import { createProvider } from '../http/oidc/create-provider.ts';
import { createProviderHost } from '../http/oidc/provider-host.ts';
import { createAttemptStore } from '../store/attempt-store.ts';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { createOidcModelStore } from '../store/oidc-model-store.ts';
import { createPasswordHasher } from '../store/password-hasher.ts';
import { createSigningKeyStore } from '../store/signing-key-store.ts';
import { sweepExpired } from '../store/sweep-expired.ts';
import { createRegisterUser } from '../usecases/register-user.ts';
import { createEnsureSigningKey } from '../usecases/rotate-signing-key.ts';
import { createSignIn } from '../usecases/sign-in.ts';
import type { IdentityConfig } from './config.ts';
import { repeat } from './repeat.ts';
import { createUsers } from './users.ts';

const reloadKeysMs = 30_000;
const sweepMs = 5 * 60_000;

/** The whole service, built and not yet started. */
export const createIdentity = (
  { config, logger, lifecycle, metrics }: ProcessContext<IdentityConfig>,
  { now = () => new Date() }: { now?: () => Date } = {},
) => {
  const { health } = lifecycle;
  const publicOrigin = config.PUBLIC_ORIGIN.replace(/\/$/, '');

  const pool = createPool({ connectionString: config.DATABASE_URL, application: 'identity', logger });
  lifecycle.add('database', () => pool.end());
  health.addCheck('database', () => requireSchema(pool, allMigrations));

  const publisher = createPublisher(createKafka({ ...kafkaAccess(config), clientId: 'identity', logger }));
  lifecycle.add('publisher', publisher);
  const relay = createPostgresOutboxRelay({ pool, connectionString: config.DATABASE_URL, publisher, logger });
  lifecycle.add('outbox relay', relay);

  const users = createUsers(pool);
  const passwords = createPasswordHasher();
  const signingKeys = createSigningKeyStore(pool);
  const register = createRegisterUser({
    addUser: users.addUser,
    hashPassword: passwords.hash,
    newId: uuidv7,
  });
  const signIn = createSignIn({
    credentialsOf: users.credentialsOf,
    verifyPassword: passwords.verify,
    attempts: createAttemptStore(pool),
    now,
  });
  const ensureSigningKey = createEnsureSigningKey({ changeKeys: signingKeys.changeKeys, now });

  const { adapterFor } = createOidcModelStore(pool);
  const secrets = { gateway: config.GATEWAY_CLIENT_SECRET, machine: config.MACHINE_CLIENT_SECRET };
  const cookieKeys = config.COOKIE_KEYS.split(',');
  const providerHost = createProviderHost({
    loadKeys: async () => orderSigningKeys(await signingKeys.publishedKeys(now()), now()),
    build: (keys) =>
      createProvider(
        {
          publicOrigin,
          secrets,
          cookieKeys,
          adapterFor,
          findUser: users.userById,
          isAway: postgresIsAway,
          logger,
        },
        keys,
      ),
  });
  health.addCheck('signing keys', async () => {
    if (!providerHost.current()) throw new Error('not loaded yet');
  });

  const api = createApi({
    logger,
    health,
    metrics,
    title: 'Quayside Identity',
    version: '1',
    checkAnswers: config.NODE_ENV !== 'production',
  });
  // One hop: the gateway, whose X-Forwarded-* are its own.
  api.app.set('trust proxy', 1);
  api.router.use(
    '/identity',
    createIdentityRouter({
      logger,
      publicOrigin,
      currentProvider: providerHost.current,
      isAway: postgresIsAway,
      signIn,
      register,
    }),
  );

  const stopping = new AbortController();
  return {
    api,
    pool,
    relay,
    reloadKeys: providerHost.refresh,
    /** Everything but the HTTP server; resolves at once, connections are made in the background. */
    start: async (): Promise<void> => {
      await publisher.start();
      await relay.start();
      const loadFirstKeys = async () => {
        await ensureSigningKey();
        await providerHost.refresh();
      };
      const loading = connectWithRetry('signing keys', loadFirstKeys, { logger, signal: stopping.signal });
      lifecycle.add('key loading', async () => {
        stopping.abort();
        await loading;
      });
      lifecycle.add('key reload', repeat('key reload', reloadKeysMs, providerHost.refresh, logger));
      lifecycle.add(
        'sweep',
        repeat('sweep', sweepMs, () => sweepExpired(pool), logger),
      );
    },
  };
};
export type Identity = ReturnType<typeof createIdentity>;
