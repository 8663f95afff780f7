// A process with a relay that publishes and never learns that it did: the tests kill it at that point.
import { createLogger } from '@quayside/runtime';
import { openOutboxStore, type OutboxStoreName } from './outbox-stores.ts';

const [name, url] = process.argv.slice(2) as [OutboxStoreName, string];
const store = await openOutboxStore[name](url);
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
