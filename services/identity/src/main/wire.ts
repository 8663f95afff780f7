import { defineService, dueWorkBacklog, periodically, untilDone } from '@quayside/chassis';
import { apiAudience, basicCredentials, createTokenVerifier } from '@quayside/http';
import { postgresAuditLog, postgresIsAway, postgresStore } from '@quayside/postgres';
import { createSecurityJournal, createSecurityLog } from '@quayside/runtime';
import { v7 as uuidv7 } from 'uuid';
import { orderSigningKeys } from '../domain/signing-key.ts';
import { chooseLanguage } from '../domain/user.ts';
import { serveCustomers } from '../http/customer-routes.ts';
import { serveApiKeys } from '../http/api-key-routes.ts';
import { serveDeadLetters } from '../http/dead-letter-routes.ts';
import { serveGuestKeys } from '../http/guest-key-routes.ts';
import { createIdentityRouter } from '../http/identity-router.ts';
import { createFactorProofs } from '../http/interactions/factor-proof.ts';
import { createOrUnavailable } from '../http/or-unavailable.ts';
import { createProvider } from '../http/oidc/create-provider.ts';
import { createProviderHost } from '../http/oidc/provider-host.ts';
import { serveSecurity } from '../http/security-routes.ts';
import { serveStaff } from '../http/staff-routes.ts';
import { createSubscriptions } from '../messages/subscriptions.ts';
import { createApiKeyStore } from '../store/api-key-store.ts';
import { createAttemptStore } from '../store/attempt-store.ts';
import { serveProtection } from '../http/protection-routes.ts';
import { serveViews } from '../http/view-routes.ts';
import { serveUsers } from '../http/user-routes.ts';
import { createCustomerExport } from '../store/customer-export.ts';
import { createCustomerStore } from '../store/customer-store.ts';
import { createCredentialStore } from '../store/credential-store.ts';
import { createGuestKeyStore } from '../store/guest-key-store.ts';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { createOidcModelStore } from '../store/oidc-model-store.ts';
import { createPasswordHasher } from '../store/password-hasher.ts';
import { keepOrderFigures } from '../store/order-figures.ts';
import { createPeopleStore } from '../store/people-store.ts';
import { publicKeySet } from '../store/public-key-set.ts';
import { createSavedViews } from '../store/saved-views.ts';
import { createSecretSeals } from '../store/secret-seals.ts';
import { createSigningKeyStore } from '../store/signing-key-store.ts';
import { sweepExpired } from '../store/sweep-expired.ts';
import { createApiKeys } from '../usecases/api-keys.ts';
import { createCustomerChanges } from '../usecases/customer-changes.ts';
import { createGiveRoles } from '../usecases/give-roles.ts';
import { createRegisterUser } from '../usecases/register-user.ts';
import { createEnsureSigningKey } from '../usecases/rotate-signing-key.ts';
import { createSignIn } from '../usecases/sign-in.ts';
import { identityConfig } from './config.ts';
import { createAccounts } from './accounts.ts';
import { createDeadLetterDesk } from './dead-letter-desk.ts';
import { createSecurityEntries, keepOwnRecords, recordSecurityExport } from './security-records.ts';
import { sweepUnconfirmed } from './sweep-unconfirmed.ts';
import { appendUserEvent, createUsers } from './users.ts';

const reloadKeysMs = 30_000;
const sweepMs = 5 * 60_000;

