import { identityApi, keyScope, type ApiKey as ApiKeyView } from '@quayside/contracts';
import { callerFacts, created, ok, type Api } from '@quayside/http';
import type { SecurityLog } from '@quayside/runtime';
import { stateOf, type ApiKey } from '../domain/api-key.ts';
import type { ApiKeys } from '../usecases/api-keys.ts';
import type { createOrUnavailable } from './or-unavailable.ts';
import { actorOf } from './staff-routes.ts';

/** Keys of other systems, as admins see them. */
export const serveApiKeys = (
  api: Api,
  dependencies: {
    keys: ApiKeys;
    now: () => Date;
    security: SecurityLog;
    orUnavailable: ReturnType<typeof createOrUnavailable>;
  },
): void => {
  const { keys, now, security, orUnavailable } = dependencies;
  const viewOf = (key: ApiKey): ApiKeyView => ({
    ...{ id: key.id, name: key.name, state: stateOf(key, now()) },
    scopes: keyScope.options.filter((one) => key.scopes.includes(one)),
    madeAt: key.madeAt.toISOString(),
    expiresAt: key.expiresAt.toISOString(),
    ...(key.lastUsedAt && { lastUsedAt: key.lastUsedAt.toISOString() }),
    ...(key.revokedAt && { revokedAt: key.revokedAt.toISOString() }),
  });
  api.serve(identityApi, {
    listApiKeys: async () => ok({ items: (await orUnavailable(keys.list())).map(viewOf) }),
    makeApiKey: async ({ body, principal, req }) => {
      const { key, secret } = await orUnavailable(keys.make(body, actorOf(principal)));
      const detail = { key: key.id, scopes: key.scopes.join(' ') };
      security.note('authn_token_created', { ...callerFacts(req), reason: 'api-key', detail });
      return created({ ...viewOf(key), secret }, identityApi.routes.listApiKeys.path);
    },
    revokeApiKey: async ({ params: { id }, principal, req }) => {
      const key = await orUnavailable(keys.revoke(id, actorOf(principal)));
      security.note('authn_token_revoked', { ...callerFacts(req), reason: 'api-key', detail: { key: id } });
      return ok(viewOf(key));
    },
  });
};
