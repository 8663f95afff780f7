import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Histogram, SpanKind, withSpan, type Metrics } from '@quayside/runtime';

declare global {
  namespace Express {
    interface Locals {
      /** The matched route's path pattern, for metrics and spans of bounded cardinality. */
      routePath?: string;
    }
  }
}

const header = (req: Request, name: string): string | undefined => {
  const value = req.headers[name];
  return typeof value === 'string' && value.length <= 128 ? value : undefined;
};

const metricName = 'http_server_request_duration_seconds';

/** One histogram per process, also where a process has two listeners. */
const durationOf = (metrics: Metrics): Histogram =>
  (metrics.getSingleMetric(metricName) as Histogram | undefined) ??
  new Histogram({
    name: metricName,
    help: 'Time from the first byte in to the last byte out',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [metrics],
  });

/**
 * A server span and a duration histogram around every request; takes up `traceparent` and, from our own parts,
 * `x-correlation-id`.
 */
export const observeRequests = (metrics: Metrics, { isPublic }: { isPublic: boolean }): RequestHandler => {
  const duration = durationOf(metrics);
  const finished = (res: Response) =>
    new Promise<void>((resolve) => {
      res.once('close', resolve);
    });
  return (req: Request, res: Response, next: NextFunction): void => {
    const from = performance.now();
    void withSpan(
      `${req.method} ${req.path}`,
      {
        kind: SpanKind.SERVER,
        parent: header(req, 'traceparent'),
        correlationId: isPublic ? undefined : header(req, 'x-correlation-id'),
        attributes: { 'http.request.method': req.method, 'url.path': req.path },
      },
      async (span) => {
        next();
        await finished(res);
        const route = res.locals.routePath ?? 'unmatched';
        span.updateName(`${req.method} ${route}`);
        span.setAttributes({ 'http.route': route, 'http.response.status_code': res.statusCode });
        duration.observe(
          { method: req.method, route, status: String(res.statusCode) },
          (performance.now() - from) / 1000,
        );
      },
    );
  };
};