export const identity = defineService({
  name: 'identity',
  config: identityConfig,
  store: postgresStore({ migrations: allMigrations }),
  build: ({ config, logger, lifecycle, metrics, now, bus, store: { pool } }) => {
    const journal = createSecurityJournal(() => now().getTime());
    const security = createSecurityLog({ logger, metrics, journal });
    const securityEntries = createSecurityEntries(pool);
    const deadLetters = createDeadLetterDesk({ pool, logger, ...bus });
    const publicOrigin = config.PUBLIC_ORIGIN.replace(/\/$/, '');
    const users = createUsers(pool);
    const people = createPeopleStore({ pool, appendEvent: appendUserEvent });
    const customers = createCustomerStore({ pool, appendEvent: appendUserEvent });
    const passwords = createPasswordHasher();
    const attempts = createAttemptStore(pool);
    const credentials = createCredentialStore({ pool, appendEvent: appendUserEvent, now });
    const accounts = createAccounts({
      ...{ config, pool, users, credentials, passwords, attempts, now, logger, security },
    });
    const { recover, mailLoop, factors, secondFactor, accountKeys } = accounts;
    const signingKeys = createSigningKeyStore(pool, createSecretSeals(accountKeys, 'signing key'));
    const register = createRegisterUser({
      addUser: async (...registration) => {
        await users.addUser(...registration);
        accounts.mailQueued();
      },
      hashPassword: passwords.hash,
      guessable: accounts.guessable,
      newId: uuidv7,
      now,
    });
    const signIn = createSignIn({
      credentialsOf: credentials.credentialsOf,
      verifyPassword: passwords.verify,
      attempts,
      now,
    });
    const ensureSigningKey = createEnsureSigningKey({ changeKeys: signingKeys.changeKeys, now });

    const keyStore = createApiKeyStore(pool);
    const apiKeys = createApiKeys({ store: keyStore, newId: uuidv7, now });
    const provided = {
      publicOrigin,
      secrets: { gateway: config.GATEWAY_CLIENT_SECRET, machine: config.MACHINE_CLIENT_SECRET },
      cookieKeys: config.COOKIE_KEYS.split(','),
      adapterFor: createOidcModelStore(pool).adapterFor,
      findUser: users.activeUserById,
      findKey: (id: string) => keyStore.findUsable(id, now()),
      onKeyUse: (id: string) =>
        void keyStore
          .noteUse(id, now())
          .catch((error: unknown) => logger.warn({ err: error, key: id }, 'the use of a key is not noted')),
      isAway: postgresIsAway,
      staffIdleMinutes: config.STAFF_IDLE_MINUTES,
      now,
      logger,
      security,
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

    // Its own tokens it verifies by the keys that it publishes, without asking itself over the network.
    const auth = createTokenVerifier({
      audience: apiAudience,
      issuers: [
        {
          issuer: `${publicOrigin}/identity`,
          keys: { read: async () => publicKeySet(await signingKeys.publishedKeys(now())) },
          kind: 'user',
        },
      ],
    });

    return {
      auth,
      security,
      routes: (api) => {
        // One hop: the gateway, whose X-Forwarded-* are its own.
        api.app.set('trust proxy', 1);
        serveGuestKeys(api, { keys: createGuestKeyStore(pool), isAway: postgresIsAway });
        const orUnavailable = createOrUnavailable(postgresIsAway);
        serveStaff(api, {
          people,
          giveRoles: createGiveRoles(people),
          readAudit: (query) => postgresAuditLog.read(pool, query),
          security,
          orUnavailable,
        });
        serveSecurity(api, {
          entries: securityEntries,
          people,
          recordExport: (by, filter) => recordSecurityExport(pool, by, filter),
          security,
          orUnavailable,
        });
        serveApiKeys(api, { keys: apiKeys, now, security, orUnavailable });
        serveDeadLetters(api, { ...deadLetters, orUnavailable });
        serveCustomers(api, {
          customers,
          exportAll: createCustomerExport({ pool }),
          changes: createCustomerChanges({ customers, people }),
          security,
          orUnavailable,
        });
        serveProtection(api, {
          accountOf: users.userById,
          protect: accounts.protect,
          secondFactor,
          passkeys: accounts.passkeys,
          outside: accounts.outside,
          proofs: createFactorProofs(accountKeys, now),
          factorOf: factors,
          endSignIns: credentials.endSignIns,
          chooseLanguage: (id, language) =>
            users.changeLanguage(id, (user) => chooseLanguage(user, language)),
          security,
          orUnavailable,
        });
        serveViews(api, { views: createSavedViews({ pool }), orUnavailable });
        serveUsers(api, {
          accountOf: users.accountOf,
          deleteUser: users.deleteUser,
          security,
          isAway: postgresIsAway,
        });
        api.router.use(
          '/identity',
          createIdentityRouter({
            logger,
            security,
            publicOrigin,
            currentProvider: providerHost.current,
            isAway: postgresIsAway,
            signIn,
            register,
            recover,
            secondFactor: { isOn: factors.isOn, prove: secondFactor.prove },
            accountKeys,
            passkeys: accounts.passkeys,
            outside: accounts.outside,
            now,
            cookieKeys: provided.cookieKeys,
          }),
        );
      },
      isGateway: basicCredentials('quayside-gateway', config.GATEWAY_CLIENT_SECRET).areIn,
      subscriptions: createSubscriptions(keepOrderFigures),
      // What orders come to may be late; signing in does not wait for Kafka.
      consumer: { copyIsThere: async () => true },
      backlogs: [dueWorkBacklog('mails of accounts', accounts.mailQueue), deadLetters.backlog],
      background: {
        'signing keys': untilDone({ work: loadFirstKeys }),
        'key reload': periodically({ everyMs: reloadKeysMs, work: providerHost.refresh }),
        sweep: periodically({ everyMs: sweepMs, work: () => sweepExpired(pool) }),
        'unconfirmed accounts': periodically({
          everyMs: sweepMs,
          work: () => sweepUnconfirmed(users, now()),
        }),
        'dead letters': deadLetters.reader,
        'dead letters sent again': deadLetters.sender,
        'mail loop': mailLoop,
        'security log': keepOwnRecords(journal, securityEntries, logger),
      },
      exposed: { reloadKeys: providerHost.refresh, mailLoop },
    };
  },
});
