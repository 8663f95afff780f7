import { createLoop, type Closeable, type Logger } from '@quayside/runtime';
import type { ClaimedWork, DueWorkQueue } from './due-work-queue.ts';
import { retryAfterMs } from './retry-after.ts';
import { runLeased, type RunLeasedOptions } from './run-leased.ts';

export interface WorkLane<Kind extends string> {
  readonly kinds: readonly Kind[];
  /** The most pieces of work of this lane at one time. */
  readonly concurrency: number;
  /** How much claimed work may wait in this process for a place, see `keepPlace`. */
  readonly ahead?: number;
  /** Does the work and, in the write of its effect, takes it out of the queue; a throw postpones it. */
  readonly run: (work: ClaimedWork<Kind>) => Promise<void>;
}

/** Room for work that this process claims in the very write that makes it due. */
export interface KeptPlace<Kind extends string> {
  /** The write is made: runs the work, by `run` instead of the lane's own, as soon as one of the lane's places is free. */
  start(work: ClaimedWork<Kind>, run: (work: ClaimedWork<Kind>) => Promise<void>): void;
  /** There is no such work. */
  giveBack(): void;
}

export interface DueWorkLoopOptions<Kind extends string> extends Pick<
  RunLeasedOptions<Kind>,
  'leaseMs' | 'onDone' | 'onFailure'
> {
  /** As the log shall call it. */
  name: string;
  queue: DueWorkQueue<Kind>;
  lanes: readonly WorkLane<Kind>[];
  pollMs: number;
  now: () => Date;
  retryAfterMs?: (attempt: number) => number;
  logger: Logger;
}

export interface DueWorkLoop<Kind extends string = string> extends Closeable {
  start(): void;
  /** Looks now instead of at the next poll. */
  wake(): void;
  /** Undefined when the lane has no room, or the loop stops: the work is left to the queue then. */
  keepPlace(kind: Kind): KeptPlace<Kind> | undefined;
  /** Claims nothing more and waits for the work under way; what waits for a place goes back to the queue. */
  close(): Promise<void>;
}

/** When work is due but others claim it, or hold on to it, the queue is left alone for so long. */
const contendedMs = 50;

/**
 * Claims due work when it is due, for all free places at once: a timer for the next due time, woken early by this
 * process's own writes, and a look at the queue every `pollMs` for those of others. Idle, that look is its only query.
 */
export const createDueWorkLoop = <Kind extends string>(
  options: DueWorkLoopOptions<Kind>,
): DueWorkLoop<Kind> => {
  const { name, queue, pollMs, now, logger } = options;
  const lanes = options.lanes.map((lane) => ({
    ...lane,
    running: new Set<Promise<void>>(),
    /** Places kept for work that is not there yet. */
    kept: 0,
    waiting: [] as { work: ClaimedWork<Kind>; run: WorkLane<Kind>['run'] }[],
  }));
  const leased = { ...options, retryAfterMs: options.retryAfterMs ?? retryAfterMs };
  let stopping = false;
  /** Something is known to be due: claim without asking when. */
  let isDue = false;

  type Lane = (typeof lanes)[number];
  /** What waits in this process comes before what waits in the queue. */
  const placesOf = ({ concurrency, running, waiting }: Lane): number =>
    concurrency - running.size - waiting.length;

  const startWaiting = (lane: Lane): void => {
    while (lane.running.size < lane.concurrency) {
      const next = stopping ? undefined : lane.waiting.shift();
      if (!next) return;
      start(lane, next.work, next.run);
    }
  };

  const start = (lane: Lane, work: ClaimedWork<Kind>, run = lane.run): void => {
    const task = runLeased(leased, run, work)
      .catch((error: unknown) => {
        logger.warn({ err: error, id: work.id, kind: work.kind }, 'due work could not be postponed');
      })
      .finally(() => {
        const wasFull = placesOf(lane) <= 0;
        lane.running.delete(task);
        startWaiting(lane);
        if (wasFull) loop.wake();
      });
    lane.running.add(task);
  };

  /** @returns how many it claimed */
  const fill = async (lane: Lane): Promise<number> => {
    const limit = placesOf(lane);
    const claimed = await queue.claim(lane.kinds, { limit, leaseMs: options.leaseMs });
    for (const work of claimed) start(lane, work);
    // Where all places were filled there is probably more.
    if (claimed.length === limit) isDue = true;
    return claimed.length;
  };

  const pass = async (): Promise<number> => {
    const free = lanes.filter((lane) => placesOf(lane) > 0);
    if (stopping || free.length === 0) return pollMs;
    const wasDue = isDue;
    if (!wasDue) {
      const next = await queue.nextDueAt(free.flatMap(({ kinds }) => kinds));
      if (!next) return pollMs;
      const pauseMs = next.getTime() - now().getTime();
      if (pauseMs > 0) return Math.min(pauseMs, pollMs);
    }
    isDue = false;
    const claimed = await Promise.all(free.map(fill));
    return wasDue || claimed.some((count) => count > 0) ? 0 : contendedMs;
  };

  const loop = createLoop({ name, logger, pass });
  queue.onScheduled((at) => {
    const inMs = at.getTime() - now().getTime();
    if (inMs <= 0) isDue = true;
    loop.wake(Math.max(0, inMs));
  });

  return {
    start: loop.start,
    wake: () => loop.wake(),
    keepPlace: (kind) => {
      const lane = lanes.find(({ kinds }) => kinds.includes(kind));
      if (stopping || !lane || lane.kept + lane.waiting.length >= (lane.ahead ?? 0)) return undefined;
      lane.kept += 1;
      return {
        start: (work, run) => {
          lane.kept -= 1;
          lane.waiting.push({ work, run });
          startWaiting(lane);
        },
        giveBack: () => void (lane.kept -= 1),
      };
    },
    close: async () => {
      stopping = true;
      await loop.close();
      const waiting = lanes.flatMap((lane) => lane.waiting.splice(0));
      // One that cannot be given back is due when its lease ends.
      await Promise.allSettled(waiting.map(({ work }) => queue.postpone(work, now())));
      await Promise.all(lanes.flatMap(({ running }) => [...running]));
    },
  };
};
