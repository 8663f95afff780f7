import type { IncomingMessage, ServerResponse } from 'node:http';
import { gatewayApi, streamLimits } from '@quayside/contracts';
import { addressKey, problemOf, ProblemError } from '@quayside/http';
import { Gauge, type Metrics, type SecurityLog } from '@quayside/runtime';
import { clientAddressOf } from '../edge/client-address.ts';
import { edgeFacts } from '../edge/security-facts.ts';
import { tooManyAtOnce } from '../limits/limit-problem.ts';
import { readCookie, sessionCookie } from '../session/cookies.ts';
import { hashOf } from '../session/session-store.ts';

export interface OpenStreams {
  /**
   * Lets a stream begin, and knows of it until it closes.
   *
   * @throws {ProblemError} 429 `too-many-streams` for a session or an address that has enough, 503 `overloaded` for all
   */
  admit(req: IncomingMessage, res: ServerResponse): void;
  /** Ends those of a session, by what stands for it in Redis. */
  endOf(session: string): void;
  endAll(): void;
}

/**
 * Of one process, by how it calls what is behind it: as many as its pod has memory for. Measured by `npx pnpm bench:streams`, of which
 * the figures are in docs/measurements.md.
 */
export const mostStreams = { plain: 2_000, byTls: 1_200 } as const;

/** The responses by what they are counted under. */
const createGroups = () => {
  const groups = new Map<string, Set<ServerResponse>>();
  return {
    of: (key: string): ReadonlySet<ServerResponse> => groups.get(key) ?? new Set(),
    add: (key: string, res: ServerResponse) => {
      const group = groups.get(key) ?? new Set();
      groups.set(key, group.add(res));
      res.once('close', () => {
        group.delete(res);
        if (group.size === 0) groups.delete(key);
      });
    },
  };
};

/**
 * @param options.factor as of all limits; 0 is none but that of the process
 * @param options.most of the process
 */
export const createOpenStreams = (options: {
  factor: number;
  most: number;
  security: SecurityLog;
  metrics: Metrics;
}): OpenStreams => {
  const { factor, security, metrics, most } = options;
  const all = new Set<ServerResponse>();
  const groups = createGroups();
  const overloaded = problemOf('overloaded', gatewayApi.problems.overloaded);
  new Gauge({
    name: 'gateway_open_streams',
    help: 'Event streams that are open through this process',
    registers: [metrics],
    collect() {
      this.set(all.size);
    },
  });

  const keysOf = (req: IncomingMessage) => {
    const session = readCookie(req, sessionCookie);
    return {
      ...(session && { session: hashOf(session) }),
      address: addressKey(clientAddressOf(req)),
    };
  };

  return {
    admit: (req, res) => {
      if (all.size >= most) throw new ProblemError(overloaded);
      const keys = Object.entries(keysOf(req)) as [keyof typeof streamLimits, string][];
      for (const [by, key] of keys) {
        const max = Math.ceil(streamLimits[by] * factor);
        if (factor === 0 || groups.of(`${by} ${key}`).size < max) continue;
        const name = `streams-by-${by}`;
        security.note('excess_rate_limit_exceeded', {
          ...edgeFacts(req),
          reason: name,
          detail: { max },
        });
        throw tooManyAtOnce(name, max);
      }
      all.add(res);
      res.once('close', () => all.delete(res));
      for (const [by, key] of keys) groups.add(`${by} ${key}`, res);
    },
    endOf: (session) => {
      for (const res of groups.of(`session ${session}`)) res.end();
    },
    endAll: () => {
      for (const res of all) res.end();
    },
  };
};
