import { gatewayApi, type ProcessStatus, type ShopStatus } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import { kept, type Health } from '@quayside/runtime';
import type { Upstream } from '../downstream/upstreams.ts';
import { shopStatusOf, type Out } from './shop-status.ts';
import { statusPage } from './status-page.ts';
import { createSystemStatus } from './system-status.ts';

const keptMs = 4000;
const budgetMs = 1000;
const asked = ['storefront', 'catalog', 'basket', 'ordering', 'identity'] as const;

type Targets = Readonly<Record<(typeof asked)[number], string>>;

/** Whether nothing comes from there: it does not answer, says that it is not ready, or did not answer lately. */
const isOut = async (url: string, upstream: Upstream): Promise<boolean> => {
  if (upstream.circuit() === 'open') return true;
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(budgetMs) });
    await answer.body?.cancel();
    return answer.status >= 500;
  } catch {
    return true;
  }
};

/** How the shop is: in a shopper's words for everybody, and in detail for admins. */
export const serveStatus = (
  api: Api,
  options: {
    targets: Targets;
    upstreams: Readonly<Record<keyof Targets, Upstream>>;
    own: () => Promise<ProcessStatus>;
    health: Health;
  },
): void => {
  const { targets, upstreams, health } = options;

  const shop = kept(keptMs, async (): Promise<ShopStatus> => {
    const [{ checks }, ...outs] = await Promise.all([
      health.readiness(),
      ...asked.map((name) => isOut(targets[name], upstreams[name])),
    ]);
    const out = Object.fromEntries(asked.map((name, at) => [name, outs[at]]));
    return shopStatusOf({ ...out, sessions: checks['redis']?.ok === false } as Out, new Date());
  });
  const system = kept(keptMs / 2, createSystemStatus({ ...options }));

  const forAMoment = { 'cache-control': 'public, max-age=5' };
  api.serve(gatewayApi, {
    readShopStatus: async () => ok(await shop(), forAMoment),
    readSystem: async () => ok(await system()),
  });
  api.router.get('/status', async (_req, res) => {
    // Whoever looks again wants to know how it is now; the answer is shared here all the same.
    res.set('cache-control', 'no-cache');
    res.type('html').send(statusPage(await shop()));
  });
};
