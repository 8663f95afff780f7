export { createDueWorkLoop, type DueWorkLoop, type KeptPlace, type WorkLane } from './due-work-loop.ts';
export {
  overdueAfterMs,
  type ClaimedWork,
  type DueWorkBacklog,
  type DueWorkQueue,
} from './due-work-queue.ts';
export { createLeases } from './leases.ts';
export { attemptsUntilStuck } from './retry-after.ts';
export { scheduleListeners } from './schedule-listeners.ts';
