// A process that claims what is due and never does it: the tests kill it at that point.
import type { OpenDueWorkStore } from './due-work-store.ts';

const [module, url, leaseMs] = process.argv.slice(2) as [string, string, string];
const { openDueWorkStore } = (await import(module)) as { openDueWorkStore: OpenDueWorkStore };
const store = await openDueWorkStore(url);
const queue = store.queue(() => new Date());
const claimed = await queue.claim(['ring'], { limit: 10, leaseMs: Number(leaseMs) });
process.send?.(claimed.map(({ id }) => id));
process.on('disconnect', () => process.exit(1));
