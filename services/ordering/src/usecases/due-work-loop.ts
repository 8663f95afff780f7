import type { DueWorkKind } from '../domain/due-work.ts';
import type { ClaimedWork, DueWorkQueue } from './due-work-queue.ts';

export interface WorkLane {
  readonly kinds: readonly DueWorkKind[];
  /** The most pieces of work of this lane at one time. */
  readonly concurrency: number;
  readonly run: (work: ClaimedWork) => Promise<void>;
}

/**
 * Claims due work when it is due: a timer for the next due time, woken early by this process's own writes, and a
 * look at the queue every `pollMs` for those of others. Idle, that look is its only query.
 */
export const createDueWorkLoop = (deps: {
  queue: DueWorkQueue;
  lanes: readonly WorkLane[];
  leaseMs: number;
  pollMs: number;
  now: () => Date;
  onFault: (error: unknown) => void;
}) => {
  const { queue, lanes, leaseMs, pollMs, now } = deps;
  const running = new Map<WorkLane, Set<Promise<void>>>(lanes.map((lane) => [lane, new Set()]));
  let stopping = false;
  let wakeAt = 0;
  let endWait: (() => void) | undefined;
  let looping: Promise<void> | undefined;

  const wake = (at: Date = now()): void => {
    if (at.getTime() >= wakeAt) return;
    wakeAt = at.getTime();
    endWait?.();
  };

  const waitUntilWoken = async (): Promise<void> => {
    while (!stopping) {
      const pauseMs = wakeAt - now().getTime();
      if (pauseMs <= 0) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, pauseMs);
      endWait = resolve;
      await promise;
      clearTimeout(timer);
      endWait = undefined;
    }
  };

  const isFree = (lane: WorkLane): boolean => (running.get(lane)?.size ?? 0) < lane.concurrency;

  const start = (lane: WorkLane, work: ClaimedWork): void => {
    const tasks = running.get(lane);
    const task = lane
      .run(work)
      .catch(deps.onFault)
      .finally(() => {
        tasks?.delete(task);
        wake();
      });
    tasks?.add(task);
  };

  const claimAll = async (lane: WorkLane): Promise<void> => {
    for (const kind of lane.kinds) {
      while (!stopping && isFree(lane)) {
        const work = await queue.claim(kind, leaseMs);
        if (!work) break;
        start(lane, work);
      }
    }
  };

  const pass = async (): Promise<void> => {
    wakeAt = now().getTime() + pollMs;
    const free = lanes.filter(isFree);
    const next = await queue.nextDueAt(free.flatMap(({ kinds }) => kinds));
    if (!next) return;
    if (next > now()) return wake(next);
    await Promise.all(free.map(claimAll));
    wake();
  };

  const loop = async (): Promise<void> => {
    while (!stopping) {
      await pass().catch(deps.onFault);
      await waitUntilWoken();
    }
  };

  return {
    start: (): void => {
      queue.onScheduled(wake);
      looping ??= loop();
    },
    /** Claims nothing more and waits for the work under way. */
    close: async (): Promise<void> => {
      stopping = true;
      endWait?.();
      await looping;
      await Promise.all([...running.values()].flatMap((tasks) => [...tasks]));
    },
  };
};
