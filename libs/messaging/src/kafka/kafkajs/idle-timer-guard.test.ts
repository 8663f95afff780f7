import { afterEach, expect, jest, test } from '@jest/globals';
// @ts-expect-error -- kafkajs has no types for its inner files
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import { guardIdleTimers } from './idle-timer-guard.ts';

interface Queue {
  pending: object[];
  throttledUntil: number;
  checkPendingRequests(): void;
  destroy(): void;
}

const silent = { debug: () => undefined };
const newQueue = (): Queue =>
  new RequestQueue({ maxInFlightRequests: 1, requestTimeout: 10_000, logger: silent });

guardIdleTimers();
afterEach(() => {
  jest.useRealTimers();
});

test('a connection with nothing to send arms no timer', () => {
  jest.useFakeTimers();
  newQueue().checkPendingRequests();
  expect(jest.getTimerCount()).toBe(0);
});

test('requests held back by the broker are sent when it allows them again', () => {
  jest.useFakeTimers();
  const queue = newQueue();
  let sent = 0;
  queue.pending.push({ send: () => (sent += 1), expectResponse: true, correlationId: 1 });
  queue.throttledUntil = Date.now() + 200;
  queue.checkPendingRequests();
  jest.advanceTimersByTime(199);
  expect(sent).toBe(0);
  jest.advanceTimersByTime(2);
  expect(sent).toBe(1);
  expect(jest.getTimerCount()).toBe(0);
});
