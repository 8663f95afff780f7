import type { EventEmitter } from 'node:events';

type Watched = readonly [EventEmitter, event: string];

/**
 * Remembers who listens to what outlives one try to pass a request on. The proxy library adds to them with each try, and a request may be
 * tried four times, which together is more than Node.js takes without a warning.
 *
 * @returns takes away those that came since
 */
export const rememberListeners = (...watched: readonly Watched[]): (() => void) => {
  const before = watched.map(([emitter, event]) => new Set(emitter.rawListeners(event)));
  return () => {
    for (const [at, [emitter, event]] of watched.entries())
      for (const listener of emitter.rawListeners(event) as (() => void)[])
        if (!before[at]?.has(listener)) emitter.off(event, listener);
  };
};
