import type { Relay } from '@quayside/messaging';

/** Several relays as one. */
export const joinedRelays = (relays: readonly Relay[]): Relay => ({
  start: async () => void (await Promise.all(relays.map((relay) => relay.start()))),
  wake: () => relays.forEach((relay) => relay.wake()),
  drain: async () => void (await Promise.all(relays.map((relay) => relay.drain()))),
  close: async () => void (await Promise.all(relays.map((relay) => relay.close()))),
});
