import { expect } from '@jest/globals';
import { startOutsideProvider, type OutsideTestProvider } from '@quayside/testkit';
import type { Browser } from './browser.ts';
import { claimsOf } from './sign-in-as.ts';
import { startIdentity } from './start-identity.ts';

type Claims = Parameters<OutsideTestProvider['signIn']>[1];
type Name = 'pilot' | 'lock';

/** The service beside two other providers: one that is trusted for addresses, and one that is not. */
export const startAbroad = async () => {
  const providers = { pilot: await startOutsideProvider(), lock: await startOutsideProvider() };
  const settingsOf = (id: Name, label: string) => ({
    ...{ id, label, issuer: providers[id].issuer, ...providers[id].client },
  });
  const started = await startIdentity({
    OUTSIDE_PROVIDERS: JSON.stringify([
      { ...settingsOf('pilot', 'Pilot House'), trustsEmail: true },
      settingsOf('lock', 'Lock Keeper'),
    ]),
  });
  for (const id of ['pilot', 'lock'] as const)
    providers[id].allow(`${started.publicOrigin}/identity/outside/${id}/callback`);

  /** From the shop's authorization request to the other provider. */
  const setOut = async (id: Name, browser: Browser = started.browser()) => {
    const request = started.client.authorize({ return_to: '/orders' });
    const page = await browser.get(request.url);
    const at = page.url.pathname.replace(/\/(sign-in|register)$/, '');
    const away = await browser.get(`${at}/outside/${id}/begin?again=%2Forders`);
    return {
      ...{ browser, request, page, at, away },
      submit: (path: string, fields: Record<string, string>) =>
        browser.submit(`${at}/${path}?again=%2Forders`, fields),
    };
  };
  /** And back. */
  const comeBack = async (id: Name, claims: Claims, browser?: Browser) => {
    const way = await setOut(id, browser);
    const callback = await providers[id].signIn(way.away.url.href, claims);
    return { ...way, callback, back: await way.browser.get(callback) };
  };
  const tokenOf = async (way: { request: { verifier: string; state: string } }, at: URL) => {
    expect([at.pathname, at.searchParams.get('state')]).toEqual(['/auth/callback', way.request.state]);
    const { body } = await started.client.redeem(at.searchParams.get('code') ?? '', way.request.verifier);
    return claimsOf(body['access_token']);
  };
  return {
    ...{ started, providers, setOut, comeBack, tokenOf },
    /** Who makes an account on the way. */
    newcomer: async (id: Name, claims: Exclude<Claims, 'cancel'>) => {
      const way = await comeBack(id, claims);
      const fields = { name: claims.name ?? 'Una Nord', email: claims.email ?? '' };
      const made = await way.submit('outside/register', fields);
      return { ...way, made, claims: await tokenOf(way, made.url) };
    },
    /** What the security log has with a reason. */
    notes: (reason: string) =>
      started.lines.flatMap((line) => {
        const noted = line['security'] as { reason?: string } | undefined;
        return noted?.reason === reason ? [noted] : [];
      }),
    mend: () => {
      for (const { faults } of Object.values(providers))
        for (const name of Object.keys(faults)) delete faults[name as keyof typeof faults];
    },
    stop: async () => {
      await started.stop();
      await Promise.all(Object.values(providers).map((provider) => provider.close()));
    },
  };
};
export type Abroad = Awaited<ReturnType<typeof startAbroad>>;
