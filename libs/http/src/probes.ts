import type { Router } from 'express';
import type { ProcessStatus } from '@quayside/contracts';
import type { Health, Metrics } from '@quayside/runtime';

/**
 * `/healthz` (alive), `/readyz` (with each dependency), `/metrics` (Prometheus text), `/statusz` (what runs, and what
 * waits). Not routed publicly.
 */
export const mountProbes = (
  router: Router,
  {
    health,
    metrics,
    status,
  }: { health: Health; metrics: Metrics; status?: (() => Promise<ProcessStatus>) | undefined },
): void => {
  router.get('/healthz', (_req, res) => void res.json({ status: 'alive' }));
  router.get('/readyz', async (_req, res) => {
    const readiness = await health.readiness();
    res.status(readiness.ready ? 200 : 503).json(readiness);
  });
  router.get('/metrics', async (_req, res) => {
    res.type(metrics.contentType).send(await metrics.metrics());
  });
  if (status) router.get('/statusz', async (_req, res) => void res.json(await status()));
};
