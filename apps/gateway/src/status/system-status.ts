import { processStatus, type ProcessStatus, type SystemPart, type SystemStatus } from '@quayside/contracts';
import type { Upstream } from '../downstream/upstreams.ts';

const budgetMs = 1500;

/** The storefront says whether it is ready, and nothing else. */
const pathOf = (name: string) => (name === 'storefront' ? '/readyz' : '/statusz');

/**
 * Asks every part how it is, all at once and each for a second and a half at most. Their circuits are not asked: what
 * is to be seen is also what no request goes to.
 */
export const createSystemStatus =
  (options: {
    targets: Readonly<Record<string, string>>;
    upstreams: Readonly<Record<string, Upstream>>;
    own: () => Promise<ProcessStatus>;
  }) =>
  async (): Promise<SystemStatus> => {
    const ask = async ([name, url]: [string, string]): Promise<SystemPart> => {
      const startedAt = performance.now();
      const part = (rest: Pick<SystemPart, 'hasAnswered' | 'isReady' | 'status'>): SystemPart => ({
        name,
        tookMs: Math.round(performance.now() - startedAt),
        ...(options.upstreams[name] && { circuit: options.upstreams[name].circuit() }),
        ...rest,
      });
      try {
        const answer = await fetch(url + pathOf(name), { signal: AbortSignal.timeout(budgetMs) });
        const body: unknown = await answer.json().catch(() => undefined);
        const told = processStatus.safeParse(body);
        return part({
          hasAnswered: true,
          isReady: told.success ? told.data.isReady : answer.ok,
          ...(told.success && { status: told.data }),
        });
      } catch {
        return part({ hasAnswered: false, isReady: false });
      }
    };
    const startedAt = performance.now();
    const [own, parts] = await Promise.all([
      options.own(),
      Promise.all(Object.entries(options.targets).map(ask)),
    ]);
    const gateway: SystemPart = {
      ...{ name: 'gateway', hasAnswered: true, isReady: own.isReady, status: own },
      tookMs: Math.round(performance.now() - startedAt),
    };
    return { at: new Date().toISOString(), parts: [gateway, ...parts] };
  };
