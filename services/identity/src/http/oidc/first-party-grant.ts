import type { Grant, KoaContextWithOIDC } from 'oidc-provider';
import { scopesOf } from '@quayside/contracts';
import { userOf } from './accounts.ts';
import { apiResource } from './api-resource.ts';

const revoked = new WeakSet<object>();

/** Whether what the client was given at the last sign-in of this browser was taken back since. */
export const wasRevoked = ({ oidc }: KoaContextWithOIDC): boolean => revoked.has(oidc);

/**
 * Gives a first-party client what it asked for without asking the user, as far as the user's roles go. The rest is
 * rejected in the grant, so that the library leaves it out instead of asking for consent.
 */
export const firstPartyGrant = async (ctx: KoaContextWithOIDC): Promise<Grant | undefined> => {
  const { client, session, provider, requestParamOIDCScopes, requestParamScopes } = ctx.oidc;
  const user = userOf(ctx);
  if (!client || !session || !user) return undefined;
  const known = session.grantIdFor(client.clientId);
  const stored = known ? await provider.Grant.find(known) : undefined;
  if (known !== undefined && !stored && !ctx.oidc.result?.login) {
    revoked.add(ctx.oidc);
    // Its session would take a new one for what it had, and whoever asks twice would be in.
    return undefined;
  }
  const grant = stored ?? new provider.Grant({ clientId: client.clientId, accountId: user.id });
  grant.addOIDCScope([...requestParamOIDCScopes].join(' '));
  const allowed: readonly string[] = scopesOf(user.roles);
  const asked = [...requestParamScopes].filter((scope) => !requestParamOIDCScopes.has(scope));
  grant.addResourceScope(apiResource, asked.filter((scope) => allowed.includes(scope)).join(' '));
  grant.rejectResourceScope(apiResource, asked.filter((scope) => !allowed.includes(scope)).join(' '));
  await grant.save();
  return grant;
};
