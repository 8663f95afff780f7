// @ts-expect-error -- kafkajs has no types for its inner files
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

interface Request {
  sentAt: number;
  requestTimeout: number;
  timeoutRequest(): void;
}

/** What is used here of kafkajs's queue of requests; every connection has one. */
interface Queue {
  pending: unknown[];
  inflight: Map<number, Request>;
  throttledUntil: number;
  enforceRequestTimeout: boolean;
  requestTimeoutIntervalId?: NodeJS.Timeout;
  isConnected(): boolean;
  destroy(): void;
  scheduleCheckPendingRequests(): void;
  scheduleRequestTimeoutCheck(): void;
}

const guarded = Symbol.for('quayside.kafkajs-idle-timer-guard');
const timeoutCheckMs = 1000;

/**
 * Two timers keep an idle process busy in kafkajs 2.2.4; docs/adr/0003-kafkajs-behind-one-package.md has the figures.
 * `scheduleCheckPendingRequests` re-arms one of 1 ms for ever although nothing waits: now it does so only while
 * requests wait or the broker throttles, since a request that comes to wait schedules its own check. And timeouts of
 * many seconds are looked for once a second instead of ten times.
 */
export const guardIdleTimers = (): void => {
  const prototype = RequestQueue.prototype as Queue & { [guarded]?: true };
  if (prototype[guarded]) return;
  prototype[guarded] = true;
  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function whileSomethingWaits(this: Queue) {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
  };
  prototype.scheduleRequestTimeoutCheck = function oncePerSecond(this: Queue) {
    if (!this.enforceRequestTimeout) return;
    this.destroy();
    this.requestTimeoutIntervalId = setInterval(() => {
      for (const request of this.inflight.values()) {
        if (Date.now() - request.sentAt > request.requestTimeout) request.timeoutRequest();
      }
      if (!this.isConnected()) this.destroy();
    }, timeoutCheckMs);
  };
};
