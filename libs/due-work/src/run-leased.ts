import { withSpan } from '@quayside/runtime';
import type { ClaimedWork, DueWorkQueue } from './due-work-queue.ts';

export interface RunLeasedOptions<Kind extends string> {
  queue: Pick<DueWorkQueue<Kind>, 'renew' | 'postpone'>;
  leaseMs: number;
  now: () => Date;
  retryAfterMs: (attempt: number) => number;
  onDone?: (work: ClaimedWork<Kind>) => void;
  onFailure: (work: ClaimedWork<Kind>, error: unknown, until: Date) => void;
}

/**
 * Runs one piece of work under its lease, renewed while it runs and postponed when it fails, in the trace and the
 * correlation in which it became due.
 *
 * @throws what the queue throws while it cannot postpone: the work is then due when its lease ends
 */
export const runLeased = async <Kind extends string>(
  options: RunLeasedOptions<Kind>,
  run: (work: ClaimedWork<Kind>) => Promise<void>,
  work: ClaimedWork<Kind>,
): Promise<void> => {
  const { queue, leaseMs } = options;
  const attributes = { 'quayside.due.id': work.id, 'quayside.attempt': work.attempt };
  const flow = { parent: work.traceparent, correlationId: work.correlationId, attributes };
  let renewing: Promise<boolean> | undefined;
  const renew = (): void => {
    // One that fails is tried again by the next; when the lease ends meanwhile, `isHeld` says so.
    renewing = queue.renew(work, leaseMs).catch(() => false);
  };
  const renewal = setInterval(renew, leaseMs / 3);
  /** A renewal that overtook the end of the work would undo a postponement. */
  const endRenewal = async (): Promise<void> => {
    clearInterval(renewal);
    await renewing;
  };
  const attempt = async (): Promise<void> => {
    try {
      await run(work).finally(endRenewal);
      options.onDone?.(work);
    } catch (error) {
      const until = new Date(options.now().getTime() + options.retryAfterMs(work.attempt));
      options.onFailure(work, error, until);
      await queue.postpone(work, until);
    }
  };
  await withSpan(`due ${work.kind}`, flow, attempt);
};
