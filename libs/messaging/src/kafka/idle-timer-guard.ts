// @ts-expect-error -- kafkajs has no types for its inner files
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

interface QueueState {
  pending: unknown[];
  throttledUntil: number;
  scheduleCheckPendingRequests(): void;
}

const guarded = Symbol.for('quayside.kafkajs-idle-timer-guard');

/**
 * kafkajs 2.2.4 re-arms a timer of 1 ms per connection for ever: `scheduleCheckPendingRequests` sets one although
 * nothing waits. With this guard it does so only while requests wait or the broker throttles; every request that
 * comes to wait schedules its own check. See docs/adr/0003-kafkajs-behind-one-package.md.
 */
export const guardIdleTimer = (): void => {
  const prototype = RequestQueue.prototype as QueueState & { [guarded]?: true };
  if (prototype[guarded]) return;
  prototype[guarded] = true;
  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function guardedSchedule(this: QueueState) {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
  };
};
