// A process with a relay that publishes and never learns that it did: the tests kill it at that point.
import { createLogger } from '@quayside/runtime';
import type { OpenOutboxStore } from './outbox-conformance.ts';

const [module, url] = process.argv.slice(2) as [string, string];
const { openOutboxStore } = (await import(module)) as { openOutboxStore: OpenOutboxStore };
const store = await openOutboxStore(url);
const relay = store.createRelay(
  {
    publish: (events) => {
      process.send?.(events.map((event) => event.id));
      return new Promise(() => undefined);
    },
  },
  createLogger({ service: 'doomed', level: 'silent' }),
  { takeoverMs: 500, pollMs: 200 },
);
await relay.start();
process.on('disconnect', () => process.exit(1));
