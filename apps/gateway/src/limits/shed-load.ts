import { apis, gatewayApi, isStream, type RouteDefinition } from '@quayside/contracts';
import { pathPattern, problemOf, ProblemError } from '@quayside/http';
import { Counter, type Metrics } from '@quayside/runtime';
import type { RequestHandler } from 'express';
import type { LoopDelay } from './loop-delay.ts';

/** Who goes first when not all can be served. */
type Importance = 'spare' | 'usual' | 'purchase';

/** From which delay on they are refused. */
const refusedFromMs: Readonly<Record<Importance, number>> = { spare: 150, usual: 400, purchase: 2000 };

const spare = Object.values(apis)
  .flatMap(({ routes }) => Object.values<RouteDefinition>(routes))
  .filter((route) => route.costs === 'search' || route.costs === 'account-export' || isStream(route))
  .map(({ path }) => pathPattern(path));

/** A purchase under way: the basket, the checkout, who signs in for it, and the orders that come of it. */
const purchase =
  /^\/(checkout|basket|orders|auth|identity|api\/v1\/(basket|orders|screens\/(checkout|frame)))(\/|$)/;

const importanceOf = (path: string): Importance => {
  if (spare.some((pattern) => pattern.test(path))) return 'spare';
  return purchase.test(path) ? 'purchase' : 'usual';
};

/**
 * Refuses at once, by 503 `overloaded`, what cannot be served in time anyway: first what a shop can do without for a
 * moment, searches and news; then browsing; a purchase last.
 */
export const shedLoad = (delay: LoopDelay, metrics: Metrics): RequestHandler => {
  const overloaded = problemOf('overloaded', gatewayApi.problems.overloaded);
  const refused = new Counter({
    name: 'gateway_shed_requests_total',
    help: 'Requests refused as the process could not keep up, by how important they are',
    labelNames: ['importance'],
    registers: [metrics],
  });
  const lowest = Math.min(...Object.values(refusedFromMs));
  return (req, _res, next) => {
    const ms = delay();
    if (ms < lowest) return next();
    const importance = importanceOf(req.path);
    if (ms < refusedFromMs[importance]) return next();
    refused.inc({ importance });
    throw new ProblemError(overloaded);
  };
};
