import { addressKey, ProblemError } from '@quayside/http';
import { Counter, Gauge, type Logger, type Metrics } from '@quayside/runtime';
import type { Request, RequestHandler } from 'express';
import { clientAddressOf } from '../edge/client-address.ts';
import { edgeFacts } from '../edge/security-facts.ts';
import type { ServiceRoute } from '../proxy/route-table.ts';
import { chooseSide, type Side } from './choose-side.ts';

/** By which a request asks for a side. */
const wishHeader = 'x-quayside-side';
const answeredBy = 'x-answered-by';

/** Less than for ours: after it the new side still answers in time. */
const oldReadTimeoutMs = 2000;

const isBelow = (prefix: string, path: string): boolean => path === prefix || path.startsWith(`${prefix}/`);

/** The old system is told of nobody, so it can have only what is the same for everybody. */
const mayBeOld = (route: ServiceRoute): boolean => route.identity === 'none' && route.timeoutMs !== 'stream';

const visitorOf = (req: Request): string => edgeFacts(req).session ?? addressKey(clientAddressOf(req));

const isOut = (error: unknown): boolean => error instanceof ProblemError && error.options.status === 503;

/**
 * Has an old system answer a part of what is asked below a prefix. What it does not answer is answered by the new side,
 * if it is a read; a write may have come through, and is refused.
 *
 * @param options.forward how a route is passed on
 */
export const createFacade = (options: {
  prefix: string;
  share: () => number | undefined;
  forward: (route: ServiceRoute) => RequestHandler;
  logger: Logger;
  metrics: Metrics;
}): ((route: ServiceRoute) => RequestHandler) => {
  const { prefix, share, forward, logger, metrics } = options;
  const answers = new Counter({
    name: 'gateway_facade_answers_total',
    help: 'Requests below the prefix of the old system, by the side that had to answer; fallback: new in place of old',
    labelNames: ['side', 'route'],
    registers: [metrics],
  });
  new Gauge({
    name: 'gateway_facade_old_share',
    help: 'How many of a hundred visitors the old system answers; -1: it is off',
    registers: [metrics],
    collect() {
      this.set(share() ?? -1);
    },
  });

  return (route) => {
    const toNew = forward(route);
    if (!isBelow(prefix, route.path) || !mayBeOld(route)) return toNew;
    const { mayBeStale: _kept, ...fresh } = route;
    const toOld = forward({ ...fresh, target: 'old-system', readTimeoutMs: oldReadTimeoutMs });
    // It was counted on its way to the old one.
    const { costs: _counted, ...counted } = route;
    const instead = forward(counted);
    return async (req, res, next) => {
      const told = (side: Side | 'fallback'): void => {
        res.setHeader(answeredBy, side === 'old' ? 'old' : 'new');
        answers.inc({ side, route: route.path });
        logger.debug({ side, method: req.method, path: req.path }, 'a side of the façade was asked');
      };
      const side = chooseSide({ share: share(), wish: req.headers[wishHeader], visitor: visitorOf(req) });
      told(side);
      if (side === 'new') return toNew(req, res, next);
      const { cookie } = req.headers;
      try {
        return await toOld(req, res, next);
      } catch (error) {
        if (!['GET', 'HEAD'].includes(req.method) || !isOut(error)) throw error;
        if (cookie !== undefined) req.headers.cookie = cookie;
        told('fallback');
        return instead(req, res, next);
      }
    };
  };
};
