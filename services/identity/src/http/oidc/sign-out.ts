import type { KoaContextWithOIDC } from 'oidc-provider';

/**
 * A sign-out goes without a question when it comes from our own pages, or names the signed-in user by an ID token
 * of ours: no other site can make such a request. Any other is asked for, since it may come from anywhere.
 */
export const mayEndSessionAtOnce = (ctx: KoaContextWithOIDC): boolean => {
  if (ctx.get('sec-fetch-site') === 'same-origin') return true;
  const hint = ctx.oidc.entities.IdTokenHint as { payload: { sub?: string } } | undefined;
  return hint !== undefined && hint.payload.sub === ctx.oidc.session?.accountId;
};
